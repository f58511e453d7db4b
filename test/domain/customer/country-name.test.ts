import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countryNames } from '../../../src/domain/customer/country-name.ts';
import { countrySearch } from '../../../src/domain/customer/country-search.ts';
import countries from '../../../src/domain/customer/registration-id-countries.json' with { type: 'json' };
import { finishedLocales } from '../../../src/domain/locale/locales.ts';
import { registrationIdRows } from '../../../src/i18n/registration-id-rows.ts';

/** The first list behind the heading with this id. */
function listed(page: string, id: string): readonly string[] {
  const section = page.slice(page.indexOf(`/* #${id} */`));
  return [...section.slice(0, section.indexOf('\n\n', section.indexOf('\n- '))).matchAll(/^- (.+)$/gmu)].map(
    ([, name = '']) => name.trim(),
  );
}

describe.each(finishedLocales)('in %s', (locale) => {
  const page = readFileSync(
    new URL(`../../../content/${locale}/add-a-new-customer.mdx`, import.meta.url),
    'utf8',
  );
  const nameOf = countryNames(locale);

  test('countries with a registration ID are called what the guide calls them', () => {
    const names = listed(page, 'company-registration-ids');
    expect(names).toHaveLength(24);
    expect(names.toSorted()).toEqual(countries.map((code) => nameOf(code)).toSorted());
    expect(registrationIdRows(locale).map(({ country }) => country)).toEqual(
      expect.arrayContaining([...names]),
    );
  });

  test('they are found by these names and by those of CLDR', () => {
    const { exactly, find } = countrySearch(locale);
    const displayed = new Intl.DisplayNames(locale, { type: 'region' });
    for (const code of countries) {
      expect(exactly(nameOf(code))).toBe(code);
      expect(find(displayed.of(code) ?? '')[0]).toBe(code);
    }
    expect(exactly('Burma')).toBe('MM');
  });
});
