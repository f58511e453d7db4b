import { describe, expect, it } from 'vitest';
import { fingerprinter, listedIn } from '../../../scripts/checker/report/fingerprint.ts';

const point = { line: 1, column: 1, offset: 0 };

const fault = {
  rule: 'stray-space',
  key: 'add',
  locale: 'ru',
  excerpt: 'Клиенты ,',
  counterpart: 'Customers,',
};

describe('listedIn', () => {
  it('gives what a list lacks, without spellings and witnesses', () => {
    const place = { path: 'a.md', range: { start: point, end: point } };
    const related = [{ label: 'de', ...place }];
    expect(
      listedIn({ data: { countries: ['IN', 'BR', 'IN'], names: ['India'], share: 2 }, related }),
    ).toEqual(['BR', 'IN']);
    expect(listedIn({ data: { locales: ['de'], steps: [1, 2] }, related })).toEqual([]);
  });
});

describe('fingerprinter', () => {
  it('knows the same fault again, however it is wrapped', () => {
    expect(fingerprinter()(fault)).toBe(fingerprinter()({ ...fault, excerpt: 'Клиенты\r\n  ,' }));
  });

  it('tells faults apart by everything that makes them', () => {
    const fingerprint = fingerprinter();
    const all = [
      fault,
      { ...fault, rule: 'mojibake' },
      { ...fault, key: 'next' },
      { ...fault, locale: 'uk' },
      { ...fault, excerpt: 'Клиент ,' },
      { ...fault, counterpart: 'Customer,' },
      { ...fault, listed: ['BR'] },
      { ...fault, listed: ['BR', 'IN'] },
      fault,
    ].map(fingerprint);
    expect(new Set(all).size).toBe(all.length);
  });
});
