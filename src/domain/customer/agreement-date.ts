import { toAscii } from './normalise.ts';

/** A date in three boxes, as typed. */
export interface TypedDate {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/**
 * The date that three boxes say, as `YYYY-MM-DD`, or `undefined` if there is no such day.
 * @example toIsoDate({ year: '2026', month: '2', day: '３' }) // => '2026-02-03'
 * @example toIsoDate({ year: '2026', month: '2', day: '30' }) // => undefined
 */
export function toIsoDate({ year, month, day }: TypedDate): string | undefined {
  const [yearText, monthText, dayText] = [year, month, day].map(toAscii) as [string, string, string];
  if (!/^[1-9]\d{3}$/u.test(yearText) || !/^\d{1,2}$/u.test(monthText) || !/^\d{1,2}$/u.test(dayText))
    return undefined;
  const iso = `${yearText}-${monthText.padStart(2, '0')}-${dayText.padStart(2, '0')}`;
  // A month or day that there is not, such as 30 February, is moved on.
  const date = new Date(Date.UTC(Number(yearText), Number(monthText) - 1, Number(dayText)));
  return date.getUTCMonth() === Number(monthText) - 1 && date.getUTCDate() === Number(dayText)
    ? iso
    : undefined;
}

/**
 * What is wrong with an acceptance date, or `undefined`. Documented: it is not in the future.
 * @param today the partner's own day, as `YYYY-MM-DD`
 * @example agreementDateFault({ year: '2026', month: '12', day: '1' }, '2026-11-21') // => 'future'
 */
export function agreementDateFault(
  date: TypedDate,
  today: string,
): 'missing' | 'invalid' | 'future' | undefined {
  if ([date.year, date.month, date.day].every((part) => toAscii(part) === '')) return 'missing';
  const iso = toIsoDate(date);
  if (iso === undefined) return 'invalid';
  return iso > today ? 'future' : undefined;
}
