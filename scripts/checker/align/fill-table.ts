import type { Match, Range, Sequences } from './align-sequences.ts';

/** Opening a run of unpaired members; cheaper at the end, where revisions add and cut most. */
const openCost = 0.9;
const openCostAtEnd = 0.4;
const mergeCost = 1.9;
const swapCost = 1.5;

const lowest = Number.NEGATIVE_INFINITY;

/** How a cell of the table was reached by its best match: how many of each side are in it; 0 for two that are swapped. */
const moves = [
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 1],
  [1, 2],
  [1, 3],
] as const;
const swapMove = 6;

/** Values per cell: the best pairing up to it that ends in a match, or in a member of one side left out. */
interface Table {
  readonly matched: Float64Array;
  readonly sourceLeft: Float64Array;
  readonly translationLeft: Float64Array;
  readonly move: Uint8Array;
  readonly scores: Float64Array;
  /** Of single members, by row and column. */
  readonly compared: Float64Array;
}

/** The best pairing of a range in order, by dynamic programming with affine gap costs (Gotoh). */
export function fillTable(sequences: Sequences, range: Range): readonly Match[] {
  const rows = range.sourceEnd - range.source;
  const columns = range.translationEnd - range.translation;
  if (rows === 0 || columns === 0) return [];
  const table = compareAll(sequences, range, rows, columns);
  fillGaps(sequences, range, table, rows, columns);
  return traceBack(table, range, rows, columns);
}

/** Columns of a row that are worth a look: in a large table members far off the diagonal do not answer each other. */
function nearColumns(row: number, rows: number, columns: number): readonly [number, number] {
  if (Math.max(rows, columns) <= 64) return [0, columns];
  const band = 32 + Math.abs(rows - columns);
  const middle = (row * columns) / rows;
  return [Math.max(0, Math.ceil(middle - band)), Math.min(columns, Math.floor(middle + band))];
}

function compareAll(sequences: Sequences, range: Range, rows: number, columns: number): Table {
  const size = (rows + 1) * (columns + 1);
  const compared = new Float64Array(rows * columns).fill(lowest);
  for (let row = 0; row < rows; row++) {
    const [from, to] = nearColumns(row, rows, columns);
    for (let column = from; column <= Math.min(to, columns - 1); column++) {
      compared[row * columns + column] = sequences.compare(range.source + row, range.translation + column);
    }
  }
  return {
    matched: new Float64Array(size).fill(lowest),
    sourceLeft: new Float64Array(size).fill(lowest),
    translationLeft: new Float64Array(size).fill(lowest),
    move: new Uint8Array(size),
    scores: new Float64Array(size).fill(lowest),
    compared,
  };
}

function fillGaps(sequences: Sequences, range: Range, table: Table, rows: number, columns: number): void {
  const { matched, sourceLeft, translationLeft, compared } = table;
  const width = columns + 1;
  const gaps = Float64Array.from({ length: columns }, (_, at) =>
    sequences.gapCost('translation', range.translation + at),
  );
  matched[0] = 0;
  for (let row = 0; row <= rows; row++) {
    const gap = row > 0 ? sequences.gapCost('source', range.source + row - 1) : 0;
    const [from, to] = nearColumns(row, rows, columns);
    for (let column = 0; column <= columns; column++) {
      const cell = row * width + column;
      if (row > 0) {
        const above = cell - width;
        const open = column === columns ? openCostAtEnd : openCost;
        const opened = Math.max(matched[above] ?? lowest, translationLeft[above] ?? lowest) - open;
        sourceLeft[cell] = Math.max(opened, sourceLeft[above] ?? lowest) - gap;
      }
      if (column > 0) {
        const left = cell - 1;
        const open = row === rows ? openCostAtEnd : openCost;
        const opened = Math.max(matched[left] ?? lowest, sourceLeft[left] ?? lowest) - open;
        translationLeft[cell] = Math.max(opened, translationLeft[left] ?? lowest) - (gaps[column - 1] ?? 0);
      }
      if (row === 0 || column < Math.max(1, from) || column > to) continue;
      consider(table, cell, 1, cell - width - 1, compared[(row - 1) * columns + column - 1] ?? lowest, 0);
      considerSeveral(sequences, range, table, row, column, width);
      if (row >= 2 && column >= 2) {
        const score =
          (compared[(row - 2) * columns + column - 1] ?? lowest) +
          (compared[(row - 1) * columns + column - 2] ?? lowest);
        consider(table, cell, swapMove, cell - 2 * width - 2, score, swapCost);
      }
    }
  }
}

