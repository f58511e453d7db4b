import { displayNamesOf, languageKeyOf } from './display-names.ts';
import { inflectingLanguages } from './inflecting-languages.ts';
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
import { resolveTerritory } from './territories.ts';

/** Languages that products are translated into, as BCP 47 tags: those of ISO 639-1, and others that CLDR has much of. */
const languageCodes: readonly string[] = (
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cs cu cv cy da de dv dz ee el en eo es et eu fa ' +
  'ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy ia id ig is it iu ja jv ka kg ki kk kl km kn ko kr ks ku kv kw ' +
  'ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne nl nn no nv ny oc om or os pa pl ps pt qu ro rm rn ' +
  'ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt ty ug uk ur uz ve vi vo ' +
  'wa wo xh yi yo za zh zu ace ast ban bem bho brx ceb chr ckb dsb doi fil fur gsw haw hil hmn hsb ilo kab kok lij ltg mai ' +
  'mni nds nso pap pcm quc sah sat scn smn szl tet tpi vec war wuu yue zgh'
).split(' ');

/** Forms of a language that have a name of their own in many languages. */
const languageForms =
  'ar-001 az-Cyrl az-Latn bs-Cyrl bs-Latn de-AT de-CH en-AU en-CA en-GB en-IN en-US es-419 es-ES es-MX es-US fr-BE fr-CA fr-CH fr-FR nl-BE ' +
  'pt-BR pt-PT sr-Cyrl sr-Latn uz-Cyrl uz-Latn zh-CN zh-HK zh-Hans zh-Hant zh-SG zh-TW';

/**
 * The language that a printed name stands for, as a BCP 47 tag, or `undefined`.
 *
 * Reads CLDR's names in `locale`, "Portuguese (Brazil)" and "Portuguese - Brazil", what a language calls itself, and tags that say a region.
 *
 * @example resolveLanguage('förenklad kinesiska', 'sv') // => { code: 'zh-Hans', as: 'name' }
 * @example resolveLanguage('Français (Canada)', 'en') // => { code: 'fr-CA', as: 'name' }
 */
export function resolveLanguage(text: string, locale: string): NameMatch | undefined {
  const index = indexOf(locale);
  if (index === undefined) return undefined;
  if (localeTag.test(text)) return tagged(text);
  return inForm(text, locale, index) ?? lookUpName(text, index) ?? ownName(text, locale);
}

/** CLDR's name of a language; the tag where it has none. */
export function languageName(code: string, locale: string): string {
  return displayNamesOf(locale, 'language', { languageDisplay: 'dialect' })?.of(code) ?? code;
}

/** True when CLDR has names of languages in the language of `locale`. */
export function hasLanguageNames(locale: string): boolean {
  return displayNamesOf(locale, 'language', { languageDisplay: 'dialect' }) !== undefined;
}

/** The language whose name in `locale` is closest to a misspelt one. */
export function nearestLanguage(
  text: string,
  locale: string,
  among?: ReadonlySet<string>,
): NearName | undefined {
  const index = indexOf(locale);
  return index === undefined ? undefined : nearestName(text, index, among);
}

/**
 * True when two tags may mean one thing: one of them leaves open what the other says.
 *
 * @example mayBeSameLanguage('zh-Hans', 'zh-CN') // => true
 * @example mayBeSameLanguage('pt-BR', 'pt-PT') // => false
 */
export function mayBeSameLanguage(one: string, other: string): boolean {
  const [a, b] = [new Intl.Locale(one), new Intl.Locale(other)];
  if (macroLanguage(a.language) !== macroLanguage(b.language)) return false;
  if (a.region !== undefined && b.region !== undefined && a.region !== b.region) return false;
  if (a.script !== undefined && b.script !== undefined) return a.script === b.script;
  if (a.script === undefined && b.script === undefined) return true;
  const [open, closed] = a.script === undefined ? [a, b] : [b, a];
  return open.region === undefined || open.maximize().script === closed.script;
}

