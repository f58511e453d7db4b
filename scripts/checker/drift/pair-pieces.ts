import { diffArrays } from 'diff';
import type { Piece } from './read-pieces.ts';
import { similarityOf, wordsIn } from './similarity.ts';

/** Which piece of the new text was which of the old one. */
export interface PiecePairs {
  readonly beforeOf: ReadonlyMap<Piece, Piece>;
  readonly afterOf: ReadonlyMap<Piece, Piece>;
  /** Pieces of the new text that stand in another order than they stood. */
  readonly moved: ReadonlySet<Piece>;
}

/**
 * Pairs the pieces of two texts of one page: what is the same in the same order, then the same elsewhere, then what is
 * alike between two pairs, then what is alike elsewhere.
 */
export function pairPieces(before: readonly Piece[], after: readonly Piece[]): PiecePairs {
  const beforeOf = new Map<Piece, Piece>();
  const afterOf = new Map<Piece, Piece>();
  const moved = new Set<Piece>();
  const link = (old: Piece, now: Piece): void => {
    beforeOf.set(now, old);
    afterOf.set(old, now);
  };
  const freeBefore = (): readonly Piece[] => before.filter((piece) => !afterOf.has(piece));
  const freeAfter = (): readonly Piece[] => after.filter((piece) => !beforeOf.has(piece));

  const inOrder = sameInOrder(before, after);
  for (const [old, now] of inOrder) link(old, now);
  for (const [old, now] of sameElsewhere(freeBefore(), freeAfter())) {
    link(old, now);
    moved.add(now);
  }
  for (const gap of gapsBetween(inOrder, before, after)) {
    const olds = gap.before.filter((piece) => !afterOf.has(piece));
    const news = gap.after.filter((piece) => !beforeOf.has(piece));
    for (const [old, now] of alikeInOrder(olds, news)) link(old, now);
  }
  for (const [old, now] of alikeElsewhere(freeBefore(), freeAfter())) {
    link(old, now);
    moved.add(now);
  }
  return { beforeOf, afterOf, moved };
}

type PiecePair = readonly [before: Piece, after: Piece];

/** Edits beyond which the longest common sequence is not looked for: the time grows with their square. */
const mostEdits = 2000;

function sameInOrder(before: readonly Piece[], after: readonly Piece[]): readonly PiecePair[] {
  const changes = diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
    { maxEditLength: mostEdits },
  );
  if (changes === undefined) return uniqueInOrder(before, after);
  const pairs: PiecePair[] = [];
  let old = 0;
  let now = 0;
  for (const { count, added, removed } of changes) {
    if (!added && !removed) {
      for (let at = 0; at < count; at++) {
        const [one, other] = [before[old + at], after[now + at]];
        if (one !== undefined && other !== undefined) pairs.push([one, other]);
      }
    }
    if (!added) old += count;
    if (!removed) now += count;
  }
  return pairs;
}

/** Of two texts that have little in common: what each has once, as far as it goes forward. */
function uniqueInOrder(before: readonly Piece[], after: readonly Piece[]): readonly PiecePair[] {
  const counts = Map.groupBy(before, ({ key }) => key);
  const places = Map.groupBy(after.entries(), ([, { key }]) => key);
  const pairs: PiecePair[] = [];
  let last = -1;
  for (const old of before) {
    const own = places.get(old.key) ?? [];
    const [place] = own;
    if (place === undefined || own.length > 1 || counts.get(old.key)?.length !== 1 || place[0] <= last)
      continue;
    last = place[0];
    pairs.push([old, place[1]]);
  }
  return pairs;
}

function sameElsewhere(before: readonly Piece[], after: readonly Piece[]): readonly PiecePair[] {
  const byKey = Map.groupBy(before, ({ key }) => key);
  return after.flatMap((now): readonly PiecePair[] => {
    // A divider is nowhere missed.
    const old = now.kind === 'divider' ? undefined : byKey.get(now.key)?.shift();
    return old === undefined ? [] : [[old, now]];
  });
}

