/**
 * The BCP 47 spelling of a locale as folders and front matter write it, or `undefined` when it names no language.
 *
 * Underscores and any letter case are read, and so are the spellings of POSIX (`sr_RS@latin`, `en_US.UTF-8`), of
 * Android (`pt-rBR`) and of old .NET (`zh-CHS`). A tag is a locale only if CLDR knows its language, script and region, so
 * that folders such as `images`, `api` or `my-docs` are none.
 * @example localeTagOf('zh_hans') // => 'zh-Hans'
 * @example localeTagOf('sr_RS@latin') // => 'sr-Latn-RS'
 * @example localeTagOf('images') // => undefined
 */
export function localeTagOf(spelling: string): string | undefined {
  const tag = canonicalTag(spelling);
  if (tag === undefined || tag === 'und') return undefined;
  const { language, script, region } = new Intl.Locale(tag);
  const isKnown =
    isNamed('language', language) &&
    (script === undefined || isNamed('script', script)) &&
    (region === undefined || isNamed('region', region)) &&
    variantsOf(tag).every((variant) => knownVariants.has(variant));
  return isKnown ? tag : undefined;
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

function isNamed(type: 'language' | 'script' | 'region', code: string): boolean {
  const names = displayNames.get(type) ?? new Intl.DisplayNames('en', { type, fallback: 'none' });
  displayNames.set(type, names);
  return names.of(code) !== undefined;
}

/** Made when they are first asked: the making takes longer than most of a program's start. */
const displayNames = new Map<string, Intl.DisplayNames>();

/** Parts of a tag behind language, script and region; nothing of what follows a single letter. */
function variantsOf(tag: string): readonly string[] {
  const [plain = ''] = tag.split(/-\w(?:-|$)/);
  return plain.split('-').filter((part, at) => at > 0 && (part.length > 4 || /^\d\w{3}$/.test(part)));
}

/** Of the IANA registry, those that documentation and software is translated into; a word such as `source` would be one. */
const knownVariants = new Set(
  '1901 1996 abl1943 ao1990 arevela arevmda bohoric colb1945 dajnko ekavsk fonipa hepburn ijekavsk monoton nedis oxendict pinyin polyton rozaj scotland scouse simple tarask valencia wadegile'.split(
    ' ',
  ),
);

function canonicalTag(spelling: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(withSubtags(spelling.trim()).replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** What other systems write into a locale's name, as subtags. */
function withSubtags(spelling: string): string {
  const [, name = '', modifier] = /^([^.@]*)(?:\.(?:utf|iso)[\w-]+)?(?:@(\w+))?$/i.exec(spelling) ?? [
    undefined,
    spelling,
  ];
  const plain = name
    .replace(/^(zh)[-_]ch([st])$/i, (_, language: string, form: string) => `${language}-Han${form}`)
    .replace(/^([a-z]{2,3})-r([A-Z]{2})$/, '$1-$2');
  if (modifier === undefined) return plain;
  const script = scriptModifiers[modifier.toLowerCase()];
  const [language = '', ...rest] = plain.split(/[-_]/);
  if (script !== undefined) return [language, script, ...rest].join('-');
  // A variant has at least five characters; `@euro` says nothing of the language.
  return modifier.length >= 5 ? `${plain}-${modifier}` : plain;
}

/** Modifiers of POSIX locales that name a script. */
const scriptModifiers: Readonly<Record<string, string>> = {
  arabic: 'Arab',
  cyrillic: 'Cyrl',
  devanagari: 'Deva',
  latin: 'Latn',
};

function maximized(locale: string): Intl.Locale {
  return new Intl.Locale(locale).maximize();
}
