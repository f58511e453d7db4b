import { findDates } from '../../../../src/domain/document/dates.ts';
import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import {
  plainDigits,
  plainNumeral,
  readNumeral,
  scaleBehind,
} from '../../../../src/domain/locale/numerals.ts';
import { type Unit, unitAround } from '../../../../src/domain/locale/numerals-units.ts';
import { numberWordKeyOf, numberWordsOf } from '../../../../src/domain/locale/numerals-words.ts';

/** Something in a text that counts, dates, times or names a version. */
export type Figure = NumberFigure | VersionFigure | DateFigure | TimeFigure;

interface Place {
  /** The range [from, to) of the own text. */
  readonly from: number;
  readonly to: number;
  /** As it stands there. */
  readonly text: string;
}

/** A number in digits or in a word. */
export interface NumberFigure extends Place {
  readonly kind: 'number';
  /** ASCII digits and one spelling of signs; empty for a word. */
  readonly plain: string;
  /** What the digits alone may mean; two where the sign between them may group or part. */
  readonly values: readonly number[];
  /** What it is with `million` or `万` behind it. */
  readonly scaled: readonly number[] | undefined;
  readonly unit: Unit | undefined;
  /** What it stands behind, where that is a name: `python` in `Python 3.10`. */
  readonly name: string | undefined;
}

/** `1.2.3`, `v2`. */
export interface VersionFigure extends Place {
  readonly kind: 'version';
  /** Without the `v`. */
  readonly plain: string;
}

/** A day, a month of a year, or a day of any year. */
export interface DateFigure extends Place {
  readonly kind: 'date';
  /** As `FoundDate.readings`. */
  readonly readings: readonly string[];
}

/** A time of day. */
export interface TimeFigure extends Place {
  readonly kind: 'time';
  readonly hour: number;
  readonly minute: number;
}

/** The figures in digits that a text has, in order; those in code and addresses left out. */
export function figuresOf(text: OwnText, locale: string): readonly Figure[] {
  if (!mayHaveFigure(text.text)) return none;
  const known = figuresBefore.get(text);
  if (known?.locale === locale) return known.figures;
  const figures = readFigures(text, locale);
  figuresBefore.set(text, { locale, figures });
  return figures;
}

const none: readonly Figure[] = [];

/** A source's text is asked for once for each translation. */
const figuresBefore = new WeakMap<
  OwnText,
  { readonly locale: string; readonly figures: readonly Figure[] }
>();

/** ASCII digits, and the parts of Unicode that may hold others. */
function mayHaveFigure(text: string): boolean {
  return /\d/.test(text) || (/[^\0-\u065F\u2000-\uA61F\uAC00-\uD7A3]/.test(text) && /\p{Nd}/u.test(text));
}

/** Not part of a figure, and never in a text. */
const hidden = '\uFFFC';

/** The own text with everything in code hidden, of the same length. */
export function proseOf({ text, traits }: OwnText): string {
  const codes = traits.runs.flatMap(({ text: code, at, markup }) =>
    markup.includes('code') ? [{ from: at, to: at + code.length }] : [],
  );
  return hide(text, codes);
}

/** Ranges in order that overlap nowhere. */
function hide(text: string, ranges: readonly { readonly from: number; readonly to: number }[]): string {
  if (ranges.length === 0) return text;
  let end = 0;
  const pieces = ranges.map(({ from, to }) => {
    const piece = `${text.slice(end, from)}${hidden.repeat(to - from)}`;
    end = to;
    return piece;
  });
  return `${pieces.join('')}${text.slice(end)}`;
}

const spaces = ' \\u00A0\\u2009\\u202F';
const figure = new RegExp(
  [
    // Addresses, hashes and telephone numbers are none.
    `(?<skip>(?:https?://|www\\.)[^\\s<>"'）)]+|[\\w.+-]{1,64}@[\\w.-]+|0x[\\da-f]+|(?<![\\p{L}\\p{Nd}])(?=[\\da-f]{0,40}\\d)(?=[\\da-f]{0,40}[a-f])[\\da-f]{7,64}(?![\\p{L}\\p{Nd}])|\\+\\p{Nd}[\\p{Nd} \\u00A0()-]{5,50}\\p{Nd})`,
    `(?<![\\p{Nd}:])(?<hour>\\p{Nd}{1,2})[:：](?<minute>\\p{Nd}{2})(?:[:：]\\p{Nd}{2})?(?![\\p{Nd}:])`,
    `(?<![\\p{L}\\p{Nd}.,])(?<only>\\d{1,2})(?=[ \\u00A0\\u202F]?[ap]\\.?m\\b)`,
    `(?<version>(?<![\\p{L}\\p{Nd}.])v\\d+(?:\\.\\d+)*|(?<![\\p{Nd}.])\\d+(?:\\.\\d+){2,})`,
    `(?<number>\\p{Nd}{1,3}(?:[${spaces}]\\p{Nd}{3}){1,100}(?:[.,]\\p{Nd}+)?(?!\\p{Nd})|\\p{Nd}+(?:[.,'’٫٬．，]\\p{Nd}+)*)`,
  ].join('|'),
  'giu',
);

