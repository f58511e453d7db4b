/**
 * CLDR's names of a kind of thing in a locale, or `undefined` where CLDR does not know the language; names that it
 * lacks are `undefined`.
 */
export function displayNamesOf(
  locale: string,
  type: 'region' | 'language' | 'currency',
  details: { readonly style?: 'long' | 'short'; readonly languageDisplay?: 'dialect' | 'standard' } = {},
): Intl.DisplayNames | undefined {
  const key = `${locale} ${type} ${details.style} ${details.languageDisplay}`;
  if (!displays.has(key)) displays.set(key, makeDisplay(locale, type, details));
  return displays.get(key);
}

/** Of the few locales of a site; ICU takes its time. */
const displays = new Map<string, Intl.DisplayNames | undefined>();

function makeDisplay(
  locale: string,
  type: 'region' | 'language' | 'currency',
  details: Omit<Intl.DisplayNamesOptions, 'type'>,
): Intl.DisplayNames | undefined {
  try {
    if (Intl.DisplayNames.supportedLocalesOf(locale).length === 0) return undefined;
    return new Intl.DisplayNames(locale, { ...details, type, fallback: 'none' });
  } catch {
    return undefined;
  }
}

/**
 * The tag under which tables keep what a locale's language has of its own: the language, for Chinese with its script.
 *
 * @example languageKeyOf('zh-TW') // => 'zh-Hant'
 */
export function languageKeyOf(locale: string): string {
  const known = languageKeys.get(locale);
  if (known !== undefined) return known;
  const { language, script } = new Intl.Locale(locale).maximize();
  const key = language === 'zh' ? `zh-${script}` : language === 'no' ? 'nb' : language;
  languageKeys.set(locale, key);
  return key;
}

const languageKeys = new Map<string, string>();
