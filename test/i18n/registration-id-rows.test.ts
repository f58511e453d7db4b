import { describe, expect, test } from 'vitest';
import listedCountries from '../../src/domain/customer/registration-id-countries.json' with { type: 'json' };
import { siteLocales } from '../../src/domain/locale/locales.ts';
import { registrationIdRows } from '../../src/i18n/registration-id-rows.ts';

describe('the rows of the table of registration IDs', () => {
  test.each([
    ['en-US', 'Belarus', '8, 10, or 12'],
    ['sv-SE', 'Belarus', '8, 10 eller 12'],
    ['zh-CN', '白俄罗斯', '8、10 或 12'],
    ['ru-RU', 'Беларусь', '8, 10 или 12'],
    ['zh-TW', '白俄羅斯', '8、10 或 12'],
  ] as const)('%s names countries and lists digits in its own way', (locale, belarus, digits) => {
    const rows = registrationIdRows(locale);
    expect(rows.find(({ id }) => id === 'country-by')).toEqual({
      id: 'country-by',
      country: belarus,
      name: 'УНП',
      digits: '9',
    });
    expect(rows.find(({ id }) => id === 'country-ua')?.digits).toBe(digits);
    expect(rows.find(({ id }) => id === 'country-br')?.digits).toBeUndefined();
  });

  test.each(siteLocales)('%s has a row for each listed country, sorted by its names', (locale) => {
    const rows = registrationIdRows(locale);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(
      listedCountries.map((code) => `country-${code.toLowerCase()}`).toSorted(),
    );
    const names = rows.map(({ country }) => country);
    expect(names).toEqual(names.toSorted(new Intl.Collator(locale).compare));
  });
});
