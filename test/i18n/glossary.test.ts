import { describe, expect, test } from 'vitest';
import glossary from '../../locales/glossary.json' with { type: 'json' };
import { finishedLocales } from '../../src/domain/locale/locales.ts';
import { glossaryEntries } from '../../src/i18n/glossary.ts';

describe('the glossary that readers see', () => {
  test('a term has its name, its English name and its note in the language', () => {
    expect(glossaryEntries('sv-SE').find(({ id }) => id === 'term-tenant')).toEqual({
      id: 'term-tenant',
      term: 'klientorganisation',
      source: 'tenant',
      note: 'Kundens egen katalog. Den skapas när du lägger till kunden.',
    });
  });

  test('of several names a term has the first', () => {
    expect(glossaryEntries('zh-TW').find(({ id }) => id === 'term-customer-id')?.term).toBe('客戶識別碼');
  });

  test('terms stand as readers of the language look for them', () => {
    expect(glossaryEntries('en-US').map(({ term }) => term)).toEqual(
      expect.arrayContaining(['add-on', 'Admin agent', 'customer ID', 'tenant']),
    );
    for (const locale of finishedLocales) {
      const terms = glossaryEntries(locale).map(({ term }) => term);
      expect(terms).toEqual(terms.toSorted(new Intl.Collator(locale).compare));
    }
    expect(glossaryEntries('zh-TW').map(({ id }) => id)).not.toEqual(
      glossaryEntries('zh-CN').map(({ id }) => id),
    );
  });

  test('every language explains every term that the source explains, each at the same address', () => {
    const explained = glossary.terms.filter((term) => 'note' in term).length;
    const ids = glossaryEntries('en-US').map(({ id }) => id);
    expect(new Set(ids).size).toBe(explained);
    for (const locale of finishedLocales) {
      expect(
        glossaryEntries(locale)
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(ids.toSorted());
    }
  });
});
