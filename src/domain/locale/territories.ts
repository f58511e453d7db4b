import { editDistance, foldName } from './fold-name.ts';
import { conjunctionsOf } from './list-separators.ts';
import { type Aliases, aliasesByLanguage, internationalNames } from './territories-aliases.ts';

/** Codes of ISO 3166-1 alpha-2 as CLDR knows them in 2026, and XK, which CLDR and most lists have besides. */
export const territoryCodes: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
  'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
  'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
  'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
  'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
  'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ');

/** A country or region that a printed name stands for. */
export interface TerritoryMatch {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** `inflected`: a case form; only lists that name countries anyway may count it. */
  readonly as: 'name' | 'inflected';
}

/** A country or region whose name is close to what is printed. */
export interface NearTerritory {
  readonly code: string;
  /** 0 to 1; 1 is the same word. */
  readonly similarity: number;
}

/**
 * The country or region that a printed name stands for in a locale, or `undefined`.
 *
 * Knows CLDR's long and short names of the language and its regional variants, official, short and former names,
 * abbreviations written in capitals, notes in brackets, articles and `Republic of …`; case, diacritics, white space,
 * hyphens and full stops do not count. `undefined` for everything in a locale that CLDR does not know.
 *
 * @example resolveTerritory('Vitryssland', 'sv-SE') // => { code: 'BY', as: 'name' }
 * @example resolveTerritory('в Армении', 'ru') // => undefined
 * @example resolveTerritory('Армении', 'ru') // => { code: 'AM', as: 'inflected' }
 */
