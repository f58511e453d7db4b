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

/** Codes of ISO 4217 that are in use. */
export const currencyCodes: readonly string[] = Intl.supportedValuesOf('currency');

const knownCodes: ReadonlySet<string> = new Set(currencyCodes);

/**
 * The currency that a printed name stands for, as its ISO 4217 code, or `undefined`.
 *
 * Reads the code itself, CLDR's names in `locale`, singular and plural.
 *
 * @example resolveCurrency('amerikanska dollar', 'sv') // => { code: 'USD', as: 'name' }
 */
export function resolveCurrency(text: string, locale: string): NameMatch | undefined {
  if (/^[A-Z]{3}$/.test(text)) return knownCodes.has(text) ? { code: text, as: 'name' } : undefined;
  const index = indexOf(locale);
  if (index === undefined) return undefined;
  const [, code = ''] = /^([A-Z]{3})\s*[(（]/.exec(text) ?? [];
  return knownCodes.has(code) ? { code, as: 'name' } : lookUpName(text, index);
}

/** CLDR's name of a currency; the code where it has none. */
export function currencyName(code: string, locale: string): string {
  return displayNamesOf(locale, 'currency')?.of(code) ?? code;
}

/** True when CLDR has names of currencies in the language of `locale`. */
export function hasCurrencyNames(locale: string): boolean {
  return displayNamesOf(locale, 'currency') !== undefined;
}

/** The currency whose name in `locale` is closest to a misspelt one. */
export function nearestCurrency(
  text: string,
  locale: string,
  among?: ReadonlySet<string>,
): NearName | undefined {
  const index = indexOf(locale);
  return index === undefined ? undefined : nearestName(text, index, among);
}

/** A quick look that spares most texts the search for a name. */
export function mayBeCurrency(piece: FoldedText, locale: string): boolean {
  const index = indexOf(locale);
  return /^[A-Z]{3}$/.test(piece.text) || (index !== undefined && mayBeName(piece, index));
}

const indexes = new Map<string, NameIndex | undefined>();

function indexOf(locale: string): NameIndex | undefined {
  if (!indexes.has(locale)) indexes.set(locale, hasCurrencyNames(locale) ? buildIndex(locale) : undefined);
  return indexes.get(locale);
}

function buildIndex(locale: string): NameIndex {
  const key = languageKeyOf(locale);
  const display = displayNamesOf(locale, 'currency');
  const displayed = currencyCodes.flatMap((code) => {
    const name = display?.of(code);
    return name === undefined || name === code ? [] : [{ name, code }];
  });
  const counted = amounts.flatMap((amount) =>
    countedCodes.flatMap((code) => {
      const format = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: code,
        currencyDisplay: 'name',
      });
      const name = format.formatToParts(amount).find(({ type }) => type === 'currency')?.value;
      return name === undefined ? [] : [{ name, code }];
    }),
  );
  const aliases = Object.entries(aliasesByLanguage[key] ?? {}).flatMap(([code, names]) =>
    names.split('|').map((name) => ({ name: name.trim(), code })),
  );
  return indexNames({
    names: [...displayed, ...counted, ...aliases],
    inflects: inflectingLanguages.has(key),
  });
}

/** Currencies that sentences name in the plural; to count them all takes longer than to judge many pages. */
const countedCodes = (
  'AED ARS AUD BDT BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KES KRW KZT MXN MYR NGN NOK NZD PEN ' +
  'PHP PKR PLN RON RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR'
).split(' ');

/** Languages have a form for one, for few and for many; the name by itself is the first of these. */
const amounts = [2, 5] as const;

/** General knowledge; Chinese by script. */
const aliasesByLanguage: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    CNY: 'Renminbi | Chinese renminbi | Chinese yuan renminbi | Yuan',
    GBP: 'Pound sterling | British pound sterling | Pounds sterling',
    JPY: 'Yen',
    RUB: 'Russian rouble',
    USD: 'United States dollar | American dollar',
  },
  de: {
    CNY: 'Yuan',
    GBP: 'Pfund Sterling | Britisches Pfund Sterling',
    JPY: 'Yen',
    USD: 'US Dollar | Amerikanischer Dollar',
  },
  es: { GBP: 'libra británica', JPY: 'yen japonés', USD: 'dólar de EE. UU. | dólar de Estados Unidos' },
  fr: { CNY: 'yuan chinois | yuan', USD: 'dollar américain | dollars américains | dollar US' },
  it: { USD: 'dollaro USA | dollaro americano' },
  ja: {
    CNY: '人民元 | 中国元',
    GBP: '英ポンド | イギリス ポンド',
    JPY: '円',
    USD: 'アメリカドル | 米国ドル',
  },
  ko: { USD: '미국 달러', CNY: '중국 위안' },
  nl: { GBP: 'Pond sterling', USD: 'US dollar' },
  pt: { GBP: 'libra esterlina', USD: 'dólar dos EUA | dólar americano' },
  ru: { CNY: 'юань', GBP: 'фунт стерлингов', JPY: 'иена | японская йена', USD: 'американский доллар' },
  sv: { GBP: 'brittiskt pund sterling | pund sterling', JPY: 'yen', USD: 'US-dollar | dollar' },
  'zh-Hans': { CNY: '人民币 | 人民币元', GBP: '英镑', JPY: '日元 | 日圆', USD: '美元' },
  'zh-Hant': {
    CNY: '人民幣',
    GBP: '英鎊',
    JPY: '日圓 | 日幣 | 日元',
    USD: '美元 | 美金',
    TWD: '新台幣 | 新臺幣 | 台幣',
  },
};
