import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import record from '../../../src/domain/guide/guide-changes.json' with { type: 'json' };
import { guideChanges } from '../../../src/domain/guide/guide-changes.ts';

const source = fileURLToPath(new URL('../../../content/en-US', import.meta.url));
const keys = globSync('**/*.mdx', { cwd: source }).map((file) =>
  file.replaceAll('\\', '/').replace(/\.mdx$/, ''),
);

describe('what is new in the guide', () => {
  test('is written down for every page, and for no other', () => {
    expect(Object.keys(record.published).toSorted()).toEqual(keys.toSorted());
    for (const { page, date } of Object.values(record.changes)) {
      expect(keys).toContain(page);
      expect(date >= record.published[page as keyof typeof record.published]).toBe(true);
    }
  });

  test('comes last first, and only of pages that there are', () => {
    const date = new Date('2027-01-15');
    const changes = guideChanges([
      { key: 'add-a-new-customer', date },
      { key: 'a-page-to-come', date },
    ]);
    expect(changes[0]).toEqual({ kind: 'published', page: 'a-page-to-come', date });
    expect(changes[1]).toMatchObject({ kind: 'changed', page: 'add-a-new-customer' });
    expect(changes.at(-1)).toEqual({
      kind: 'published',
      page: 'add-a-new-customer',
      date: new Date('2026-11-21'),
    });
    expect(guideChanges([{ key: 'agreements', date }])).toHaveLength(1);
  });
});
