import { plainDigits, usableLocale } from '../locale/numerals.ts';
import { languageOf, setsSpacesBetweenWords } from '../locale/scripts.ts';
import type { OwnText } from './own-text.ts';
import type { DateTrait } from './page-document.ts';
import { spanOfRunText } from './spans.ts';

/** A date in a text, and the range [from, to) of it. */
export interface FoundDate {
  /**
   * The days that it may mean, `2024-03-05`, most often one; two where the order of day and month is not to be known.
   * Without a day `2024-03`, without a year `--03-05`; none for a date of another calendar.
   */
  readonly readings: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Year first, as ISO 8601, Chinese, Japanese and Korean have it; or last, behind day and month in either order. */
const written =
  /(?<![\p{Nd}.\-/])(?:(\p{Nd}{4})(?:\u200F?([-/.])[ ]?(\p{Nd}{1,2})\u200F?\2[ ]?(\p{Nd}{1,2})|[ ]?[年년][ ]?(\p{Nd}{1,2})[ ]?[月월][ ]?(\p{Nd}{1,2})[ ]?[日일])|(\p{Nd}{1,2})\u200F?([-/.])[ ]?(\p{Nd}{1,2})\u200F?\8[ ]?(\p{Nd}{4}))(?!\p{Nd}|[-/.]\p{Nd})/gu;
/** Of East Asia, without a day or without a year. */
const eastern =
  /(?<![\p{Nd}.\-/年년])(?:(\p{Nd}{4})[ ]?[年년][ ]?(\p{Nd}{1,2})[ ]?[月월](?!\p{Nd}|[ ]\p{Nd})|(\p{Nd}{1,2})[ ]?[月월][ ]?(\p{Nd}{1,2})[ ]?[日일])(?!間|间)/gu;
const mayBeEastern = /[月월]/;
/** Most texts hold no year, and none without one is searched. */
const year = /[\d０-９٠-٩۰-۹०-९০-৯]{4}/;
const mayHaveDigit = /\d|[^\0-\u065F\u2000-\uA61F\uAC00-\uD7A3]/;

/**
 * The dates of a text: those in digits, and with a locale those whose month is a word of its language or of English.
 *
 * @example
 * findDates('Seit 5.3.2024') // => [{ readings: ['2024-03-05'], from: 5, to: 13 }]
 * findDates('until 03/05/2024') // => [{ readings: ['2024-03-05', '2024-05-03'], from: 6, to: 16 }]
 * findDates('с 1 октября 2019 г.', 'ru') // => [{ readings: ['2019-10-01'], from: 2, to: 16 }]
 */
export function findDates(text: string, locale?: string): readonly FoundDate[] {
  const inDigits = year.test(text) ? datesInDigits(text) : [];
  if (locale === undefined || !mayHaveDigit.test(text)) return inDigits;
  const others = [
    ...(mayBeEastern.test(text) ? easternDates(text) : []),
    ...[...new Set([locale, 'en'])].flatMap((language) => datesInWords(text, language)),
  ];
  const found: FoundDate[] = [];
  let end = 0;
  for (const date of [...inDigits, ...others].toSorted((one, other) => one.from - other.from)) {
    if (date.from < end) continue;
    found.push(date);
    end = date.to;
  }
  return found;
}

function datesInDigits(text: string): readonly FoundDate[] {
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
export function datesOf({ text, traits, span }: OwnText, locale?: string): readonly DateTrait[] {
  return findDates(text, locale).flatMap(({ readings, from, to }) => {
    const isCode = traits.runs.some(
      (run) => run.markup.includes('code') && run.at < to && run.at + run.text.length > from,
    );
    const place = spanOfRunText({ textSpan: span, traits }, from, to);
    return isCode ? [] : [{ readings, text: text.slice(from, to), span: place }];
  });
}

/**
 * True when two dates may be the same day, as far as both tell: `--03-05` agrees with `2024-03-05`.
 * @example mayBeSameDate(['2024-03'], ['2024-03-05']) // => true
 */
export function mayBeSameDate(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return true;
  return one.some((reading) => other.some((another) => agree(partsOf(reading), partsOf(another))));
}

/** Year, month and day; `undefined` for what a reading leaves open. */
function partsOf(reading: string): readonly (string | undefined)[] {
  const [yearPart, month, day] = reading.startsWith('--')
    ? [undefined, ...reading.slice(2).split('-')]
    : reading.split('-');
  return [yearPart, month, day];
}

function agree(one: readonly (string | undefined)[], other: readonly (string | undefined)[]): boolean {
  return one.every((part, at) => part === undefined || other[at] === undefined || part === other[at]);
}

/** A day that the calendar has. */
function dayOf(parts: readonly (string | undefined)[]): string | undefined {
  const [yearNumber = 0, month = 0, day = 0] = parts.map((part) => Number(plainDigits(part ?? '')));
  const date = new Date(Date.UTC(yearNumber, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && yearNumber > 999;
  return isDay ? date.toISOString().slice(0, 10) : undefined;
}

function easternDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(eastern)].flatMap((match) => {
    const [whole, yearText, month = '', onlyMonth = '', day] = match;
    const reading =
      yearText === undefined ? readingOf(undefined, onlyMonth, day) : readingOf(yearText, month, undefined);
    if (reading === undefined) return [];
    return [{ readings: reading, from: match.index, to: match.index + whole.length }];
  });
}

/** Readings of a date in parts; `undefined` for no date, none for one of another calendar. */
function readingOf(
  yearText: string | undefined,
  monthText: string,
  dayText: string | undefined,
): readonly string[] | undefined {
  const [yearNumber, month, day] = [yearText, monthText, dayText].map((part) =>
    part === undefined ? undefined : Number(plainDigits(part)),
  );
  if (month === undefined || month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) {
    return undefined;
  }
  const tail = day === undefined ? twoDigits(month) : `${twoDigits(month)}-${twoDigits(day)}`;
  if (yearNumber === undefined) return day === undefined ? undefined : [`--${tail}`];
  const common = yearNumber > buddhistYears && yearNumber < 2700 ? yearNumber - 543 : yearNumber;
  return common < 1600 || common > 2400 ? [] : [`${common}-${tail}`];
}

/** Years of the Buddhist era, which Thailand counts in, are 543 ahead. */
const buddhistYears = 2400;

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

interface MonthNames {
  /** By lower-case form; 0 for months of another calendar. */
  readonly months: ReadonlyMap<string, number>;
  /** Forms that the language writes with a capital. */
  readonly capitals: ReadonlySet<string>;
  /** Letters that a longer case than `Intl` writes may add. */
  readonly longestEnding: number;
  /** Forms that are no single word; `undefined` where there are none. */
  readonly phrases: RegExp | undefined;
}

interface FoundMonth {
  readonly month: number;
  readonly from: number;
  readonly to: number;
}

function datesInWords(text: string, locale: string): readonly FoundDate[] {
  const names = monthNamesOf(locale);
  if (names === undefined) return [];
  const months = monthsIn(text, names).toSorted((one, other) => one.from - other.from);
  const dates = months.map((found) => dateAround(text, found));
  return months.flatMap((found, at) => {
    const next = dates[at + 1];
    return dates[at] ?? (next === undefined ? [] : (beginOfRange(text, found, next) ?? []));
  });
}

/** The first month of `July – December 2020`, which has the year of the second. */
function beginOfRange(text: string, { month, from, to }: FoundMonth, last: FoundDate): FoundDate | undefined {
  const years = new Set(last.readings.flatMap((reading) => /^\d{4}/.exec(reading)?.[0] ?? []));
  if (years.size === 0 || !rangeSign.test(text.slice(to, last.from))) return undefined;
  return { readings: [...years].map((of) => `${of}-${twoDigits(month)}`), from, to };
}

/** A dash, or a word between two spaces. */
const rangeSign = /^\.?\s*(?:[-–—~〜～]|\s\p{L}{1,6}\s)\s*$/u;

/** Months stand beside numbers: to look at the words there takes less than to look at every word. */
function monthsIn(text: string, names: MonthNames): readonly FoundMonth[] {
  const months = new Map<number, FoundMonth>();
  for (const { 0: digits, index } of text.matchAll(/\p{Nd}+/gu)) {
    const start = Math.max(0, index - besideNumber);
    const around = text.slice(start, index + digits.length + besideNumber);
    for (const { 0: word, index: at } of around.matchAll(/[\p{L}\p{M}]{2,}(?:['’]\p{L}{1,3})?/gu)) {
      const month = monthOf(word, names);
      if (month !== undefined)
        months.set(start + at, { ...month, from: start + at, to: start + at + month.to });
    }
  }
  for (const { 0: phrase, index } of names.phrases === undefined ? [] : text.matchAll(names.phrases)) {
    const month = names.months.get(phrase.toLowerCase());
    if (month !== undefined) months.set(index, { month, from: index, to: index + phrase.length });
  }
  return [...months.values()];
}

/** Characters between a number and the end of a month: `1er de septiembre`, or the other way round. */
const besideNumber = 24;

/** The month that a word names, in any case of the language, and where its name ends. */
function monthOf(
  word: string,
  { months, capitals, longestEnding }: MonthNames,
): { readonly month: number; readonly to: number } | undefined {
  const key = word.toLowerCase();
  // Hebrew joins `in` to the name.
  for (const start of /^[בלמ]/.test(key) ? [0, 1] : [0]) {
    for (let to = key.length; to >= Math.max(start + 2, key.length - longestEnding); to--) {
      const form = key.slice(start, to);
      const month = months.get(form);
      if (month === undefined) continue;
      // "may 5" is no date.
      return capitals.has(form) && word.startsWith(key.charAt(0)) ? undefined : { month, to: word.length };
    }
  }
  return undefined;
}

const gap = `[\\s\\u00A0,.]{0,3}(?:(?:of|de|del|di|d['’]|năm|в|m\\.|g\\.|gada|թ․|พ\\.ศ\\.)\\s{1,2})?[בלמ]?`;
const dayOrYearEnd = `(?!\\p{Nd}|[.,:]\\p{Nd})`;
const dayBefore = new RegExp(
  `(?<!\\p{Nd}|\\p{Nd}[.,:/-])(\\p{Nd}{1,2})(?:st|nd|rd|th|er|[ºª°]|:[ae]|-(?:го|е|й))?(?=[\\s\\u00A0.])${gap}$`,
  'u',
);
const yearBefore = new RegExp(`(?<![\\p{Nd}.,:/-])(\\p{Nd}{4})(?=[\\s\\u00A0.])${gap}$`, 'u');
const dayBehind = new RegExp(
  `^\\.?${gap}(?<![\\p{L}\\p{M}])(\\p{Nd}{1,2})(?:st|nd|rd|th|er|[ºª°])?${dayOrYearEnd}(?![%\\p{L}])`,
  'u',
);
const yearBehind = new RegExp(`^\\.?${gap}(?<![\\p{L}\\p{M}])(\\p{Nd}{4})${dayOrYearEnd}`, 'u');

/** The date whose month stands at a place; `undefined` for a month alone. */
function dateAround(text: string, { month, from, to }: FoundMonth): FoundDate | undefined {
  const before = text.slice(Math.max(0, from - besideNumber), from);
  const [first, firstYear] = [dayBefore.exec(before), yearBefore.exec(before)];
  const late = first === null ? dayBehind.exec(text.slice(to, to + besideNumber)) : null;
  const end = to + (late?.[0].length ?? 0);
  const lastYear = firstYear === null ? yearBehind.exec(text.slice(end, end + besideNumber)) : null;
  const day = first?.[1] ?? late?.[1];
  const yearText = firstYear?.[1] ?? lastYear?.[1];
  if (day === undefined && yearText === undefined) return undefined;
  const readings = month === 0 ? [] : readingOf(yearText, String(month), day);
  if (readings === undefined) return undefined;
  const behind = first?.[0].length ?? firstYear?.[0].length ?? 0;
  return { readings, from: from - behind, to: end + (lastYear?.[0].length ?? 0) };
}

const monthNamesBefore = new Map<string, MonthNames | undefined>();

function monthNamesOf(locale: string): MonthNames | undefined {
  if (!monthNamesBefore.has(locale)) monthNamesBefore.set(locale, readMonthNames(locale));
  return monthNamesBefore.get(locale);
}

/** Languages whose months have more cases than `Intl` writes. */
const inflecting: ReadonlySet<string> = new Set('bg cs et fi hr hu lt lv mk pl ru sk sl sr tr uk'.split(' '));

function readMonthNames(locale: string): MonthNames | undefined {
  const tag = usableLocale(locale);
  const months = new Map<string, number>();
  const capitals = new Set<string>();
  for (let month = 1; month <= 12 && languageOf(locale) === 'vi'; month++) {
    // Months are numbered behind a word, which `Intl` takes for no part of the name.
    for (const word of ['tháng', 'thg']) months.set(`${word} ${month}`, month);
  }
  for (const [month, forms] of formsOfMonths(tag, 'gregory').entries()) {
    for (const name of forms) {
      const key = name.toLowerCase();
      months.set(key, month + 1);
      if (key !== name && !forms.has(key)) capitals.add(key);
    }
  }
  const { calendar } = new Intl.DateTimeFormat(tag).resolvedOptions();
  const ofOther = /gregory|buddhist/.test(calendar) ? [] : formsOfMonths(tag, calendar);
  for (const name of ofOther.flatMap((forms) => [...forms])) {
    if (!months.has(name.toLowerCase())) months.set(name.toLowerCase(), 0);
  }
  if (months.size === 0) return undefined;
  const setsSpaces = setsSpacesBetweenWords(locale);
  const phrases = [...months.keys()].filter((form) => !setsSpaces || /[^\p{L}\p{M}]/u.test(form));
  const longestFirst = phrases.toSorted((one, other) => other.length - one.length);
  return {
    months,
    capitals,
    longestEnding: inflecting.has(languageOf(locale)) ? 4 : 0,
    phrases:
      phrases.length === 0
        ? undefined
        : new RegExp(`(?:${longestFirst.map(escaped).join('|')})(?!\\p{Nd})`, 'giu'),
  };
}

/** Each month standing alone and beside a day, long and short; no forms where months are numbered. */
function formsOfMonths(locale: string, calendar: string): readonly ReadonlySet<string>[] {
  const formats = (['long', 'short'] as const).flatMap((width) =>
    ([{}, { day: 'numeric' }, { year: 'numeric' }, { day: 'numeric', year: 'numeric' }] as const).map(
      (rest) => {
        const options = {
          month: width,
          calendar,
          timeZone: 'UTC',
          numberingSystem: 'latn',
          ...rest,
        } as const;
        return new Intl.DateTimeFormat(locale, options);
      },
    ),
  );
  return Array.from({ length: 12 }, (_, month) => {
    const forms = new Set<string>();
    for (const format of formats) {
      for (const { type, value } of format.formatToParts(Date.UTC(2019, month, 15))) {
        const name = value.replace(/\.$/, '').trim();
        if (type === 'month' && /[\p{L}\p{M}.]{2}/u.test(name) && !/[月월]/.test(name)) forms.add(name);
      }
    }
    return forms;
  });
}

function escaped(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
