import { mayBeSameDate } from '../../../../src/domain/document/dates.ts';
import { ownTextOf } from '../../../../src/domain/document/own-text.ts';
import type { Block, Section } from '../../../../src/domain/document/page-document.ts';
import { alignedTexts, type TextPair } from '../../align/aligned-texts.ts';
import type { Alignment } from '../../align/alignment.ts';
import type { PairContext } from '../rule.ts';
import { brokenMarkersOf } from '../structure/broken-markers.ts';
import type { Figure, FoundWord, NumberFigure } from './figures.ts';
import {
  compareFigures,
  isSameNumber,
  type Placed,
  placedFigures,
  type Remainder,
  type Side,
  valuesIn,
} from './match-figures.ts';

/** A figure of the source, and another that stands in its place. */
export interface FigureChange {
  readonly kind: 'number' | 'unit' | 'version' | 'date' | 'time';
  readonly source: Placed<Figure | FoundWord>;
  readonly translation: Placed<Figure | FoundWord>;
  /**
   * Why the two are held against each other: they count the same unit, stand behind the same name, or all else of
   * the two texts agrees; `order` where several changed; `bound` for `more than 10` and `11 or more`.
   */
  readonly reason: 'unit' | 'name' | 'only' | 'order' | 'word' | 'vague word' | 'bound';
  /** The texts that answer each other. */
  readonly texts: TextPair;
}

/**
 * The figures that a translation changed, of texts that answer each other, in the order of the alignment.
 *
 * A number that is absent is no change, nor is one that the translation adds: only where one stands for the other.
 */
export function changedFigures(context: PairContext): readonly FigureChange[] {
  const known = changesBefore.get(context);
  if (known !== undefined) return known;
  const changes = findChanges(context);
  changesBefore.set(context, changes);
  return changes;
}

/** Four rules ask for the same. */
const changesBefore = new WeakMap<PairContext, readonly FigureChange[]>();

/** Below this, two texts may not answer each other at all. */
const leastScore = 0.5;
/** Words are common, and those of two texts that only overlap differ. */
const leastScoreForWords = 0.85;
/** More changes than this in one text mean that it is another text. */
const mostChanges = 3;

function findChanges(context: PairContext): readonly FigureChange[] {
  const { alignment, source, translation } = context;
  const remainders: Remainder[] = [];
  for (const texts of alignedTexts(alignment)) {
    if (texts.score < leastScore || !texts.source.every(isProse) || !texts.translation.every(isProse))
      continue;
    const remainder = compareFigures(texts, source, translation);
    if (remainder !== undefined) remainders.push(remainder);
  }
  if (remainders.length === 0) return [];
  const elsewhere = new Elsewhere(remainders, context);
  return remainders.flatMap((remainder) => {
    const changes = changesIn(elsewhere.withoutMoved(remainder));
    return changes.length > mostChanges || holdsMarker(remainder.texts, alignment) ? [] : changes;
  });
}

/** The number of a marker that is glued to its text is no number of the text, and a finding of its own. */
function holdsMarker({ source, translation }: TextPair, alignment: Alignment): boolean {
  const { hasMarker } = brokenMarkersOf(alignment);
  return [...source, ...translation].some(({ node }) => hasMarker(node));
}

/** The figures that differ between two texts that answer each other, whatever stands elsewhere on their pages. */
export function figuresChangedIn(texts: TextPair, source: Side, translation: Side): readonly FigureChange[] {
  if (!texts.source.every(isProse) || !texts.translation.every(isProse)) return [];
  const remainder = compareFigures(texts, source, translation);
  const changes = remainder === undefined ? [] : changesIn(remainder);
  return changes.length > mostChanges ? [] : changes;
}

/** Raw HTML holds attributes and styles. */
function isProse({ node }: { readonly node: Block | Section }): boolean {
  return node.kind !== 'html';
}

/** What single texts of a section have alone: a number that another text of the section lacks was moved. */
class Elsewhere {
  readonly #remainders: readonly Remainder[];
  readonly #context: PairContext;
  #homes: { readonly source: FiguresByHome; readonly translation: FiguresByHome } | undefined;

  constructor(remainders: readonly Remainder[], context: PairContext) {
    this.#remainders = remainders;
    this.#context = context;
  }

  /** Without the figures that the other page has in a text of the same section that lacks a counterpart for them. */
  withoutMoved(remainder: Remainder): Remainder {
    const { source, translation } = remainder;
    if (source.figures.length === 0 || translation.figures.length === 0) return remainder;
    this.#homes ??= { source: this.#readHomes('source'), translation: this.#readHomes('translation') };
    const { source: lost, translation: strays } = this.#homes;
    return {
      ...remainder,
      source: { ...source, figures: withoutThose(source.figures, strays, remainder) },
      translation: { ...translation, figures: withoutThose(translation.figures, lost, remainder) },
    };
  }

