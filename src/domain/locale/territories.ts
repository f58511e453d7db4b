import { accompanyingWords } from './accompanying-words.ts';
import { displayNamesOf, languageKeyOf } from './display-names.ts';
import { foldName } from './fold-name.ts';
import { formerNames } from './former-names.ts';
import { inflectingLanguages } from './inflecting-languages.ts';
import { conjunctionsOf } from './list-separators.ts';
import {
  type FoldedText,
  indexNames,
  lookUpName,
  mayBeName,
  type NameIndex,
  type NameMatch,
  type NearName,
  nearestName,
} from './name-index.ts';
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
export function resolveTerritory(text: string, locale: string): NameMatch | undefined {
  const index = indexOf(locale);
  return index === undefined ? undefined : lookUpName(text, index);
}

/**
 * The name of a country or region in a locale, without a note in brackets that it does not need; the code where CLDR has
 * no name.
 *
 * @example territoryName('MM', 'sv') // => 'Myanmar'
 */
export function territoryName(code: string, locale: string): string {
  const name = displayNamesOf(locale, 'region', { style: 'long' })?.of(code) ?? code;
  const bare = withoutNote(name);
  return bare === name || sharedNamesIn(locale).has(bare) ? name : bare;
}

function withoutNote(name: string): string {
  return name.replace(/\s*[(（][^)）]*[)）]\s*$/, '') || name;
}

/** Names that two territories have but for the notes behind them: in Chinese the two Congos. */
function sharedNamesIn(locale: string): ReadonlySet<string> {
  const known = sharedNames.get(locale);
  if (known !== undefined) return known;
  const bare = namesDisplayed(locale, territoryCodes).map(({ name, code }) => ({
    name: withoutNote(name),
    code,
  }));
  const shared = new Set<string>();
  for (const [name, ofName] of Map.groupBy(bare, (entry) => entry.name)) {
    if (new Set(ofName.map(({ code }) => code)).size > 1) shared.add(name);
  }
  sharedNames.set(locale, shared);
  return shared;
}

const sharedNames = new Map<string, ReadonlySet<string>>();

/** True when CLDR has names of countries in the language of `locale`. */
export function hasTerritoryNames(locale: string): boolean {
  return displayNamesOf(locale, 'region', { style: 'long' }) !== undefined;
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
): NearName | undefined {
  const index = indexOf(locale);
  return index === undefined ? undefined : nearestName(text, index, among);
}

/**
 * True when a printed name is one that the state has given up, and the language of `locale` has a new one for it:
 * older than the new one, and no mistake.
 *
 * Languages follow at their own pace, and some never do: a name that CLDR still has, be it as a short form or in
 * brackets, is none.
 *
 * @example isFormerTerritoryName('Swaziland', 'SZ', 'sv') // => true
 * @example isFormerTerritoryName('Turkiet', 'TR', 'sv') // => false
 */
export function isFormerTerritoryName(text: string, code: string, locale: string): boolean {
  const folded = foldName(text.replace(/\s*[(（][^)）]*[)）]/g, ''));
  const former = formerNames[languageKeyOf(locale)]?.[code]?.split('|').map(foldName);
  if (former?.includes(folded) !== true) return false;
  return !namesDisplayed(locale, [code]).some(({ name, variant }) =>
    derivedNames(name, variant).some((current) => foldName(current) === folded),
  );
}

/** A quick look that spares most texts the search for a name. */
export function mayBeTerritory(piece: FoldedText, locale: string): boolean {
  const index = indexOf(locale);
  return index !== undefined && mayBeName(piece, index);
}

const indexes = new Map<string, NameIndex | undefined>();

function indexOf(locale: string): NameIndex | undefined {
  if (!indexes.has(locale)) {
    indexes.set(
      locale,
      hasTerritoryNames(locale)
        ? indexNames({
            names: namesOf(locale),
            inflects: inflectingLanguages.has(languageIn(locale)),
            accompaniment: accompanyingWords[languageIn(locale)],
            settleByNote: (code, note) => (code === 'CG' && democratic.test(note) ? 'CD' : code),
          })
        : undefined,
    );
  }
  return indexes.get(locale);
}

function languageIn(locale: string): string {
  return languageKeyOf(locale).split('-')[0] ?? '';
}

const democratic = /dem|dém|дем|\bd?\.?r\.?[dk]?\.?c?\b|kinshasa|киншаса|民主|金|キンシャサ/iu;

interface TerritoryName {
  readonly name: string;
  readonly code: string;
}

/** In the order in which they count: "Congo" is the one that says so, and none of those it is derived from. */
function namesOf(locale: string): readonly TerritoryName[] {
  const languageKey = languageKeyOf(locale);
  const variants = new Set([locale, languageKey, ...(regionalVariants[languageKey] ?? [])]);
  const displayed = [...variants].flatMap((variant) => namesDisplayed(variant, territoryCodes));
  const { script } = new Intl.Locale(locale).maximize();
  const accompaniment = accompanyingWords[languageIn(locale)];
  return [
    ...displayed,
    ...displayed.flatMap(({ name, code, variant }) =>
      derivedNames(name, variant).map((derived) => ({ name: derived, code })),
    ),
    ...aliasesIn(aliasesByLanguage[languageKey] ?? {}),
    ...aliasesIn(formerNames[languageKey] ?? {}),
    ...(script === 'Latn' ? aliasesIn(internationalNames) : []),
    // French has "La Réunion", and tables print "Réunion".
    ...(accompaniment === undefined
      ? []
      : displayed.map(({ name, code }) => ({ name: name.replace(accompaniment, ''), code }))),
  ];
}

function namesDisplayed(
  variant: string,
  codes: readonly string[],
): readonly (TerritoryName & { readonly variant: string })[] {
  return (['long', 'short'] as const).flatMap((style) => {
    const display = displayNamesOf(variant, 'region', { style });
    return codes.flatMap((code) => {
      const name = display?.of(code);
      return name === undefined ? [] : [{ name, code, variant }];
    });
  });
}

function aliasesIn(aliases: Aliases): readonly TerritoryName[] {
  return Object.entries(aliases).flatMap(([code, names]) =>
    names.split('|').map((name) => ({ name: name.trim(), code })),
  );
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
