import { mayBeSameDate } from '../../../../src/domain/document/dates.ts';
import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import type { PageDocument } from '../../../../src/domain/document/page-document.ts';
import { plainDigits } from '../../../../src/domain/locale/numerals.ts';
import type { Unit } from '../../../../src/domain/locale/numerals-units.ts';
import { hanNumbersIn } from '../../../../src/domain/locale/numerals-words.ts';
import type { TextPair } from '../../align/aligned-texts.ts';
import {
  type Figure,
  type FoundWord,
  figuresOf,
  type NumberFigure,
  numberWordsIn,
  proseOf,
} from './figures.ts';

/** A figure and the text it stands in. */
export interface Placed<Found = Figure> {
  readonly figure: Found;
  readonly text: OwnText;
}

/** One page of a pair. */
export interface Side {
  readonly document: PageDocument;
  readonly locale: string;
}

/** What two texts that answer each other have and the other has not. */
export interface Remainder {
  readonly texts: TextPair;
  readonly source: Rest;
  readonly translation: Rest;
  /** The same number of another unit: `30 days` and `30 timmar`. */
  readonly otherUnits: readonly (readonly [Placed<NumberFigure>, Placed<NumberFigure>])[];
}

/** What one of two texts has alone, and what it says besides. */
export interface Rest {
  readonly figures: readonly Placed[];
  /** Number words that mean nothing else, and that the other text has neither in words nor in digits. */
  readonly words: readonly Placed<FoundWord>[];
  /** The others, such as `one` and ordinals, that the other text has neither. */
  readonly vagueWords: readonly Placed<FoundWord>[];
  /** All figures of the text in order. */
  readonly all: readonly Placed[];
  readonly reader: Reader;
}

/** Answers whether texts tell a number in another way; what takes long is read when it is first asked for. */
export interface Reader {
  /** In number words, Chinese or Roman numerals, or as part of a date or time. */
  readonly spells: (values: readonly number[]) => boolean;
  /** So, or in any of its figures. */
  readonly tells: (values: readonly number[]) => boolean;
  /** In code. */
  readonly quotes: (figure: Figure) => boolean;
  /** In any of these ways, or with the digits of a name or of a link's target. */
  readonly shows: (figure: Figure) => boolean;
}

/** So many figures are a table of data, and comparing all with all takes too long. */
const mostFigures = 200;

/** Takes away what two texts share, in any order and any way of writing; `undefined` where no change can be left. */
export function compareFigures(texts: TextPair, source: Side, translation: Side): Remainder | undefined {
  const one = placedFigures(texts.source, source.locale);
  const other = placedFigures(texts.translation, translation.locale);
  const words = placedWords(texts.source, source.locale);
  const hasWords = words.some(other.length === 0 ? isSureWord : isTellingWord);
  if ((one.length === 0 || other.length === 0) && !hasWords) return undefined;
  if (one.length > mostFigures || other.length > mostFigures) return undefined;

  const matches = new Map<Placed, Placed>();
  const taken = new Set<Placed>();
  for (const isSame of likenesses) {
    for (const placed of one) {
      if (matches.has(placed)) continue;
      const match = other.find(
        (candidate) => !taken.has(candidate) && isSame(placed.figure, candidate.figure),
      );
      if (match === undefined) continue;
      matches.set(placed, match);
      taken.add(match);
    }
  }
  const rest = one.filter((placed) => !matches.has(placed));
  const otherRest = other.filter((placed) => !taken.has(placed));
  const otherUnits = [...matches].flatMap(([placed, match]) => differInUnit(placed, match));
  const mayBeWord = hasWords && (otherRest.length > 0 || words.some(isSureWord));
  if ((rest.length === 0 || otherRest.length === 0) && !mayBeWord && otherUnits.length === 0)
    return undefined;

  const reader = readOnce(texts.source, source, one);
  const otherReader = readOnce(texts.translation, translation, other);
  const wordsLeft = (own: readonly Placed<FoundWord>[], beside: Reader): Placed<FoundWord>[] =>
    own.filter(({ figure }) => !beside.tells(figure.values));
  const otherWords = placedWords(texts.translation, translation.locale);
  return {
    texts,
    source: {
      figures: rest,
      words: wordsLeft(words.filter(isSureWord), otherReader),
      vagueWords: wordsLeft(words.filter(isVagueWord), otherReader),
      all: one,
      reader,
    },
    translation: {
      figures: otherRest,
      words: wordsLeft(otherWords.filter(isSureWord), reader),
      vagueWords: [],
      all: other,
      reader: otherReader,
    },
    otherUnits,
  };
}