  #readHomes(side: 'source' | 'translation'): FiguresByHome {
    const homes: FiguresByHome = new Map();
    const add = (
      home: Section | undefined,
      figures: readonly Placed[],
      owner: Remainder | undefined,
    ): void => {
      for (const key of figures.flatMap(({ figure }) => keysOf(figure))) {
        const keys = homes.get(home) ?? new Map<string, Set<Remainder | undefined>>();
        homes.set(home, keys.set(key, (keys.get(key) ?? new Set()).add(owner)));
      }
    };
    for (const remainder of this.#remainders) add(homeOf(remainder), remainder[side].figures, remainder);
    const { alignment, [side]: page } = this.#context;
    const answers = this.#answeringHomes(side);
    for (const pair of alignment.blocks) {
      if (pair.source.length > 0 && pair.translation.length > 0) continue;
      for (const block of pair[side]) {
        const text = ownTextOf(block);
        if (text === undefined) continue;
        add(answers.get(block.section), placedFigures([text], page.locale), undefined);
      }
    }
    return homes;
  }

  /** The sections of the source that answer those of a page. */
  #answeringHomes(side: 'source' | 'translation'): ReadonlyMap<Section, Section | undefined> {
    return new Map(
      this.#context.alignment.sections.flatMap((pair) =>
        pair[side].map((section) => [section, side === 'source' ? section : pair.source[0]] as const),
      ),
    );
  }
}

/** By section of the source and key: who has such a figure alone, `undefined` for texts without counterpart. */
type FiguresByHome = Map<Section | undefined, Map<string, Set<Remainder | undefined>>>;

function withoutThose(figures: readonly Placed[], homes: FiguresByHome, own: Remainder): readonly Placed[] {
  const home = homes.get(homeOf(own));
  return figures.filter(({ figure }) =>
    keysOf(figure).every((key) => {
      const owners = home?.get(key);
      return owners === undefined || (owners.size === 1 && owners.has(own));
    }),
  );
}

function homeOf({ texts }: Remainder): Section | undefined {
  return sectionOf(texts.source[0]?.node);
}

/** Equal for figures that may be one. */
function keysOf(figure: Figure): readonly string[] {
  if (figure.kind === 'number') return valuesIn(figure).map(String);
  if (figure.kind === 'date') return figure.readings;
  return [`${figure.kind} ${figure.text}`];
}

function sectionOf(node: Block | Section | undefined): Section | undefined {
  return node?.kind === 'section' ? node : node?.section;
}

function isSame(one: Figure, other: Figure): boolean {
  if (one.kind === 'number' && other.kind === 'number') return isSameNumber(one, other);
  if (one.kind === 'date' && other.kind === 'date') return mayBeSameDate(one.readings, other.readings);
  return one.kind === other.kind && one.text === other.text;
}

/** The changes of two texts, the surest first: each takes what it names from those that come after. */
function changesIn({ texts, source, translation, otherUnits }: Remainder): readonly FigureChange[] {
  const changes: FigureChange[] = otherUnits.map(([one, other]) => {
    return { kind: 'unit', source: one, translation: other, reason: 'unit', texts };
  });
  let own = source.figures.filter(({ figure }) => !translation.reader.quotes(figure));
  // A digit for a word of the source is no change, nor one for code, whatever it stands beside.
  let others = translation.figures.filter(
    ({ figure }) => !source.reader.spells(valuesIn(figure)) && !source.reader.quotes(figure),
  );
  const add = (reason: FigureChange['reason'], pairs: readonly (readonly [Placed, Placed])[]): void => {
    for (const [one, other] of pairs) {
      const kind = reason === 'name' && isPointed(one) ? 'version' : one.figure.kind;
      changes.push({
        kind,
        source: one,
        translation: other,
        reason: isOtherBound(one, other) ? 'bound' : reason,
        texts,
      });
    }
    own = own.filter((one) => !pairs.some(([taken]) => taken === one));
    others = others.filter((other) => !pairs.some(([, taken]) => taken === other));
  };
  add(
    'name',
    alikeIn(own, others, ({ name }) => name),
  );
  add(
    'unit',
    alikeIn(own, others, ({ unit }) => unit?.name),
  );
  const inPlace = inSamePlace(own, others, source.all, translation.all);
  add(inPlace.length === 1 ? 'only' : 'order', inPlace);
  // Equal numbers are matched in any order, so what is left may be another of the same value.
  if (inPlace.length > 0) return changes;
  own = own.filter(({ figure }) => !translation.reader.shows(figure));
  others = others.filter(({ figure }) => !source.reader.shows(figure));
  for (const kind of ['date', 'time', 'version', 'number'] as const) {
    const ofKind = ({ figure }: Placed): boolean => figure.kind === kind;
    const pairs = inOrder(own.filter(ofKind), others.filter(ofKind));
    add(pairs.length === 1 ? 'only' : 'order', pairs);
  }
  if (changes.length > 0 || texts.score < leastScoreForWords) return changes;
  const ofWords = changesOfWords('word', texts, [...source.words, ...own], [...translation.words, ...others]);
  if (ofWords.length > 0 || source.words.length + own.length + translation.words.length > 0) return ofWords;
  const isOnlyDigit = translation.all.length === source.all.length + 1;
  return isOnlyDigit ? changesOfWords('vague word', texts, source.vagueWords, others) : [];
}

