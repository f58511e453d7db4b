import { type TypedDate, toIsoDate } from '../agreement-date.ts';
import { toAscii } from '../normalise.ts';

/** What a cell says about a day; `ambiguous` where day and month could be either. */
export type ReadDate =
  | { readonly kind: 'date'; readonly date: TypedDate }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unknown' };

/** Reads days as the given locales write them. */
export type DateReader = (cell: string) => ReadDate;

/**
 * A reader of days in figures or words: ISO 8601, year first, day and month with points, and names of months. With
 * slashes or hyphens behind the day, `03/04/2025` is the third of April or the fourth of March: that is never guessed,
 * for a table may come from anywhere.
 * @example createDateReader(['ru-RU'])('1 июня 2025 г.') // => { kind: 'date', date: { year: '2025', month: '6', day: '1' } }
 * @example createDateReader(['en-US'])('03/04/2025') // => { kind: 'ambiguous' }
 */
export function createDateReader(locales: readonly string[]): DateReader {
  const months = monthNames(locales);
  return (cell) => {
    const text = toAscii(cell).toLowerCase();
    const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?$/u.exec(text);
    if (iso !== null) return day(iso[1], iso[2], iso[3]);
    const numbers = text.match(/\d+/gu) ?? [];
    const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
    const month = words.map((word) => months.get(word)).find((found) => found !== undefined);
    if (month !== undefined && numbers.length === 2) return named(numbers, month);
    if (numbers.length !== 3) return { kind: 'unknown' };
    const [one = '', two = '', three = ''] = numbers;
    const isEastern = /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/u.test(text);
    // What stands behind it may be "г." in Russian.
    const signs = /^\d+\s?([./-])\s?\d+\s?\1\s?\d+(?:\s?г\.?)?\.?$/u.exec(text)?.[1];
    if (isEastern || (signs !== undefined && one.length === 4)) return day(one, two, three);
    if (signs === undefined || three.length !== 4) return { kind: 'unknown' };
    // Points stand between day and month alone, in that order, in every language of the form.
    if (signs === '.' || one === two || Number(one) > 12) return day(three, two, one);
    return Number(two) > 12 ? day(three, one, two) : { kind: 'ambiguous' };
  };
}

function day(year = '', month = '', dayOfMonth = ''): ReadDate {
  const date = { year, month, day: dayOfMonth };
  return toIsoDate(date) === undefined ? { kind: 'unknown' } : { kind: 'date', date };
}

function named([one = '', two = '']: readonly string[], month: number): ReadDate {
  const [year, dayOfMonth] = one.length === 4 ? [one, two] : [two, one];
  return day(year, String(month), dayOfMonth);
}

/** Names as they stand beside a day, where Russian inflects them, and alone, long and short. */
function monthNames(locales: readonly string[]): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const locale of locales) {
    for (const month of ['long', 'short'] as const) {
      for (const withDay of [{ day: 'numeric' }, {}] as const) {
        const format = new Intl.DateTimeFormat(locale, { month, ...withDay, timeZone: 'UTC' });
        for (let index = 0; index < 12; index += 1) {
          const part = format.formatToParts(Date.UTC(2025, index, 1)).find(({ type }) => type === 'month');
          // Chinese months are numbers, which the figures tell.
          const name = part?.value.toLowerCase().replace(/\.$/u, '') ?? '';
          if (/^[\p{L}\p{M}]{3,}$/u.test(name)) months.set(name, index + 1);
        }
      }
    }
  }
  return months;
}