/** Two or three members of one side as one of the other. */
function considerSeveral(
  { compareMerged, compareSplit }: Sequences,
  range: Range,
  table: Table,
  row: number,
  column: number,
  width: number,
): void {
  const cell = row * width + column;
  const one = range.source + row;
  const other = range.translation + column;
  for (let count = 2; count <= 3; count++) {
    const cost = mergeCost * (count - 1);
    if (row >= count && compareMerged !== undefined) {
      const score = compareMerged(one - count, count, other - 1);
      if (score !== lowest) consider(table, cell, count, cell - count * width - 1, score, cost);
    }
    if (column >= count && compareSplit !== undefined) {
      const score = compareSplit(one - 1, other - count, count);
      if (score !== lowest) consider(table, cell, 2 + count, cell - width - count, score, cost);
    }
  }
}

function consider(table: Table, cell: number, kind: number, from: number, score: number, cost: number): void {
  if (score === lowest) return;
  const value = bestOf(table, from) + score - cost;
  if (value <= (table.matched[cell] ?? lowest)) return;
  table.matched[cell] = value;
  table.move[cell] = kind;
  table.scores[cell] = score;
}

function bestOf({ matched, sourceLeft, translationLeft }: Table, cell: number): number {
  return Math.max(matched[cell] ?? lowest, sourceLeft[cell] ?? lowest, translationLeft[cell] ?? lowest);
}

type State = 'match' | 'source' | 'translation';

/** Follows the best pairing from the table's end to its beginning. */
function traceBack(table: Table, range: Range, rows: number, columns: number): readonly Match[] {
  const { sourceLeft, translationLeft, move, scores, compared } = table;
  const width = columns + 1;
  const matches: Match[] = [];
  let row = rows;
  let column = columns;
  let state = stateOf(table, row * width + column);
  while (row > 0 || column > 0) {
    const cell = row * width + column;
    if (state === 'source' && row > 0) {
      const above = cell - width;
      const kept = (sourceLeft[above] ?? lowest) >= openedAt(table, above, 'source', column === columns);
      row--;
      state = kept ? 'source' : better(table, above, 'source');
    } else if (state === 'translation' && column > 0) {
      const left = cell - 1;
      const kept = (translationLeft[left] ?? lowest) >= openedAt(table, left, 'translation', row === rows);
      column--;
      state = kept ? 'translation' : better(table, left, 'translation');
    } else {
      const kind = move[cell] ?? 0;
      const [sourceCount, translationCount] = kind === swapMove ? [2, 2] : (moves[kind] ?? moves[0]);
      if (sourceCount === 0) throw new RangeError('A cell of the table was reached from nowhere');
      row -= sourceCount;
      column -= translationCount;
      const at = { source: range.source + row, translation: range.translation + column };
      if (kind === swapMove) {
        matches.push(
          single(at.source + 1, at.translation, compared[(row + 1) * columns + column] ?? lowest),
          single(at.source, at.translation + 1, compared[row * columns + column + 1] ?? lowest),
        );
      } else matches.push({ ...at, sourceCount, translationCount, score: scores[cell] ?? 0 });
      state = stateOf(table, row * width + column);
    }
  }
  return matches.toReversed();
}

/** Of two ways that are equally good the one that leaves out what stands behind wins: of two copies the second. */
const tolerance = 1e-9;

function stateOf(table: Table, cell: number): State {
  const value = bestOf(table, cell) - tolerance;
  if ((table.translationLeft[cell] ?? lowest) >= value) return 'translation';
  return (table.sourceLeft[cell] ?? lowest) >= value ? 'source' : 'match';
}

function openedAt(table: Table, cell: number, side: 'source' | 'translation', atEnd: boolean): number {
  const other = side === 'source' ? table.translationLeft[cell] : table.sourceLeft[cell];
  return Math.max(table.matched[cell] ?? lowest, other ?? lowest) - (atEnd ? openCostAtEnd : openCost);
}

function better(table: Table, cell: number, side: 'source' | 'translation'): State {
  const other = (side === 'source' ? table.translationLeft[cell] : table.sourceLeft[cell]) ?? lowest;
  if ((table.matched[cell] ?? lowest) > other + tolerance) return 'match';
  return side === 'source' ? 'translation' : 'source';
}

function single(source: number, translation: number, score: number): Match {
  return { source, sourceCount: 1, translation, translationCount: 1, score };
}