export function resolveTerritory(text: string, locale: string): TerritoryMatch | undefined {
  const index = indexOf(locale);
  if (index === undefined || text.length > index.longest + longestNote) return undefined;
  const bracketed = /[(（[【]/.test(text) ? text.replace(note, ' ').trim() : undefined;
  if ((bracketed ?? text).length > index.longest + longestWord) return undefined;
  const code = exactly(text, index) ?? withNote(text, bracketed, index) ?? withoutWords(text, index);
  if (code !== undefined) return { code, as: 'name' };
  const inflectedCode = index.inflects ? inflected(bracketed ?? text, index) : undefined;
  return inflectedCode === undefined ? undefined : { code: inflectedCode, as: 'inflected' };
}

/**
 * The name of a country or region in a locale, without a note in brackets; the code where CLDR has no name.
 *
 * @example territoryName('MM', 'sv') // => 'Myanmar'
 */
export function territoryName(code: string, locale: string): string {
  const name = displayNames(locale, 'long')?.of(code) ?? code;
  return name.replace(/\s*[(（][^)）]*[)）]\s*$/, '') || name;
}

/** True when CLDR has names of countries in the language of `locale`. */
export function hasTerritoryNames(locale: string): boolean {
  return displayNames(locale, 'long') !== undefined;
}

/**
 * The country or region whose name in `locale` is closest to a misspelt one, of `among` if given; `undefined` when
 * none is close.
 *
 * @example nearestTerritory('Kirgisiztan', 'sv') // => { code: 'KG', similarity: 0.82 }
 */
export function nearestTerritory(
  text: string,
  locale: string,
  among?: ReadonlySet<string>,
): NearTerritory | undefined {
  const index = indexOf(locale);
  const word = foldName(text);
  if (index === undefined || word.length < shortestNear || word.length > index.longest * 1.5)
    return undefined;
  let best: NearTerritory | undefined;
  for (const [name, code] of index.codes) {
    if (among !== undefined && !among.has(code)) continue;
    const length = Math.max(name.length, word.length);
    if (Math.abs(name.length - word.length) > length * mostDifferent) continue;
    const similarity = 1 - editDistance(word, name) / length;
    if (similarity > (best?.similarity ?? 1 - mostDifferent)) best = { code, similarity };
  }
  return best;
}

/** Below four letters every word is near to some name. */
const shortestNear = 4;
/** Share of a name's letters that may differ; `Iran` and `Irak` differ by a quarter. */
const mostDifferent = 0.34;

interface TerritoryIndex {
  readonly language: string;
  /** Folded name to code. */
  readonly codes: ReadonlyMap<string, string>;
  /** Folded abbreviation to code; counts only where it is written in capitals. */
  readonly abbreviations: ReadonlyMap<string, string>;
  /** Every name's folded words, for languages that inflect names. */
  readonly words: readonly { readonly words: readonly string[]; readonly code: string }[];
  readonly inflects: boolean;
  /** UTF-16 units of the longest name. */
  readonly longest: number;
}

const indexes = new Map<string, TerritoryIndex | undefined>();

function indexOf(locale: string): TerritoryIndex | undefined {
  if (!indexes.has(locale)) indexes.set(locale, buildIndex(locale));
  return indexes.get(locale);
}

function buildIndex(locale: string): TerritoryIndex | undefined {
  if (displayNames(locale, 'long') === undefined) return undefined;
  const { language, script } = new Intl.Locale(locale).maximize();
  const languageKey = language === 'zh' ? `zh-${script}` : language === 'no' ? 'nb' : language;
  const codes = new Map<string, string>();
  const abbreviations = new Map<string, string>();
  const names: string[] = [];
  const add = (name: string, code: string): void => {
    const target = isAbbreviation(name) ? abbreviations : codes;
    const folded = foldName(name);
    if (folded === '' || target.has(folded)) return;
    target.set(folded, code);
    names.push(name);
  };
  const variants = new Set([locale, languageKey, ...(regionalVariants[languageKey] ?? [])]);
  const displayed = [...variants].flatMap((variant) => namesDisplayed(variant));
  // What one name says outright goes before what is derived from another: "Congo" is none of the two.
  for (const { name, code } of displayed) add(name, code);
  for (const { name, code, variant } of displayed) {
    for (const derived of derivedNames(name, variant)) add(derived, code);
  }
  const pattern = accompanyingWords[language];
  addAliases(aliasesByLanguage[languageKey] ?? {}, add);
  if (script === 'Latn') addAliases(internationalNames, add);
  // French has "La Réunion", and tables print "Réunion".
  if (pattern !== undefined) for (const { name, code } of displayed) add(name.replace(pattern, ''), code);
  const inflects = inflectingLanguages.has(language);
  return {
    language,
    codes,
    abbreviations,
    words: inflects
      ? names.flatMap((name) => {
          const code = codes.get(foldName(name));
          return code === undefined ? [] : [{ words: foldedWords(name), code }];
        })
      : [],
    inflects,
    longest: Math.max(...names.map((name) => name.length)),
  };
}

function namesDisplayed(variant: string): { name: string; code: string; variant: string }[] {
  return (['long', 'short'] as const).flatMap((style) => {
    const display = displayNames(variant, style);
    return territoryCodes.flatMap((code) => {
      const name = display?.of(code);
      return name === undefined ? [] : [{ name, code, variant }];
    });
  });
}

function addAliases(aliases: Aliases, add: (name: string, code: string) => void): void {
  for (const [code, names] of Object.entries(aliases)) {
    for (const name of names.split('|')) add(name.trim(), code);
  }
}

/** Names that CLDR has for a language's other regions are names too; the two Chinese scripts are kept apart. */
const regionalVariants: Readonly<Record<string, readonly string[]>> = {
  en: ['en-GB', 'en-AU'],
  es: ['es-MX', 'es-419', 'es-US'],
  fr: ['fr-CA', 'fr-CH'],
  de: ['de-AT', 'de-CH'],
  pt: ['pt-PT', 'pt-BR'],
  sr: ['sr-Cyrl', 'sr-Latn'],
  'zh-Hans': ['zh-CN', 'zh-SG'],
  'zh-Hant': ['zh-TW', 'zh-HK'],
};

/** Languages whose names of countries change their ends by case, so that a sentence prints them otherwise. */
const inflectingLanguages = new Set(
  'be bg bs cs el et eu fi ga hr hu hy is ka kk ky lt lv mk mn pl ro ru sk sl sq sr tr uk uz az'.split(' '),
);

function displayNames(locale: string, style: 'long' | 'short'): Intl.DisplayNames | undefined {
  const key = `${locale} ${style}`;
  if (!displays.has(key)) displays.set(key, makeDisplay(locale, style));
  return displays.get(key);
}

/** Of the few locales of a site; ICU takes its time. */
const displays = new Map<string, Intl.DisplayNames | undefined>();

function makeDisplay(locale: string, style: 'long' | 'short'): Intl.DisplayNames | undefined {
  try {
    if (Intl.DisplayNames.supportedLocalesOf(locale).length === 0) return undefined;
    return new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' });
  } catch {
    return undefined;
  }
}

/** `Myanmar (Burma)` is Myanmar and Burma; `Bosnia & Herzegovina` may be written with "and"; `St.` is Saint. */
function derivedNames(name: string, locale: string): string[] {
  const bracketed = /^(.+?)\s*[(（]([^)）]+)[)）]$/.exec(name);
  const bare = bracketed === null ? [name] : [bracketed[1] ?? name, bracketed[2] ?? name];
  return bare.flatMap((form) => [
    form,
    ...(/\s&\s/.test(form) ? conjunctionsOf(locale).map((word) => form.replace(/&/g, word)) : []),
    ...(/^St\.? /.test(form) ? [form.replace(/^St\.? /, 'Saint ')] : []),
    ...conjunctionsOf(locale)
      .filter((word) => form.includes(` ${word} `))
      .map((word) => form.replace(` ${word} `, ' ')),
  ]);
}

