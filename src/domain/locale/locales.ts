/**
 * The locales the guide and the form are written in, source first. BCP 47; folders carry these spellings,
 * addresses the lower-case form.
 */
export const siteLocales = ['en-US', 'sv-SE', 'zh-CN', 'ru-RU', 'zh-TW'] as const;

/** A locale of the guide and the form. The checker itself works on any BCP 47 locale, typed `string`. */
export type SiteLocale = (typeof siteLocales)[number];

/** The locale every page is first written in. */
export const sourceLocale: SiteLocale = 'en-US';

/** Each locale's name in its own language, as a language picker shows it. */
export const localeNames: Readonly<Record<SiteLocale, string>> = {
  'en-US': 'English',
  'sv-SE': 'Svenska',
  'zh-CN': '简体中文',
  'ru-RU': 'Русский',
  'zh-TW': '繁體中文',
};

/**
 * True when `value` is one of the guide's locales, spelled as in `siteLocales`.
 * @example isSiteLocale('sv-SE') // => true
 */
export function isSiteLocale(value: string): value is SiteLocale {
  return (siteLocales as readonly string[]).includes(value);
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
