/**
 * How a locale writes numbers: digits of any script, signs between them, and the words and characters that multiply
 * what stands before them. Signs and words are CLDR's, through `Intl`.
 */

/**
 * What a numeral in digits may mean, the reading that the locale prefers first; empty where it is no number.
 *
 * A page may keep the source's way of writing, so the other reading of `1.000` is given too.
 *
 * @example readNumeral('1.000', 'de') // => [1000, 1]
 * @example readNumeral('1.000', 'en') // => [1, 1000]
 * @example readNumeral('١٬٢٣٤٫٥', 'ar') // => [1234.5]
 */
export function readNumeral(text: string, locale: string): readonly number[] {
  const plain = plainNumeral(text);
  if (/^\d+$/.test(plain)) return [Number(plain)];
  const signs = [...new Set(plain.replace(/\d/g, ''))];
  const [first = '', second] = signs;
  if (signs.length > 2) return [];
  if (second !== undefined) {
    const [whole = '', part = '', ...more] = plain.split(second);
    const value = isDecimalSign(second) && more.length === 0 ? groupedValue(whole, first) : undefined;
    return value === undefined ? [] : [Number(`${value}.${part}`)];
  }
  const grouped = isGroupSign(first) ? groupedValue(plain, first) : undefined;
  const parts = plain.split(first);
  const isLocalDecimal = numberSignsOf(locale).decimals.includes(first);
  // Where a point parts whole and fraction, a comma between other digits than three parts two numbers.
  const isDecimal = isDecimalSign(first) && (isLocalDecimal || first !== ',' || grouped !== undefined);
  const decimal = isDecimal && parts.length === 2 ? Number(`${parts[0]}.${parts[1]}`) : undefined;
  const inOrder = isLocalDecimal ? [decimal, grouped] : [grouped, decimal];
  return [...new Set(inOrder.filter((value) => value !== undefined))];
}

/** The text with digits of every script as ASCII digits. */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => (digit <= '9' ? digit : String(digitValueOf(digit))));
}

/** A numeral with ASCII digits, and one spelling for signs that look alike. */
export function plainNumeral(text: string): string {
  return plainDigits(text)
    .replace(/[\u00A0\u2009\u202F]/g, ' ')
    .replace(/．/g, '.')
    .replace(/，/g, ',')
    .replace(/’/g, "'");
}

/** Unicode encodes the decimal digits of a script as ten code points in a row, from zero; rows may touch. */
function digitValueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

function isDecimalSign(sign: string): boolean {
  return sign === '.' || sign === ',' || sign === '٫';
}

function isGroupSign(sign: string): boolean {
  return sign !== '٫';
}

/** Digits in groups of three, or as India groups them; only the first may be shorter, and none begins with zero. */
function groupedValue(text: string, sign: string): number | undefined {
  const groups = text.split(sign);
  if (groups.length === 1) return Number(text);
  const [first = '', ...rest] = groups;
  const last = rest.at(-1) ?? '';
  const isIndian = first.length <= 2 && rest.slice(0, -1).every(({ length }) => length === 2);
  const isGrouped = first.length <= 3 && rest.every(({ length }) => length === 3);
  if (first.startsWith('0') || last.length !== 3 || !(isGrouped || isIndian)) return undefined;
  return Number(groups.join(''));
}

interface NumberSigns {
  readonly decimals: readonly string[];
}

const signsBefore = new Map<string, NumberSigns>();

function numberSignsOf(locale: string): NumberSigns {
  const known = signsBefore.get(locale);
  if (known !== undefined) return known;
  const decimals = [undefined, 'latn'].flatMap((numberingSystem) =>
    new Intl.NumberFormat(usableLocale(locale), { ...(numberingSystem && { numberingSystem }) })
      .formatToParts(1.5)
      .filter(({ type }) => type === 'decimal')
      .map(({ value }) => value),
  );
  const signs = { decimals };
  signsBefore.set(locale, signs);
  return signs;
}

/**
 * The locale as `Intl` takes it; English for a tag that is none.
 * @example usableLocale('zh_hant') // => 'zh-Hant'
 */
export function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * What a number is multiplied by when a word or character stands directly behind it, with the length of that: `Mio.`,
 * `тыс.`, `lakh`, `万`, the `K` of `10K`; `undefined` where there is none.
 *
 * @param rest What stands behind the digits.
 * @example scaleBehind('万人', 'zh') // => { factor: 10000, length: 1 }
 * @example scaleBehind(' Millionen Kunden', 'de') // => { factor: 1000000, length: 10 }
 */
export function scaleBehind(
  rest: string,
  locale: string,
): { readonly factor: number; readonly length: number } | undefined {
  const han = /^ ?([十百千万萬億亿兆천만억]+)/.exec(rest);
  if (han !== null) {
    const factor = Array.from(han[1] ?? '').reduce((product, sign) => product * (hanScales[sign] ?? 1), 1);
    return { factor, length: han[0].length };
  }
  const short = /^[KMB](?![\p{L}\p{Nd}])/u.exec(rest);
  if (short !== null) return { factor: shortScales[short[0]] ?? 1, length: 1 };
  const word = /^[ \u00A0\u202F-]?([\p{L}\p{M}]{2,20})/u.exec(rest);
  if (word === null) return undefined;
  const factor = factorOf((word[1] ?? '').toLowerCase(), scaleWordsOf(locale));
  return factor === undefined ? undefined : { factor, length: word[0].length };
}

/** East Asian characters that multiply, by what. */
export const hanScales: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  천: 1e3,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  億: 1e8,
  亿: 1e8,
  억: 1e8,
  兆: 1e12,
};

const shortScales: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9 };

/** A word itself, or a longer one with another ending: `миллионами`. */
function factorOf(word: string, scales: ReadonlyMap<string, number>): number | undefined {
  const known = scales.get(word);
  if (known !== undefined) return known;
  for (const [other, factor] of scales) {
    const stem = other.slice(0, -1);
    if (stem.length >= 4 && word.startsWith(stem) && word.length <= other.length + 3) return factor;
  }
  return undefined;
}

const scaleWordsBefore = new Map<string, ReadonlyMap<string, number>>();

/** The words of compact notation in the locale's language and in English. */
function scaleWordsOf(locale: string): ReadonlyMap<string, number> {
  const known = scaleWordsBefore.get(locale);
  if (known !== undefined) return known;
  const scales = new Map<string, number>([['hundred', 100]]);
  for (const tag of new Set(['en', usableLocale(locale)])) {
    for (const compactDisplay of ['long', 'short'] as const) {
      const format = new Intl.NumberFormat(tag, {
        notation: 'compact',
        compactDisplay,
        numberingSystem: 'latn',
      });
      for (const value of [1e3, 2e3, 5e3, 1e5, 1e6, 2e6, 5e6, 1e7, 1e9, 2e9, 5e9])
        addScale(scales, format, value);
    }
  }
  scaleWordsBefore.set(locale, scales);
  return scales;
}

function addScale(scales: Map<string, number>, format: Intl.NumberFormat, value: number): void {
  const parts = format.formatToParts(value);
  const word = parts.find(({ type }) => type === 'compact');
  const digits = parts.filter(({ type }) => type === 'integer').map(({ value: digit }) => digit);
  const name = word?.value.replaceAll(/[^\p{L}\p{M}]/gu, '').toLowerCase() ?? '';
  const count = Number(digits.join(''));
  if (name.length > 1 && count > 0) scales.set(name, value / count);
}
