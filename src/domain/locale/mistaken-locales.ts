import { localeTagOf } from './locale-tag.ts';

/**
 * The locale that was most likely meant by a spelling that names none: the code of a country in place of its language,
 * or the name of a language in English.
 *
 * Codes that are languages themselves are never among them: `se` is Northern Sami, `br` Breton, `kr` Kanuri, `tw` Twi.
 * @example mistakenLocaleOf('jp') // => 'ja'
 * @example mistakenLocaleOf('sv') // => undefined
 */
export function mistakenLocaleOf(spelling: string): string | undefined {
  const name = spelling.toLowerCase();
  return localeTagOf(spelling) === undefined
    ? (languagesOfCountries[name] ?? languagesByName[name])
    : undefined;
}

/** Countries with one language that translations are mostly meant for. */
const languagesOfCountries: Readonly<Record<string, string>> = {
  al: 'sq',
  at: 'de-AT',
  by: 'be',
  cn: 'zh-CN',
  cz: 'cs',
  dk: 'da',
  ge: 'ka',
  gr: 'el',
  hk: 'zh-HK',
  il: 'he',
  ir: 'fa',
  jp: 'ja',
  mx: 'es-MX',
  pk: 'ur',
  rs: 'sr',
  ua: 'uk',
  vn: 'vi',
};

const languagesByName: Readonly<Record<string, string>> = {
  arabic: 'ar',
  chinese: 'zh',
  czech: 'cs',
  danish: 'da',
  dutch: 'nl',
  english: 'en',
  finnish: 'fi',
  french: 'fr',
  german: 'de',
  greek: 'el',
  hebrew: 'he',
  hindi: 'hi',
  hungarian: 'hu',
  indonesian: 'id',
  italian: 'it',
  japanese: 'ja',
  korean: 'ko',
  norwegian: 'nb',
  persian: 'fa',
  polish: 'pl',
  portuguese: 'pt',
  romanian: 'ro',
  russian: 'ru',
  spanish: 'es',
  swedish: 'sv',
  thai: 'th',
  turkish: 'tr',
  ukrainian: 'uk',
  vietnamese: 'vi',
};