interface Gap {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

function gapsBetween(
  pairs: readonly PiecePair[],
  before: readonly Piece[],
  after: readonly Piece[],
): readonly Gap[] {
  const oldPlaces = new Map(before.map((piece, at) => [piece, at]));
  const newPlaces = new Map(after.map((piece, at) => [piece, at]));
  const gaps: Gap[] = [];
  let old = 0;
  let now = 0;
  for (const [one, other] of [...pairs, [undefined, undefined] as const]) {
    const oldEnd = one === undefined ? before.length : (oldPlaces.get(one) ?? 0);
    const newEnd = other === undefined ? after.length : (newPlaces.get(other) ?? 0);
    if (oldEnd > old && newEnd > now)
      gaps.push({ before: before.slice(old, oldEnd), after: after.slice(now, newEnd) });
    old = oldEnd + 1;
    now = newEnd + 1;
  }
  return gaps;
}

/** How alike two pieces of one kind, and of two kinds, must be to be one that was changed. */
const alikeOfKind = 0.3;
const alikeAcrossKinds = 0.6;

/** Pairs of a gap beyond which only its first pieces are held against each other. */
const largestTable = 40_000;

/** The pairs that are most alike in all, none crossing another. */
function alikeInOrder(before: readonly Piece[], after: readonly Piece[]): readonly PiecePair[] {
  if (before.length === 0 || after.length === 0) return [];
  if (before.length * after.length > largestTable) {
    const length = Math.floor(Math.sqrt(largestTable));
    return alikeInOrder(before.slice(0, length), after.slice(0, length));
  }
  const width = after.length + 1;
  const gains = new Float64Array(before.length * width + width);
  const scores = new Float64Array(before.length * after.length);
  const gainAt = (row: number, column: number): number => gains[row * width + column] ?? 0;
  const scoreAt = (row: number, column: number): number => scores[row * after.length + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const score = scoreOf(before[row], after[column]);
      scores[row * after.length + column] = score;
      const taken = score === 0 ? 0 : score + gainAt(row + 1, column + 1);
      gains[row * width + column] = Math.max(taken, gainAt(row + 1, column), gainAt(row, column + 1));
    }
  }
  const pairs: PiecePair[] = [];
  let row = 0;
  let column = 0;
  let rowFrom = 0;
  let columnFrom = 0;
  const closeGap = (rowEnd: number, columnEnd: number): void => {
    pairs.push(...inPlace(before.slice(rowFrom, rowEnd), after.slice(columnFrom, columnEnd)));
    rowFrom = rowEnd + 1;
    columnFrom = columnEnd + 1;
  };
  while (row < before.length && column < after.length) {
    const score = scoreAt(row, column);
    const [old, now] = [before[row], after[column]];
    if (
      score > 0 &&
      old !== undefined &&
      now !== undefined &&
      gainAt(row, column) === score + gainAt(row + 1, column + 1)
    ) {
      closeGap(row, column);
      pairs.push([old, now]);
      row++;
      column++;
    } else if (gainAt(row + 1, column) >= gainAt(row, column + 1)) row++;
    else column++;
  }
  closeGap(before.length, after.length);
  return pairs;
}

/** Pieces in the place of as many of the same kinds were written anew, however little they share. */
function inPlace(before: readonly Piece[], after: readonly Piece[]): readonly PiecePair[] {
  if (before.length !== after.length) return [];
  if (before.some((old, at) => old.kind !== after[at]?.kind)) return [];
  return before.flatMap((old, at): readonly PiecePair[] => {
    const now = after[at];
    return now === undefined ? [] : [[old, now]];
  });
}

/** 0 for two pieces that are not one. */
function scoreOf(old: Piece | undefined, now: Piece | undefined): number {
  if (old === undefined || now === undefined) return 0;
  // Headings divide the page; nothing else becomes one.
  if ((old.kind === 'heading') !== (now.kind === 'heading')) return 0;
  const score = similarityOf(old, now);
  if (old.kind === now.kind) return score >= alikeOfKind ? score + 0.05 : 0;
  return score >= alikeAcrossKinds ? score : 0;
}

/** How alike two pieces far from each other must be, and how many words they must have, to be one. */
const alikeAnywhere = 0.75;
const fewestWords = 5;
const mostLeftovers = 40_000;

function isLong(piece: Piece): boolean {
  return wordsIn(piece).length >= fewestWords;
}

function alikeElsewhere(before: readonly Piece[], after: readonly Piece[]): readonly PiecePair[] {
  const olds = before.filter(isLong);
  const news = after.filter(isLong);
  if (olds.length * news.length > mostLeftovers) return [];
  const candidates = olds.flatMap((old) =>
    news.flatMap((now) => {
      const score = old.kind === now.kind ? similarityOf(old, now) : 0;
      return score >= alikeAnywhere ? [{ old, now, score }] : [];
    }),
  );
  const taken = new Set<Piece>();
  const pairs: PiecePair[] = [];
  for (const { old, now } of candidates.toSorted((one, other) => other.score - one.score)) {
    if (taken.has(old) || taken.has(now)) continue;
    taken.add(old).add(now);
    pairs.push([old, now]);
  }
  return pairs;
}
