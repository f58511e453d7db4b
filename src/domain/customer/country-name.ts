/**
 * What countries and regions are called in `locale`: as the guide's list of those that need a registration ID has them, and
 * as CLDR has all others.
 * @example countryNames('ru-RU')('MM') // => 'Мьянма'
 */
export function countryNames(locale: string): (code: string) => string {
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  return (code) => ownNames[locale]?.[code] ?? regions.of(code) ?? code;
}

/** CLDR says `Myanmar (Burma)`, and in Russian `ОАЭ`. */
const ownNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'en-US': { MM: 'Myanmar' },
  'sv-SE': { MM: 'Myanmar' },
  'ru-RU': { MM: 'Мьянма', AE: 'Объединенные Арабские Эмираты' },
};
