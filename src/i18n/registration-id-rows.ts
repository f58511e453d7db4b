import { countryNames } from '../domain/customer/country-name.ts';
import { registrationIdRules } from '../domain/customer/registration-ids.ts';
import type { SiteLocale } from '../domain/locale/locales.ts';

/** A row of the table of registration IDs. */
export interface RegistrationIdRow {
  /** The same in every language, and for good: `country-by`. */
  readonly id: string;
  readonly country: string;
  readonly name: string;
  /** "9, 10, or 12" as the locale writes it; none where the documentation gives no number. */
  readonly digits: string | undefined;
}

/**
 * What the form knows of each country's registration ID, in the words of `locale`, sorted as its readers expect.
 * @example registrationIdRows('sv-SE').find(({ id }) => id === 'country-ua')?.digits // => '8, 10 eller 12'
 */
export function registrationIdRows(locale: SiteLocale): readonly RegistrationIdRow[] {
  const nameOf = countryNames(locale);
  const { compare } = new Intl.Collator(locale);
  return Object.entries(registrationIdRules)
    .map(([code, { name, digits }]) => ({
      id: `country-${code.toLowerCase()}`,
      country: nameOf(code),
      name,
      digits: digits.length > 0 ? anyOf(digits, locale) : undefined,
    }))
    .toSorted((one, other) => compare(one.country, other.country));
}

/** Chinese words stand apart from figures, which `Intl.ListFormat` does not see to. */
function anyOf(numbers: readonly number[], locale: SiteLocale): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' })
    .formatToParts(numbers.map(String))
    .map(({ type, value }) => (type === 'literal' && /^\p{Script=Han}+$/u.test(value) ? ` ${value} ` : value))
    .join('');
}