/** `USA`, `R.-U.`, `ОАЭ`: capitals only, of a script that has capitals. */
function isAbbreviation(name: string): boolean {
  const letters = name.replace(/[^\p{L}]/gu, '');
  return letters.length <= 4 && /^\p{Lu}+$/u.test(letters);
}

/** In brackets, closed or not. */
const note = /\s*[(（[【][^)）\]】]*[)）\]】]?\s*/g;
/** UTF-16 units of a note in brackets that may follow a name. */
const longestNote = 60;
/** UTF-16 units of an article or a form of state. */
const longestWord = 24;

/** `Armenia (AM)`, `Norfolk (îles)` and `Congo (DRC)`: the note belongs to the name, or to nothing. */
function withNote(text: string, outside: string | undefined, index: TerritoryIndex): string | undefined {
  if (outside === undefined || outside === '') return undefined;
  const inside = /[(（[【]([^)）\]】]*)/.exec(text)?.[1] ?? '';
  const code =
    exactly(`${inside} ${outside}`, index) ?? exactly(outside, index) ?? withoutWords(outside, index);
  return code === 'CG' && democratic.test(inside) ? 'CD' : code;
}

const democratic = /dem|dém|дем|\bd?\.?r\.?[dk]?\.?c?\b|kinshasa|киншаса|民主|金|キンシャサ/iu;

function exactly(text: string, index: TerritoryIndex): string | undefined {
  const folded = foldName(text);
  const code = index.codes.get(folded);
  if (code !== undefined || folded.length > 4) return code;
  return isAbbreviation(text) ? index.abbreviations.get(folded) : undefined;
}

/** The name without an article before it, or without the word for its form of state; `Moldova, Republic of` too. */
function withoutWords(text: string, index: TerritoryIndex): string | undefined {
  const [, name = '', form = ''] = /^([^,]+), ([^,]+ of(?: the)?)$/.exec(text) ?? [];
  if (form !== '') return exactly(`${form} ${name}`, index) ?? withoutWords(`${form} ${name}`, index);
  const pattern = accompanyingWords[index.language];
  if (pattern === undefined) return undefined;
  const rest = text.trim().replace(pattern, '');
  return rest === text.trim() || rest === ''
    ? undefined
    : (exactly(rest, index) ?? withoutWords(rest, index));
}

