import { plainDigits } from '../locale/numerals.ts';

/** A number in a text: its value and the range [from, to) of its digits and signs. */
export interface FoundNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

// What looks like a number and is none: addresses, ISO and numeric dates, times, telephone numbers.
const notNumbers =
  /(?:https?:\/\/|www\.)[^\s<>"'）)]+|[\w.+-]{1,64}@[\w.-]+|\p{Nd}{1,4}([-/])\p{Nd}{1,2}\1\p{Nd}{1,4}|\p{Nd}{1,2}\.\p{Nd}{1,2}\.\p{Nd}{4}|\p{Nd}{1,2}[:：]\p{Nd}{2}(?:[:：]\p{Nd}{2})?|\+\p{Nd}[\p{Nd} \u00A0()-]{5,50}\p{Nd}/u;
const spaces = ' \\u00A0\\u2009\\u202F';
const notNumber = new RegExp(`^(?:${notNumbers.source})$`, 'u');
const numeral = new RegExp(
  `(?:${notNumbers.source})|\\p{Nd}{1,3}(?:[${spaces}]\\p{Nd}{3}){1,100}(?:[.,]\\p{Nd}+)?(?!\\p{Nd})|\\p{Nd}+(?:[.,'’٫٬．，]\\p{Nd}+){0,1000}`,
  'gu',
);

/**
 * The numbers of a text, in digits of any script, whichever way they are grouped.
 *
 * `1,000`, `1.000`, `1 000` and `1'000` are all 1000 and `1,5` is 1.5: a single comma or point before exactly three
 * digits groups them, since guidance has more thousands than thousandths. Dates, times, versions, addresses and
 * telephone numbers, and digits that are part of a name (`Win32`), are no numbers.
 *
 * @example
 * findNumbers('上限为 １,０００ 个') // => [{ value: 1000, from: 4, to: 9 }]
 */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  if (!mayBeDigit.test(text)) return found;
  for (let start = nextStart(text, 0); start !== -1; start = nextStart(text, start)) {
    numeral.lastIndex = start;
    const match = numeral.exec(text);
    if (match === null) break;
    start = numeral.lastIndex;
    const before = text[match.index - 1] ?? '';
    if (/[\p{Script=Latin}_]/u.test(before)) continue;
    if (!asciiDigits.test(match[0]) && notNumber.test(match[0])) continue;
    for (const number of numbersOf(match[0], match.index)) found.push(number);
  }
  return found;
}

/** ASCII digits, and the parts of Unicode that may hold others: no search for a property, which takes longer. */
const mayBeDigit = /\d|[^\0-\u065F\u2000-\uA61F\uAC00-\uD7A3]/;
const anyDigit = /\p{Nd}/gu;
/** What most numbers are. */
const asciiDigits = /^\d+$/;

/** Where the word with the next digit starts, at `from` or behind it: what stands before it holds no number. */
function nextStart(text: string, from: number): number {
  anyDigit.lastIndex = from;
  const at = anyDigit.exec(text)?.index;
  if (at === undefined) return -1;
  let start = at;
  while (start > from && !isSpace(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function isSpace(unit: number): boolean {
  if (unit < 0xa0) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return /\s/.test(String.fromCharCode(unit));
}

function numbersOf(text: string, at: number): FoundNumber[] {
  const value = valueOf(text);
  if (value !== undefined) return [{ value, from: at, to: at + text.length }];
  // Points alone make a version or an address; commas alone a list of numbers.
  if (/^[\p{Nd}.]+$/u.test(text)) return [];
  return [...text.matchAll(/\p{Nd}+/gu)].map((digits) => ({
    value: Number(plainDigits(digits[0])),
    from: at + digits.index,
    to: at + digits.index + digits[0].length,
  }));
}

function valueOf(text: string): number | undefined {
  if (asciiDigits.test(text)) return Number(text);
  const plain = plainDigits(text)
    .replace(/[\u00A0\u2009\u202F]/g, ' ')
    .replace(/．/g, '.')
    .replace(/，/g, ',');
  if (/^\d+$/.test(plain)) return Number(plain);
  // Arabic has signs of its own, which leave no doubt.
  const arabic = /^(\d+(?:٬\d+)*)(?:٫(\d+))?$/.exec(plain);
  if (arabic !== null) return Number(`${(arabic[1] ?? '').replaceAll('٬', '')}.${arabic[2] ?? '0'}`);
  const grouped = /^([1-9]\d{0,2})([ ,.'’])(\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/.exec(plain);
  if (grouped !== null) {
    return Number(`${grouped[1]}${(grouped[3] ?? '').replace(/\D/g, '')}.${grouped[4] ?? '0'}`);
  }
  const lakhs = /^(\d{1,2}(?:,\d{2})+,\d{3})(?:\.(\d+))?$/.exec(plain);
  if (lakhs !== null) return Number(`${(lakhs[1] ?? '').replaceAll(',', '')}.${lakhs[2] ?? '0'}`);
  const decimal = /^(\d+)[.,](\d+)$/.exec(plain);
  return decimal === null ? undefined : Number(`${decimal[1]}.${decimal[2]}`);
}
