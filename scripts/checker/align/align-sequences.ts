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
/** Opening a run of unpaired members; cheaper at the end, where revisions add and cut most. */
const openCost = 0.9;
const openCostAtEnd = 0.4;
const mergeCost = 1.9;
const swapCost = 1.5;

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

interface Range {
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

/** How a cell of the table was reached by its best match. */
const moves = ['none', 'one', 'merge2', 'merge3', 'split2', 'split3', 'swap'] as const;

const lowest = Number.NEGATIVE_INFINITY;

/**
 * Fills the table of a range. Three values per cell: the best pairing up to it that ends in a match, in a member of
 * the source left out, and in a member of the translation left out.
 */
function fillTable(sequences: Sequences, range: Range): readonly Match[] {
  const rows = range.sourceEnd - range.source;
  const columns = range.translationEnd - range.translation;
  if (rows === 0 || columns === 0) return [];
  const width = columns + 1;
  const size = (rows + 1) * width;
  const matched = new Float64Array(size).fill(lowest);
  const sourceLeft = new Float64Array(size).fill(lowest);
  const translationLeft = new Float64Array(size).fill(lowest);
  const move = new Uint8Array(size);
  const scores = new Float64Array(size).fill(lowest);
  const compared = new Float64Array(rows * columns).fill(lowest);
  matched[0] = 0;

  const best = (cell: number): number =>
    Math.max(matched[cell] ?? lowest, sourceLeft[cell] ?? lowest, translationLeft[cell] ?? lowest);
  const compare = (row: number, column: number): number => compared[row * columns + column] ?? lowest;
  const band = Math.max(rows, columns) <= 64 ? Number.POSITIVE_INFINITY : 32 + Math.abs(rows - columns);
  const isNear = (row: number, column: number): boolean => Math.abs(column - (row * columns) / rows) <= band;
  const consider = (cell: number, kind: number, from: number, score: number, cost: number): void => {
    const value = best(from) + score - cost;
    if (value > (matched[cell] ?? lowest)) {
      matched[cell] = value;
      move[cell] = kind;
      scores[cell] = score;
    }
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!isNear(row, column)) continue;
      compared[row * columns + column] = sequences.compare(range.source + row, range.translation + column);
    }
  }

  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const cell = row * width + column;
      if (row > 0) {
        const above = cell - width;
        const open = column === columns ? openCostAtEnd : openCost;
        const cost = sequences.gapCost('source', range.source + row - 1);
        sourceLeft[cell] =
          Math.max(
            Math.max(matched[above] ?? lowest, translationLeft[above] ?? lowest) - open,
            sourceLeft[above] ?? lowest,
          ) - cost;
      }
      if (column > 0) {
        const left = cell - 1;
        const open = row === rows ? openCostAtEnd : openCost;
        const cost = sequences.gapCost('translation', range.translation + column - 1);
        translationLeft[cell] =
          Math.max(
            Math.max(matched[left] ?? lowest, sourceLeft[left] ?? lowest) - open,
            translationLeft[left] ?? lowest,
          ) - cost;
      }
      if (row === 0 || column === 0) continue;
      if (!isNear(row, column)) continue;
      consider(cell, 1, cell - width - 1, compare(row - 1, column - 1), 0);
      for (const count of [2, 3]) {
        if (row >= count && sequences.compareMerged !== undefined) {
          const score = sequences.compareMerged(
            range.source + row - count,
            count,
            range.translation + column - 1,
          );
          consider(cell, count, cell - count * width - 1, score, mergeCost * (count - 1));
        }
        if (column >= count && sequences.compareSplit !== undefined) {
          const score = sequences.compareSplit(
            range.source + row - 1,
            range.translation + column - count,
            count,
          );
          consider(cell, 2 + count, cell - width - count, score, mergeCost * (count - 1));
        }
      }
      if (row >= 2 && column >= 2) {
        const score = compare(row - 2, column - 1) + compare(row - 1, column - 2);
        consider(cell, 6, cell - 2 * width - 2, score, swapCost);
      }
    }
  }

  const matches: Match[] = [];
  let row = rows;
  let column = columns;
  let state = stateOf(row * width + column);
  while (row > 0 || column > 0) {
    const cell = row * width + column;
    if (state === 'source' && row > 0) {
      const above = cell - width;
      const kept = (sourceLeft[above] ?? lowest) >= openedAt(above, 'source', column === columns);
      row--;
      state = kept ? 'source' : better(above, 'source');
    } else if (state === 'translation' && column > 0) {
      const left = cell - 1;
      const kept = (translationLeft[left] ?? lowest) >= openedAt(left, 'translation', row === rows);
      column--;
      state = kept ? 'translation' : better(left, 'translation');
    } else {
      const kind = moves[move[cell] ?? 0] ?? 'none';
      const sourceCount = kind === 'swap' || kind === 'merge2' ? 2 : kind === 'merge3' ? 3 : 1;
      const translationCount = kind === 'swap' || kind === 'split2' ? 2 : kind === 'split3' ? 3 : 1;
      row -= sourceCount;
      column -= translationCount;
      const at = { source: range.source + row, translation: range.translation + column };
      if (kind === 'swap') {
        matches.push(single(at.source + 1, at.translation, compare(row + 1, column)));
        matches.push(single(at.source, at.translation + 1, compare(row, column + 1)));
      } else {
        matches.push({ ...at, sourceCount, translationCount, score: scores[cell] ?? 0 });
      }
      state = stateOf(row * width + column);
    }
  }
  return matches.toReversed();

  function stateOf(cell: number): 'match' | 'source' | 'translation' {
    const value = best(cell);
    if (matched[cell] === value) return 'match';
    return sourceLeft[cell] === value ? 'source' : 'translation';
  }

  function openedAt(cell: number, side: 'source' | 'translation', atEnd: boolean): number {
    const other = side === 'source' ? translationLeft[cell] : sourceLeft[cell];
    return Math.max(matched[cell] ?? lowest, other ?? lowest) - (atEnd ? openCostAtEnd : openCost);
  }

  function better(cell: number, side: 'source' | 'translation'): 'match' | 'source' | 'translation' {
    const other = (side === 'source' ? translationLeft[cell] : sourceLeft[cell]) ?? lowest;
    if ((matched[cell] ?? lowest) >= other) return 'match';
    return side === 'source' ? 'translation' : 'source';
  }
}

function single(source: number, translation: number, score: number): Match {
  return { source, sourceCount: 1, translation, translationCount: 1, score };
}