/** One more or one less, where one of the two compares strictly: languages put that in either way. */
function isOtherBound(one: Placed, other: Placed): boolean {
  if (one.figure.kind !== 'number' || other.figure.kind !== 'number') return false;
  const values = other.figure.values;
  const isNext = one.figure.values.some((value) => values.some((next) => Math.abs(value - next) === 1));
  return isNext && (isStrict(one) || includesBound(other) || includesBound(one));
}

/** "More than" before the number. */
function isStrict({ figure, text: { text } }: Placed<Figure | FoundWord>): boolean {
  return /\b(?:than|over|under|above|below|exceeds?) $/i.test(
    text.slice(Math.max(0, figure.from - 12), figure.from),
  );
}

/** "Or more" and "or less", as East Asian languages set them behind the number and what it counts. */
function includesBound({ figure, text: { text } }: Placed): boolean {
  return /^.{0,3}(?:以上|以下|以内|以內|이상|이하|이내)/u.test(text.slice(figure.to, figure.to + 6));
}

function isPointed({ figure }: Placed): boolean {
  return figure.kind === 'number' && /^\d+\.\d+$/.test(figure.plain);
}

/** Numbers that alone have the same name before them, or the same unit behind them. */
function alikeIn(
  own: readonly Placed[],
  others: readonly Placed[],
  markOf: (figure: NumberFigure) => string | undefined,
): (readonly [Placed, Placed])[] {
  const byMark = (all: readonly Placed[]): ReadonlyMap<string | undefined, Placed[]> =>
    Map.groupBy(all, ({ figure }) => (figure.kind === 'number' ? markOf(figure) : undefined));
  const theirs = byMark(others);
  return [...byMark(own)].flatMap(([mark, found]) => {
    const alike = theirs.get(mark) ?? [];
    const [one, other] = [found[0], alike[0]];
    if (
      mark === undefined ||
      found.length > 1 ||
      alike.length !== 1 ||
      one === undefined ||
      other === undefined
    ) {
      return [];
    }
    return [[one, other] as const];
  });
}

/**
 * What is left, where both texts have as many figures in the same order, and no more of them differ than are left:
 * then a number is told apart from another of the same value.
 */
function inSamePlace(
  own: readonly Placed[],
  others: readonly Placed[],
  all: readonly Placed[],
  allOthers: readonly Placed[],
): (readonly [Placed, Placed])[] {
  if (own.length === 0 || own.length !== others.length || all.length !== allOthers.length) return [];
  const pairs = all.flatMap((one, at) => {
    const other = allOthers[at];
    return other === undefined || isSame(one.figure, other.figure) ? [] : [[one, other] as const];
  });
  const isWhole = pairs.length === own.length && pairs.length <= mostChanges;
  const isAlike = pairs.every(
    ([one, other]) => one.figure.kind === other.figure.kind && !isConverted(one, other),
  );
  return isWhole && isAlike ? pairs : [];
}

function inOrder(own: readonly Placed[], others: readonly Placed[]): (readonly [Placed, Placed])[] {
  if (own.length !== others.length) return [];
  return own.flatMap((one, at) => {
    const other = others[at];
    return other === undefined || isConverted(one, other) ? [] : [[one, other] as const];
  });
}

/** Counted in another unit: miles that became kilometres. */
function isConverted({ figure }: Placed, { figure: other }: Placed): boolean {
  if (figure.kind !== 'number' || other.kind !== 'number') return false;
  return figure.unit !== undefined && other.unit !== undefined && figure.unit.name !== other.unit.name;
}

/** One number word for another, or for digits. */
function changesOfWords(
  reason: 'word' | 'vague word',
  texts: TextPair,
  own: readonly Placed<Figure | FoundWord>[],
  others: readonly Placed<Figure | FoundWord>[],
): readonly FigureChange[] {
  const [source, translation] = [own[0], others[0]];
  if (own.length !== 1 || others.length !== 1 || source === undefined || translation === undefined) return [];
  const areNumbers = 'values' in source.figure && 'values' in translation.figure;
  // More than one is two or more.
  return areNumbers && !isStrict(source) ? [{ kind: 'number', source, translation, reason, texts }] : [];
}
