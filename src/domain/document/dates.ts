import type { OwnText } from './own-text.ts';
import type { DateTrait } from './page-document.ts';
import { spanOfRunText } from './spans.ts';

/** A date in a text, and the range [from, to) of it. */
export interface FoundDate {
  /** The days that it may mean, `2024-03-05`, most often one; two where the order of day and month is not to be known. */
  readonly readings: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Year first, as ISO 8601, Chinese, Japanese and Korean have it; or last, behind day and month in either order. */
const written =
  /(?<![\p{Nd}.\-/])(?:(\p{Nd}{4})(?:([-/.])(\p{Nd}{1,2})\2(\p{Nd}{1,2})|[ ]?[年년][ ]?(\p{Nd}{1,2})[ ]?[月월][ ]?(\p{Nd}{1,2})[ ]?[日일])|(\p{Nd}{1,2})([-/.])[ ]?(\p{Nd}{1,2})\8[ ]?(\p{Nd}{4}))(?!\p{Nd}|[-/.]\p{Nd})/gu;
/** Most texts hold no year, and none without one is searched. */
const year = /[\d０-９]{4}/;

/**
 * The dates of a text that are written in digits. Months in words need the page's language, which a document does
 * not know: rules read those.
 *
 * @example
 * findDates('Seit 5.3.2024') // => [{ readings: ['2024-03-05'], from: 5, to: 13 }]
 * findDates('until 03/05/2024') // => [{ readings: ['2024-03-05', '2024-05-03'], from: 6, to: 16 }]
 */
export function findDates(text: string): readonly FoundDate[] {
  if (!year.test(text)) return [];
  return [...text.matchAll(written)].flatMap((match) => {
    const [whole, isoYear, , isoMonth, isoDay, eastMonth, eastDay, one, sign, other, lastYear] = match;
    const place = { from: match.index, to: match.index + whole.length };
    const orders =
      isoYear === undefined
        ? // Points stand between day and month alone.
          [[lastYear, other, one], ...(sign === '.' ? [] : [[lastYear, one, other]])]
        : [[isoYear, isoMonth ?? eastMonth, isoDay ?? eastDay]];
    const readings = new Set(orders.flatMap((order) => dayOf(order) ?? []));
    return readings.size === 0 ? [] : [{ readings: [...readings].toSorted(), ...place }];
  });
}

/** The dates in a block's or heading's own text, code left out, each with its place in the file. */
export function datesOf({ text, traits, span }: OwnText): readonly DateTrait[] {
  return findDates(text).flatMap(({ readings, from, to }) => {
    const isCode = traits.runs.some(
      (run) => run.markup.includes('code') && run.at < to && run.at + run.text.length > from,
    );
    const place = spanOfRunText({ textSpan: span, traits }, from, to);
    return isCode ? [] : [{ readings, text: text.slice(from, to), span: place }];
  });
}

/** A day that the calendar has. */
function dayOf(parts: readonly (string | undefined)[]): string | undefined {
  const [yearNumber = 0, month = 0, day = 0] = parts.map((part) => Number(part?.normalize('NFKC')));
  const date = new Date(Date.UTC(yearNumber, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && yearNumber > 999;
  return isDay ? date.toISOString().slice(0, 10) : undefined;
}
