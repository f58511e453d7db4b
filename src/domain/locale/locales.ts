import list from './locales.json' with { type: 'json' };

/** What the list says of a locale. */
interface ListedLocale {
  /** What the language calls itself. */
  readonly name: string;
  /** True while not everything has been translated: the source stands in, and nobody is sent there unasked. */
  readonly inProgress?: boolean;
}

/** A locale of the guide and the form. The checker itself works on any BCP 47 locale, typed `string`. */
export type SiteLocale = keyof typeof list;

const listed: Readonly<Record<SiteLocale, ListedLocale>> = list;

/**
 * The locales of the guide and the form, source first, from `locales.json`. BCP 47; folders carry these spellings, addresses
 * the lower-case form.
 */
export const siteLocales = Object.keys(listed) as readonly SiteLocale[];

/** Those of them in which everything has been translated; the others say some of it in the source's language. */
export const finishedLocales = siteLocales.filter((locale) => !listed[locale].inProgress);

/** The locale every page is first written in. */
export const sourceLocale: SiteLocale = 'en-US';

/** Each locale's name in its own language, as a language picker shows it. */
export const localeNames = Object.fromEntries(
  siteLocales.map((locale) => [locale, listed[locale].name]),
) as Readonly<Record<SiteLocale, string>>;

/**
 * True when `value` is one of the guide's locales, spelled as in `siteLocales`.
 * @example isSiteLocale('sv-SE') // => true
 */
export function isSiteLocale(value: string): value is SiteLocale {
  return (siteLocales as readonly string[]).includes(value);
}

/** True for a locale in which not everything has been translated yet. */
export function isInProgress(locale: SiteLocale): boolean {
  return !finishedLocales.includes(locale);
}

/**
 * The locale's form in an address.
 * @example localeSlug('zh-CN') // => 'zh-cn'
 */
export function localeSlug(locale: SiteLocale): string {
  return locale.toLowerCase();
}

/**
 * The locale whose address form is `slug`, or `undefined`.
 * @example localeOfSlug('ru-ru') // => 'ru-RU'
 */
export function localeOfSlug(slug: string): SiteLocale | undefined {
  return siteLocales.find((locale) => localeSlug(locale) === slug);
}