/** Articles, and the forms of state that official names put before or after the short one. General knowledge. */
const accompanyingWords: Readonly<Record<string, RegExp>> = {
  en: /^(?:the\s+|(?:(?:federal|democratic|islamic|socialist|co-operative|arab)\s+)*(?:republic|kingdom|state|commonwealth|sultanate|principality)\s+of\s+)/i,
  sv: /^(?:republiken|konungariket|kungariket|staten|furstendömet)\s+/i,
  da: /^(?:republikken|kongeriget)\s+/i,
  nb: /^(?:republikken|kongeriket)\s+/i,
  de: /^(?:der|die|das|den|dem|republik|bundesrepublik|königreich|staat|fürstentum)\s+/i,
  nl: /^(?:de|het|republiek|koninkrijk)\s+/i,
  fr: /^(?:les?\s+|la\s+|l['’]\s*|du\s+|des\s+|en\s+|aux?\s+|de\s+|d['’]\s*|(?:république|royaume|état|principauté)\s+(?:des?\s+|du\s+|d['’]\s*))/i,
  es: /^(?:el|la|los|las|(?:república|reino|estado|principado)\s+(?:de(?:\s+(?:la|los))?|del))\s+/i,
  pt: /^(?:o|a|os|as|(?:república|reino|estado|principado)\s+d[aeo]s?)\s+/i,
  it: /^(?:l['’]\s*|(?:il|lo|la|i|gli|le|(?:repubblica|regno|stato|principato)\s+d(?:i|el|ella|ei|egli))\s+)/i,
  ca: /^(?:l['’]\s*|(?:el|la|els|les|(?:república|regne)\s+de)\s+)/i,
  ro: /^(?:republica|regatul)\s+/i,
  pl: /^(?:republika|królestwo)\s+/i,
  cs: /^(?:republika|království)\s+/i,
  hu: /^(?:az?)\s+|\s+köztársaság$/i,
  el: /^(?:ο|η|το|οι|τα|την?|τον?|τις|τους|δημοκρατία)\s+/i,
  ru: /^(?:республика|королевство|государство)\s+/i,
  uk: /^(?:республіка|королівство)\s+/i,
  tr: /\s+cumhuriyeti$/i,
  id: /^(?:republik|kerajaan)\s+/i,
  vi: /^(?:cộng hòa|vương quốc|nước)\s+/i,
  ar: /^(?:جمهورية|مملكة|دولة)\s+/,
  zh: /(?:伊斯兰共和国|共和国|共和國|王国|王國|联邦|聯邦|特别行政区|特別行政區|群岛|群島|岛|島)$/,
  ja: /(?:共和国|王国|連邦|特別行政区|諸島|島)$/,
  ko: /\s?(?:공화국|왕국|연방)$/,
};

/** The one name whose words begin like the printed ones; the end of a word is its case. */
function inflected(text: string, index: TerritoryIndex): string | undefined {
  const words = foldedWords(text);
  let best = 0;
  const found = new Set<string>();
  for (const name of index.words) {
    const shared = sharedStem(words, name.words);
    if (shared === 0 || shared < best) continue;
    if (shared > best) found.clear();
    best = shared;
    found.add(name.code);
  }
  const [code] = found;
  return found.size === 1 ? code : undefined;
}

/** How much of the name the words share from their beginnings, or 0 when one of them has another stem. */
function sharedStem(words: readonly string[], name: readonly string[]): number {
  if (words.length !== name.length || words.length === 0) return 0;
  let shared = 0;
  for (const [at, wanted] of name.entries()) {
    const word = words[at] ?? '';
    let same = 0;
    while (same < word.length && same < wanted.length && word[same] === wanted[same]) same++;
    const isStem = same >= 3 && wanted.length - same <= 2 && word.length - same <= 4;
    if (!isStem && word !== wanted) return 0;
    // Of Нигер and Нигерия, Нигера leaves less of the first over.
    shared += 4 * same - (wanted.length - same);
  }
  return shared;
}

function foldedWords(text: string): readonly string[] {
  return text
    .split(/[\s\u00a0-]+/)
    .map(foldName)
    .filter((word) => word !== '');
}
