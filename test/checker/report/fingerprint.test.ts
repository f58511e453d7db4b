import { describe, expect, it } from 'vitest';
import { fingerprinter } from '../../../scripts/checker/report/fingerprint.ts';

const fault = {
  rule: 'stray-space',
  key: 'add',
  locale: 'ru',
  excerpt: 'Клиенты ,',
  counterpart: 'Customers,',
};

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
      fault,
    ].map(fingerprint);
    expect(new Set(all).size).toBe(all.length);
  });
});
