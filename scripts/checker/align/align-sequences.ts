import { fillTable } from './fill-table.ts';

/** Two sequences whose members are compared by index. */
export interface Sequences {
  readonly sourceLength: number;
  readonly translationLength: number;
  /** How well one of the source answers one of the translation; minus infinity where it cannot. */
  readonly compare: (source: number, translation: number) => number;
  /** How well several of the source, from an index, are one of the translation. */
  readonly compareMerged?: (source: number, count: number, translation: number) => number;
  /** How well one of the source is several of the translation, from an index. */
  readonly compareSplit?: (source: number, translation: number, count: number) => number;
  /** What leaving one of the source or translation without counterpart costs; at least 0. */
  readonly gapCost: (side: 'source' | 'translation', index: number) => number;
  /** Things at an index of either side, equal where they are the same, for finding fixed points in long sequences. */
  readonly keysOf: (side: 'source' | 'translation', index: number) => Iterable<unknown>;
}

/** Part of the source that answers part of the translation; both are never empty. */
export interface Match {
  readonly source: number;
  readonly sourceCount: number;
  readonly translation: number;
  readonly translationCount: number;
  readonly score: number;
}

/** Longest side of a table that is filled as a whole. */
const tableLimit = 160;

/**
 * The best pairing of two sequences in order, neighbours merged, split or swapped where that fits better; what is
 * in no match has no counterpart.
 *
 * Dynamic programming with affine gap costs (Gotoh). Long sequences are first cut at things that are in each only
 * once and in the same order; what is then still long is worked through in overlapping windows, so that time grows
 * with length and not with its square.
 */
export function alignSequences(sequences: Sequences): readonly Match[] {
  const { sourceLength, translationLength } = sequences;
  const whole: Range = {
    source: 0,
    sourceEnd: sourceLength,
    translation: 0,
    translationEnd: translationLength,
  };
  if (Math.max(sourceLength, translationLength) <= tableLimit) return fillTable(sequences, whole);
  return rangesBetween(fixedPoints(sequences), whole).flatMap((range) =>
    range.fixed ? fillTable(sequences, range) : alignInWindows(sequences, range),
  );
}

/** Part of two sequences. */
export interface Range {
  readonly source: number;
  readonly sourceEnd: number;
  readonly translation: number;
  readonly translationEnd: number;
}

/** Things that are once in each sequence, those of them that are in the same order in both. */
function fixedPoints(sequences: Sequences): readonly (readonly [number, number])[] {
  const sourcePlaces = placesOfSingles(sequences, 'source', sequences.sourceLength);
  const translationPlaces = placesOfSingles(sequences, 'translation', sequences.translationLength);
  const votes = new Map<number, number>();
  for (const [key, source] of sourcePlaces) {
    const translation = translationPlaces.get(key);
    if (translation === undefined || votes.get(source) === translation) continue;
    if (votes.has(source)) votes.set(source, -1);
    else votes.set(source, translation);
  }
  const candidates = [...votes]
    .filter(
      ([source, translation]) => translation !== -1 && sequences.compare(source, translation) >= sureScore,
    )
    .toSorted((one, other) => one[0] - other[0]);
  return longestIncreasing(candidates);
}

/** What two members must score to be a fixed point. */
const sureScore = 4;

function placesOfSingles(
  sequences: Sequences,
  side: 'source' | 'translation',
  length: number,
): ReadonlyMap<unknown, number> {
  const places = new Map<unknown, number>();
  const repeated = new Set<unknown>();
  for (let index = 0; index < length; index++) {
    for (const key of sequences.keysOf(side, index)) {
      if (places.has(key)) repeated.add(key);
      else places.set(key, index);
    }
  }
  for (const key of repeated) places.delete(key);
  return places;
}

/** The longest subsequence whose second members rise strictly, by patience sorting. */
function longestIncreasing(
  points: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  points.forEach(([, value], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((points[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? tails[low - 1] : undefined);
    tails[low] = index;
  });
  const chain: (readonly [number, number])[] = [];
  for (let at = tails.at(-1); at !== undefined; at = before[at]) {
    const point = points[at];
    if (point !== undefined) chain.push(point);
  }
  return chain.toReversed();
}

function rangesBetween(
  points: readonly (readonly [number, number])[],
  whole: Range,
): readonly (Range & { readonly fixed: boolean })[] {
  const ranges: (Range & { readonly fixed: boolean })[] = [];
  let { source, translation } = whole;
  for (const [sourceAt, translationAt] of points) {
    ranges.push({ source, sourceEnd: sourceAt, translation, translationEnd: translationAt, fixed: false });
    ranges.push({
      source: sourceAt,
      sourceEnd: sourceAt + 1,
      translation: translationAt,
      translationEnd: translationAt + 1,
      fixed: true,
    });
    source = sourceAt + 1;
    translation = translationAt + 1;
  }
  ranges.push({ ...whole, source, translation, fixed: false });
  return ranges;
}

function alignInWindows(sequences: Sequences, range: Range): readonly Match[] {
  const matches: Match[] = [];
  let { source, translation } = range;
  for (;;) {
    const sourceEnd = Math.min(range.sourceEnd, source + tableLimit);
    const translationEnd = Math.min(range.translationEnd, translation + tableLimit);
    const found = fillTable(sequences, { source, sourceEnd, translation, translationEnd });
    if (sourceEnd === range.sourceEnd && translationEnd === range.translationEnd) {
      return [...matches, ...found];
    }
    // What lies near a window's end may have its counterpart behind it, so only the first half is kept.
    const kept = found.filter(
      (match) => match.source < source + tableLimit / 2 && match.translation < translation + tableLimit / 2,
    );
    matches.push(...kept);
    source = Math.max(source + tableLimit / 4, ...kept.map((match) => match.source + match.sourceCount));
    translation = Math.max(
      translation + tableLimit / 4,
      ...kept.map((match) => match.translation + match.translationCount),
    );
    source = Math.min(source, range.sourceEnd);
    translation = Math.min(translation, range.translationEnd);
  }
}
