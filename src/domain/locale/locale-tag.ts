/**
 * The BCP 47 spelling of a locale as folders and front matter write it, or `undefined` when it names no language.
 *
 * Underscores and any letter case are read. A tag is a locale only if CLDR knows its language, so that folders
 * such as `images` or `api` are none.
 * @example localeTagOf('zh_hans') // => 'zh-Hans'
 * @example localeTagOf('images') // => undefined
 */
export function localeTagOf(spelling: string): string | undefined {
  const tag = canonicalTag(spelling);
  if (tag === undefined || tag === 'und') return undefined;
  const language = new Intl.Locale(tag).language;
  languageNames ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return languageNames.of(language) === undefined ? undefined : tag;
}

/**
 * The one of `available` that serves `locale`: the same, the one of the same language without a region, or the one
 * that means the same script and region.
 * @example servingLocale('zh-CN', ['en', 'zh-Hans']) // => 'zh-Hans'
 * @example servingLocale('sv-SE', ['sv']) // => 'sv'
 */
export function servingLocale(locale: string, available: Iterable<string>): string | undefined {
  const candidates = [...available];
  if (candidates.includes(locale)) return locale;
  const wanted = maximized(locale);
  const { language, script } = wanted;
  return (
    candidates.find((candidate) => maximized(candidate).toString() === wanted.toString()) ??
    candidates.find((candidate) => {
      const other = new Intl.Locale(candidate);
      const full = other.maximize();
      return other.region === undefined && full.language === language && full.script === script;
    })
  );
}

/** True when two tags mean the same language, script and region: `zh-Hans` and `zh-CN`, `sv` and `sv-SE`. */
export function meansSameLocale(one: string, other: string): boolean {
  return maximized(one).toString() === maximized(other).toString();
}

/** Made when it is first asked: the making takes longer than most of a program's start. */
let languageNames: Intl.DisplayNames | undefined;

function canonicalTag(spelling: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(spelling.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

function maximized(locale: string): Intl.Locale {
  return new Intl.Locale(locale).maximize();
}