/** The figures of several texts in order, each with its text. */
export function placedFigures(texts: readonly OwnText[], locale: string): readonly Placed[] {
  return texts.flatMap((text) => figuresOf(text, locale).map((figure) => ({ figure, text })));
}

function placedWords(texts: readonly OwnText[], locale: string): readonly Placed<FoundWord>[] {
  return texts.flatMap((text) => numberWordsIn(text, locale).map((figure) => ({ figure, text })));
}

function isSureWord({ figure }: Placed<FoundWord>): boolean {
  return figure.isSure;
}

/** An article counts nothing, and half an hour is 30 minutes. */
function isTellingWord({ figure }: Placed<FoundWord>): boolean {
  return figure.isCounting && figure.text.length > 2 && figure.values.every(Number.isInteger);
}

function isVagueWord(word: Placed<FoundWord>): boolean {
  return isTellingWord(word) && !word.figure.isSure;
}

/** Ways in which two figures are one, the closest first, so that what is alike in everything is not taken by another. */
const likenesses: readonly ((one: Figure, other: Figure) => boolean)[] = [
  (one, other) =>
    isNumber(one) && isNumber(other) && isSameNumber(one, other) && isSameUnit(one.unit, other.unit),
  (one, other) => isNumber(one) && isNumber(other) && isSameNumber(one, other),
  (one, other) => isNumber(one) && isNumber(other) && isSameAmount(one, other),
  (one, other) => 'plain' in one && 'plain' in other && one.plain === other.plain,
  (one, other) =>
    one.kind === 'date' && other.kind === 'date' && isSharedReading(one.readings, other.readings),
  (one, other) => one.kind === 'date' && other.kind === 'date' && mayBeSameDate(one.readings, other.readings),
  (one, other) =>
    one.kind === 'time' &&
    other.kind === 'time' &&
    one.hour % 12 === other.hour % 12 &&
    one.minute === other.minute,
];

function isNumber(figure: Figure): figure is NumberFigure {
  return figure.kind === 'number';
}

function isSharedReading(one: readonly string[], other: readonly string[]): boolean {
  return one.some((reading) => other.includes(reading));
}

/** True for one number, also where one text writes `10 thousand` and the other `10,000`, or only the other says `thousand`. */
export function isSameNumber(one: NumberFigure, other: NumberFigure): boolean {
  const isSameScaled = share(one.scaled ?? one.values, other.scaled ?? other.values);
  if (isSameScaled || (one.scaled === undefined) === (other.scaled === undefined)) return isSameScaled;
  return one.values[0] === other.values[0];
}

function share(one: readonly number[], other: readonly number[]): boolean {
  return one.some((value) => other.includes(value));
}

function isSameUnit(one: Unit | undefined, other: Unit | undefined): boolean {
  return one?.name === other?.name;
}

/** `24 hours` and `1 day`, `1 GB` and `1024 MB`, a month and its 30 days. */
function isSameAmount(one: NumberFigure, other: NumberFigure): boolean {
  if (one.unit === undefined || other.unit === undefined || one.unit.measures !== other.unit.measures)
    return false;
  if (one.unit.name === other.unit.name) return false;
  const [size, otherSize] = [one.unit.size, other.unit.size];
  return (one.scaled ?? one.values).some((value) =>
    (other.scaled ?? other.values).some((otherValue) => {
      const ratio = (value * size) / (otherValue * otherSize);
      return ratio > 0.97 && ratio < 1.03;
    }),
  );
}

function differInUnit(
  { figure, text }: Placed,
  { figure: other, text: otherText }: Placed,
): (readonly [Placed<NumberFigure>, Placed<NumberFigure>])[] {
  if (!isNumber(figure) || !isNumber(other) || !isSameNumber(figure, other)) return [];
  if (figure.unit === undefined || other.unit === undefined || isSameUnit(figure.unit, other.unit)) return [];
  return [
    [
      { figure, text },
      { figure: other, text: otherText },
    ],
  ];
}