function macroLanguage(language: string): string {
  return { nb: 'no', nn: 'no', tl: 'fil', yue: 'zh', wuu: 'zh' }[language] ?? language;
}

/** `de-DE`, `zh-Hans`, `sr-Latn-RS`; a bare `de` or `no` is a word of many languages. */
const localeTag = /^[a-z]{2,3}(?:[-_][A-Z][a-z]{3})?[-_][A-Z]{2}$|^[a-z]{2,3}[-_][A-Z][a-z]{3}$/;

function tagged(text: string): NameMatch | undefined {
  const tag = new Intl.Locale(text.replaceAll('_', '-'));
  const isKnown =
    displayNamesOf('en', 'language', { languageDisplay: 'dialect' })?.of(tag.language) !== undefined;
  return isKnown ? { code: tag.toString(), as: 'name' } : undefined;
}

/** "Portuguese (Brazil)": a language and a country, each by its name. */
function inForm(text: string, locale: string, index: NameIndex): NameMatch | undefined {
  const [, name = '', region = ''] =
    /^([^(（]+?)(?:\s*[(（]\s*|\s[-–—]\s)([^)）]+?)\s*[)）]?$/u.exec(text) ?? [];
  // Burmese parts the names of a list with dashes.
  if (region === '' || (languageKeyOf(locale) === 'my' && !/[(（]/.test(text))) return undefined;
  const exact = lookUpName(`${name} ${region}`, index);
  if (exact?.as === 'name') return exact;
  const language = lookUpName(name, index) ?? ownName(name, locale);
  if (language === undefined || language.code.includes('-')) return undefined;
  const territory = resolveTerritory(region, locale) ?? resolveTerritory(region, language.code);
  return territory?.as === 'name'
    ? { code: `${language.code}-${territory.code}`, as: language.as }
    : undefined;
}

/** True for what a language calls itself, where that is no word of `locale`: `Deutsch` in an English page. */
export function isOwnLanguageName(text: string, locale: string): boolean {
  const index = indexOf(locale);
  return index !== undefined && lookUpName(text, index) === undefined && ownName(text, locale) !== undefined;
}

/** Lists of languages often call each by its own name, in every language. */
function ownName(text: string, locale: string): NameMatch | undefined {
  ownNames ??= indexNames({
    inflects: false,
    names: ownNamed.split(' ').flatMap((code) => {
      return (['dialect', 'standard'] as const).flatMap((languageDisplay) => {
        const name = displayNamesOf(code, 'language', { languageDisplay })?.of(code);
        return name === undefined ? [] : [{ name, code }];
      });
    }),
  });
  const own = lookUpName(text, ownNames);
  // English names are what was left over, wherever they are not the page's.
  return own === undefined || own.code === 'en' || own.code.startsWith('en-') || locale === own.code
    ? undefined
    : own;
}

/** Languages whose own names stand in lists of languages. */
const ownNamed =
  'de es fr it pt nl sv da nb nn fi is pl cs sk hu ro bg hr sr sr-Latn sl et lv lt el tr ru uk be ka hy az kk uz ky mn he ar fa ur ' +
  'hi bn ta te mr gu kn ml pa ne si th lo km my vi id ms fil ja ko zh zh-Hans zh-Hant ca eu gl cy ga sq mk bs af sw am ' +
  'pt-BR pt-PT es-419 es-MX fr-CA';

/** Made when it is first asked: it takes the names of every language. */
let ownNames: NameIndex | undefined;

/** A quick look that spares most texts the search for a name. */
export function mayBeLanguage(piece: FoldedText, locale: string): boolean {
  const index = indexOf(locale);
  return localeTag.test(piece.text) || (index !== undefined && mayBeName(piece, index));
}

const indexes = new Map<string, NameIndex | undefined>();

function indexOf(locale: string): NameIndex | undefined {
  if (!indexes.has(locale)) indexes.set(locale, hasLanguageNames(locale) ? buildIndex(locale) : undefined);
  return indexes.get(locale);
}

function buildIndex(locale: string): NameIndex {
  const key = languageKeyOf(locale);
  const variants = [...new Set([locale, key])];
  const displayed = variants.flatMap((variant) =>
    (['dialect', 'standard'] as const).flatMap((languageDisplay) =>
      (['long', 'short'] as const).flatMap((style) => {
        const display = displayNamesOf(variant, 'language', { languageDisplay, style });
        return [...languageCodes, ...languageForms.split(' ')].flatMap((code) => {
          const name = display?.of(code);
          return name === undefined ? [] : [{ name, code }];
        });
      }),
    ),
  );
  const aliases = Object.entries(aliasesByLanguage[key] ?? {}).flatMap(([code, names]) =>
    names.split('|').map((name) => ({ name: name.trim(), code })),
  );
  // Chinese says 英语 and 英文.
  const others = key.startsWith('zh')
    ? displayed.map(({ name, code }) => ({ name: name.replace(/[语語]$/, '文'), code }))
    : [];
  return indexNames({
    names: [...displayed, ...aliases, ...others],
    inflects: inflectingLanguages.has(key),
    accompaniment: accompaniment[key.split('-')[0] ?? ''],
  });
}

/** What CLDR does not have: older names, names in use beside them. General knowledge; Chinese by script. */
const aliasesByLanguage: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    bn: 'Bengali',
    es: 'Castilian',
    fa: 'Farsi',
    fil: 'Tagalog',
    ky: 'Kirghiz',
    nb: 'Bokmål',
    nn: 'Nynorsk',
    or: 'Oriya',
    pt: 'Portugese',
    si: 'Sinhalese',
    sl: 'Slovene',
    zh: 'Mandarin | Mandarin Chinese',
  },
  de: { fa: 'Farsi', nb: 'Bokmål', zh: 'Mandarin' },
  es: { es: 'castellano', eu: 'vasco | euskera', zh: 'chino mandarín' },
  fr: { fa: 'farsi', zh: 'mandarin' },
  ru: {
    fa: 'фарси',
    'zh-Hans': 'китайский (упрощенное письмо) | упрощенный китайский',
    'zh-Hant': 'китайский (традиционное письмо) | традиционный китайский',
  },
  sv: { fa: 'farsi', ml: 'malayalam' },
  ja: { 'zh-Hans': '簡体字中国語 | 中国語簡体字', 'zh-Hant': '繁体字中国語 | 中国語繁体字' },
  ko: { 'zh-Hans': '중국어 간체', 'zh-Hant': '중국어 번체' },
  'zh-Hans': { 'zh-Hans': '简体中文 | 中文简体', 'zh-Hant': '繁体中文 | 中文繁体', zh: '汉语 | 中文' },
  'zh-Hant': { 'zh-Hans': '簡體中文 | 中文簡體', 'zh-Hant': '繁體中文 | 中文繁體', zh: '漢語 | 中文' },
};

/** The word for language beside a language's name, and articles. */
const accompaniment: Readonly<Record<string, RegExp>> = {
  en: /\s+language$/i,
  sv: /\s+språket?$/i,
  de: /^(?:das\s+)|\s+sprache$/i,
  fr: /^(?:le\s+|l['’]\s*|langue\s+)/i,
  es: /^(?:el\s+|idioma\s+|lengua\s+)/i,
  pt: /^(?:o\s+|língua\s+|idioma\s+)/i,
  it: /^(?:l['’]\s*|il\s+|lo\s+|lingua\s+)/i,
  pl: /^(?:język\s+)|\s+język$/i,
  cs: /\s+jazyk$/i,
  ru: /\s+язык$/i,
  uk: /\s+мова$/i,
  tr: /\s+dili$/i,
  vi: /^tiếng\s+/i,
  id: /^bahasa\s+/i,
  ms: /^bahasa\s+/i,
  th: /^ภาษา/,
  ar: /^اللغة\s+|^ال(?=.{3})/,
  he: /^השפה\s+/,
  hi: /\s+भाषा$/,
};
