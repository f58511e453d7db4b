/**
 * Which script a locale is written in and which scripts a text shows, by Unicode's Script property and CLDR's
 * likely subtags (both through `Intl` and regular expressions).
 */

/** ISO 15924 codes of the scripts that are told apart; Han, Hiragana and Katakana stay apart. */
export type Script = (typeof knownScripts)[number];

const knownScripts = [
  'Latn',
  'Cyrl',
  'Grek',
  'Han',
  'Hira',
  'Kana',
  'Hang',
  'Arab',
  'Hebr',
  'Deva',
  'Beng',
  'Taml',
  'Telu',
  'Thai',
  'Geor',
  'Armn',
] as const;

const scriptPatterns: readonly (readonly [Script, RegExp])[] = knownScripts.map((script) => [
  script,
  new RegExp(`\\p{Script=${script === 'Han' ? 'Hani' : script}}`, 'gu'),
]);

/** Scripts whose writing does not set spaces between words. */
const unspacedScripts: ReadonlySet<Script> = new Set<Script>(['Han', 'Hira', 'Kana', 'Thai']);

/**
 * The scripts a locale is ordinarily written in, or an empty list for an unknown one.
 * @example scriptsOfLocale('ja-JP') // => ['Han', 'Hira', 'Kana']
 * @example scriptsOfLocale('sr-Latn') // => ['Latn']
 */
export function scriptsOfLocale(locale: string): readonly Script[] {
  const script = maximized(locale)?.script;
  if (script === 'Hans' || script === 'Hant' || script === 'Hani') return ['Han'];
  if (script === 'Jpan') return ['Han', 'Hira', 'Kana'];
  if (script === 'Kore') return ['Hang', 'Han'];
  return knownScripts.filter((known) => known === script);
}

/**
 * The ISO 15924 code of a locale's writing as CLDR has it, or an empty string for an unknown one.
 * @example scriptOf('zh-HK') // => 'Hant'
 */
export function scriptOf(locale: string): string {
  return maximized(locale)?.script ?? '';
}

/**
 * The language subtag of a locale, lower case.
 * @example languageOf('zh-Hant-TW') // => 'zh'
 */
export function languageOf(locale: string): string {
  return maximized(locale)?.language ?? locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
}

/**
 * How many characters of each script a text holds; scripts that it lacks are left out.
 * @example countScripts('Выберите Submit') // => Map { 'Latn' => 6, 'Cyrl' => 8 }
 */
export function countScripts(text: string): ReadonlyMap<Script, number> {
  const counts = new Map<Script, number>();
  for (const [script, pattern] of scriptPatterns) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > 0) counts.set(script, count);
  }
  return counts;
}

/** True when a locale's words are set apart by spaces; false for Chinese, Japanese and Thai. */
export function setsSpacesBetweenWords(locale: string): boolean {
  const [script] = scriptsOfLocale(locale);
  return script === undefined || !unspacedScripts.has(script);
}

/** True when two locales share a script, so that text of one is no stranger in the other. */
export function shareScript(one: string, other: string): boolean {
  const scripts = scriptsOfLocale(other);
  return scriptsOfLocale(one).some((script) => scripts.includes(script));
}

/** Rules ask about the same few locales for every text of a tree, and ICU takes its time. */
const maximizedBefore = new Map<string, Intl.Locale | undefined>();

function maximized(locale: string): Intl.Locale | undefined {
  if (!maximizedBefore.has(locale)) maximizedBefore.set(locale, parseLocale(locale)?.maximize());
  return maximizedBefore.get(locale);
}

function parseLocale(locale: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(locale.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