function readOnce(texts: readonly OwnText[], { document, locale }: Side, figures: readonly Placed[]): Reader {
  let spelled: ReadonlySet<number> | undefined;
  let beside: ReadonlySet<string> | undefined;
  const own = new Set(figures.flatMap(({ figure }) => valuesIn(figure)));
  const spells = (values: readonly number[]): boolean => {
    spelled ??= numbersSpelledIn(texts, locale, figures);
    return values.some((value) => spelled?.has(value));
  };
  const tells = (values: readonly number[]): boolean =>
    values.some((value) => own.has(value)) || spells(values);
  return {
    spells,
    tells,
    quotes: ({ text }) => {
      const digits = digitRunsOf(text);
      return texts.some(({ traits }) =>
        traits.codes.some((code) => digits.every((run) => digitRunsOf(code.text).includes(run))),
      );
    },
    shows: (figure) => {
      if (tells(valuesIn(figure)) || (figure.kind === 'time' && tells([figure.hour]))) return true;
      beside ??= digitsBeside(texts, document, figures);
      return digitRunsOf(figure.text).every((run) => beside?.has(run));
    },
  };
}

/** What a figure may count; none for dates, times and versions. */
export function valuesIn(figure: Figure | FoundWord): readonly number[] {
  if (!('values' in figure)) return [];
  return 'scaled' in figure ? [...figure.values, ...(figure.scaled ?? [])] : figure.values;
}

function numbersSpelledIn(
  texts: readonly OwnText[],
  locale: string,
  figures: readonly Placed[],
): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const { figure } of figures) for (const part of partsOf(figure)) numbers.add(part);
  for (const text of texts) {
    for (const { values } of numberWordsIn(text, locale)) for (const value of values) numbers.add(value);
    const prose = proseOf(text);
    for (const value of hanNumbersIn(prose)) numbers.add(value);
    for (const value of periodsIn(prose)) numbers.add(value);
    for (const [numeral] of prose.matchAll(/(?<![\p{L}\p{N}])[IVX]{1,5}(?![\p{L}\p{N}])/gu)) {
      numbers.add(romanValue(numeral));
    }
    for (const [fraction] of prose.matchAll(/[¼½¾⅓⅔]/g)) numbers.add(fractions[fraction] ?? 0);
  }
  return numbers;
}

/** The 21st century is the years from 2000 in Swedish, the 1990s are the 90s in German, 1994–98 ends in 1998. */
function periodsIn(prose: string): readonly number[] {
  const centuries = prose.matchAll(/(?<!\d)(\d{1,2})(?:st|nd|rd|th)[ -]centur/gi);
  const decades = prose.matchAll(/(?<!\d)\d{2}(\d0)s/g);
  const spans = prose.matchAll(/(?<!\d)([12]\d)\d{2}[-–](\d{2})(?!\d)/g);
  return [
    ...Array.from(centuries, ([, century]) => (Number(century) - 1) * 100),
    ...Array.from(decades, ([, decade]) => Number(decade)),
    ...Array.from(spans, ([, century, last]) => Number(`${century}${last}`)),
  ];
}

const fractions: Readonly<Record<string, number>> = {
  '¼': 0.25,
  '½': 0.5,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};

/** The numbers that a date or time is made of. */
function partsOf(figure: Figure): readonly number[] {
  if (figure.kind === 'time') {
    const { hour, minute } = figure;
    return [hour, hour % 12, (hour % 12) + 12, minute];
  }
  return figure.kind === 'date' ? figure.readings.flatMap((reading) => digitRunsOf(reading).map(Number)) : [];
}

function romanValue(numeral: string): number {
  const values = Array.from(numeral, (letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Digits in code, names and targets of links: everything of the file that is in no figure. */
function digitsBeside(
  texts: readonly OwnText[],
  document: PageDocument,
  figures: readonly Placed[],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const count = (text: string, step: number): void => {
    for (const run of digitRunsOf(text)) counts.set(run, (counts.get(run) ?? 0) + step);
  };
  for (const { span } of texts) count(document.text.slice(span.start.offset, span.end.offset), 1);
  for (const { figure } of figures) count(figure.text, -1);
  return new Set([...counts].flatMap(([run, number]) => (number > 0 ? [run] : [])));
}

function digitRunsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/\p{Nd}+/gu), ([run]) => plainDigits(run));
}