function readFigures(own: OwnText, locale: string): readonly Figure[] {
  const all = proseOf(own);
  // Most digits stand in code.
  if (!mayHaveFigure(all)) return none;
  const dates = findDates(all, locale);
  const prose = hide(all, dates);
  const figures: Figure[] = dates.map(({ readings, from, to }) => ({
    kind: 'date',
    readings,
    from,
    to,
    text: all.slice(from, to),
  }));
  for (const match of prose.matchAll(figure)) {
    const { skip, hour, minute, only, version, number } = match.groups ?? {};
    if (skip !== undefined) continue;
    const place = { from: match.index, to: match.index + match[0].length, text: match[0] };
    // Digits that belong to a name, such as Win32, though not to 24x7, and the marks of references, such as [19].
    const before = prose.charAt(match.index - 1);
    const isFactor = /\d[x×]$/i.test(prose.slice(Math.max(0, match.index - 2), match.index));
    const isPartOfName = /[\p{Script=Latin}_]/u.test(before) && !isFactor;
    if (isPartOfName || (before === '[' && prose.charAt(place.to) === ']')) continue;
    const time = timeOf(hour ?? only, minute ?? '0');
    if (time !== undefined) figures.push({ kind: 'time', ...time, ...place });
    else if (version !== undefined) {
      const values = /^\d{1,3}(?:\.\d{3}){2,}$/.test(version) ? readNumeral(version, locale) : [];
      // 1.234.567 is a number where points group digits.
      if (values.length > 0) figures.push(numberAt(prose, place, values, locale));
      else figures.push({ kind: 'version', plain: version.replace(/^v/i, ''), ...place });
    } else if (number !== undefined) {
      const hours = hoursAt(prose, place);
      if (hours !== undefined) figures.push({ kind: 'time', ...hours, ...place });
      else figures.push(...numbersAt(prose, withPoint(prose, place), locale));
    }
  }
  return figures.toSorted((one, other) => one.from - other.from);
}

/** Nothing for what no clock shows, such as `16:90`. */
function timeOf(
  hourText: string | undefined,
  minuteText: string,
): { hour: number; minute: number } | undefined {
  if (hourText === undefined) return undefined;
  const hour = Number(plainDigits(hourText));
  const minute = Number(plainDigits(minuteText));
  return hour > 24 || minute > 59 ? undefined : { hour, minute };
}

/** A full hour, as `13 Uhr` and `午後 1 時` tell it; `3 時間` is how long something takes. */
function hoursAt(prose: string, { to, text }: Place): { hour: number; minute: number } | undefined {
  const isHour = /^[ \u00A0]?(?:Uhr(?!\p{L})|時(?![間点])|시(?!간)|[点點](?![\p{Nd}数數]))/u.test(
    prose.slice(to, to + 5),
  );
  return isHour && /^\p{Nd}{1,2}$/u.test(text) ? timeOf(text, '0') : undefined;
}

/** `.80`, as English writes what others write `0,80`: the point belongs to the number. */
function withPoint(prose: string, place: Place): Place {
  const isPointed = /(?:^|[^\p{L}\p{Nd}.,])\.$/u.test(prose.slice(Math.max(0, place.from - 2), place.from));
  if (!isPointed || !/^\d+$/.test(place.text)) return place;
  return { from: place.from - 1, to: place.to, text: `.${place.text}` };
}

function numbersAt(prose: string, place: Place, locale: string): readonly NumberFigure[] {
  const values = place.text.startsWith('.') ? [Number(`0${place.text}`)] : readNumeral(place.text, locale);
  if (values.length > 0) return [numberAt(prose, place, values, locale)];
  // A list of numbers without spaces.
  return Array.from(place.text.matchAll(/\p{Nd}+/gu), ({ 0: text, index }) => {
    const from = place.from + index;
    const part = { from, to: from + text.length, text };
    return numberAt(prose, part, readNumeral(text, locale), locale);
  });
}

function numberAt(prose: string, place: Place, values: readonly number[], locale: string): NumberFigure {
  const rest = prose.slice(place.to, place.to + 40);
  const before = prose.slice(Math.max(0, place.from - 40), place.from);
  const scale = scaleBehind(rest, locale);
  return {
    kind: 'number',
    ...place,
    plain: plainNumeral(place.text),
    values,
    scaled: scale && values.map((value) => value * scale.factor),
    unit: unitAround(before, scale === undefined ? rest : rest.slice(scale.length), locale),
    name: nameBefore.exec(before)?.[1]?.toLowerCase(),
  };
}

/** A word with a capital or a sign of names in Latin letters; in Chinese and Japanese no space parts it from what is before. */
const nameBefore = /(?<![a-z\d])([A-Z][A-Za-z\d.+#]{0,30}[A-Za-z\d+#])[ \u00A0-]?[v<>=≥~]{0,2} ?$/;

/** A word that is a number, or may be one. */
export interface FoundWord extends Place {
  readonly values: readonly number[];
  /** True for a cardinal from two on that has no other meaning. */
  readonly isSure: boolean;
  /** True for a word that counts or orders as a whole, not for an article or a compound. */
  readonly isCounting: boolean;
}

/** The number words of a text in order; none in a language whose words we do not know. */
export function numberWordsIn(text: OwnText, locale: string): readonly FoundWord[] {
  const known = wordsBefore.get(text);
  if (known?.locale === locale) return known.words;
  const words = readNumberWords(text, locale);
  wordsBefore.set(text, { locale, words });
  return words;
}

const wordsBefore = new WeakMap<OwnText, { readonly locale: string; readonly words: readonly FoundWord[] }>();
const anyWord = /[\p{L}\p{M}]+(?:['’ʼ]\p{L}+)*/gu;

function readNumberWords(own: OwnText, locale: string): readonly FoundWord[] {
  const numbers = numberWordsOf(locale);
  if (numbers === undefined) return [];
  const found: FoundWord[] = [];
  for (const { 0: text, index } of proseOf(own).matchAll(anyWord)) {
    const key = numberWordKeyOf(text);
    const values = numbers.valuesOf(key);
    if (values.length === 0) continue;
    const place = { from: index, to: index + text.length, text };
    found.push({ values, isSure: numbers.sure.has(key), isCounting: numbers.isCounting(key), ...place });
  }
  return found;
}
