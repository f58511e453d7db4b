import type { RuleId } from '../../../domain/customer/issues.ts';
import {
  fieldOfProblem,
  type RowProblem,
  ruleOf,
  severityOf,
} from '../../../domain/customer/many/row-problem.ts';
import type { FieldId } from '../../../domain/customer/values.ts';

/** A row with what is to be said of it. */
export interface StoredRow {
  /** As spreadsheets number rows. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** Which rows are shown: of rows with warnings those that have no errors. What is empty leaves none out. */
export interface RowFilter {
  readonly show: 'all' | 'errors' | 'warnings' | 'fine';
  readonly rule: RuleId | '';
  readonly field: FieldId | '';
  /** In the order of the table, or those first that have the most to mend. */
  readonly sort: 'row' | 'problems';
}

/** How many rows are how. */
export interface RowCounts {
  readonly rows: number;
  readonly errors: number;
  /** Rows with warnings and no errors. */
  readonly warnings: number;
  readonly byRule: Readonly<Partial<Record<RuleId, number>>>;
  readonly byField: Readonly<Partial<Record<FieldId, number>>>;
}

/** Repetitions are known when all rows are. */
export type RepeatedProblems = ReadonlyMap<
  number,
  readonly Extract<RowProblem, { readonly kind: 'repeated' }>[]
>;

/** Keeps checked rows. */
export interface RowStore {
  readonly add: (row: StoredRow) => void;
  /** Ends the adding. */
  readonly finish: (repeated: RepeatedProblems) => RowCounts;
  readonly count: (filter: RowFilter) => number;
  readonly rows: (filter: RowFilter, from: number, count: number) => Promise<readonly StoredRow[]>;
  readonly row: (row: number) => Promise<StoredRow | undefined>;
  /** All rows, a block at a time. */
  readonly blocks: () => AsyncIterable<readonly StoredRow[]>;
}

const rowsInBlock = 250;

const error = 1;
const warning = 2;

function flagOf(problem: RowProblem): number {
  return severityOf(problem) === 'error' ? error : warning;
}

/** One error is more to mend than any number of warnings that a row can have. */
function weightOf(problem: RowProblem): number {
  return severityOf(problem) === 'error' ? 1000 : 1;
}

/**
 * A store that keeps the rows themselves in blocks outside of the script's memory, which browsers may put on the disk, and in
 * memory a few numbers of each row to filter by: a table of a million rows must fit.
 */
export function createRowStore(): RowStore {
  const blocks: Blob[] = [];
  let block: StoredRow[] = [];
  const rowNumbers: number[] = [];
  const flags: number[] = [];
  /** How much each row has to mend. */
  const weights: number[] = [];
  /** Where the marks of each row begin, and the marks: each stands for a rule with a question. */
  const firstMarks: number[] = [];
  const marks: number[] = [];
  const kinds: { readonly rule: RuleId | undefined; readonly field: FieldId | undefined }[] = [];
  const kindNumbers = new Map<string, number>();
  let repetitions: RepeatedProblems = new Map();
  let lastFilter: { readonly key: string; readonly found: readonly number[] } | undefined;

  const closeBlock = (): void => {
    blocks.push(new Blob([JSON.stringify(block)]));
    block = [];
  };

  const markOf = (problem: RowProblem): number => {
    const kind = { rule: ruleOf(problem), field: fieldOfProblem(problem) };
    const key = `${kind.rule} ${kind.field}`;
    const known = kindNumbers.get(key);
    if (known !== undefined) return known;
    kindNumbers.set(key, kinds.length);
    return kinds.push(kind) - 1;
  };

  const kindsAt = (position: number): readonly (typeof kinds)[number][] => {
    const own = marks.slice(firstMarks[position], firstMarks[position + 1] ?? marks.length);
    const repeated = repetitions.get(rowNumbers[position] ?? 0)?.map(markOf) ?? [];
    return [...own, ...repeated].flatMap((mark) => kinds[mark] ?? []);
  };

  const find = (filter: RowFilter): readonly number[] => {
    const key = JSON.stringify(filter);
    if (lastFilter?.key === key) return lastFilter.found;
    const found: number[] = [];
    for (let position = 0; position < rowNumbers.length; position += 1) {
      const flag = flags[position] ?? 0;
      if (filter.show === 'errors' && (flag & error) === 0) continue;
      if (filter.show === 'warnings' && flag !== warning) continue;
      if (filter.show === 'fine' && flag !== 0) continue;
      const isWanted =
        (filter.rule === '' && filter.field === '') ||
        kindsAt(position).some(
          ({ rule, field }) =>
            (filter.rule === '' || rule === filter.rule) && (filter.field === '' || field === filter.field),
        );
      if (isWanted) found.push(position);
    }
    // Rows with as much to mend stay in their order.
    if (filter.sort === 'problems')
      found.sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0) || one - other);
    lastFilter = { key, found };
    return found;
  };

  const readBlock = async (index: number): Promise<readonly StoredRow[]> => {
    // What was written here a moment ago has this shape.
    const rows = JSON.parse((await blocks[index]?.text()) ?? '[]') as StoredRow[];
    return rows.map((stored) => ({
      ...stored,
      problems: [...stored.problems, ...(repetitions.get(stored.row) ?? [])],
    }));
  };

  const rowsAt = async (positions: readonly number[]): Promise<readonly StoredRow[]> => {
    const found: StoredRow[] = [];
    const read = new Map<number, readonly StoredRow[]>();
    for (const position of positions) {
      const index = Math.floor(position / rowsInBlock);
      const rows = read.get(index) ?? (await readBlock(index));
      read.set(index, rows);
      const stored = rows[position % rowsInBlock];
      if (stored !== undefined) found.push(stored);
    }
    return found;
  };

  return {
    add: (stored) => {
      let flag = 0;
      let weight = 0;
      firstMarks.push(marks.length);
      for (const problem of stored.problems) {
        flag |= flagOf(problem);
        weight += weightOf(problem);
        marks.push(markOf(problem));
      }
      rowNumbers.push(stored.row);
      flags.push(flag);
      weights.push(weight);
      block.push(stored);
      if (block.length === rowsInBlock) closeBlock();
    },
    finish: (repeated) => {
      if (block.length > 0) closeBlock();
      repetitions = repeated;
      const byRule: Partial<Record<RuleId, number>> = {};
      const byField: Partial<Record<FieldId, number>> = {};
      let errors = 0;
      let warnings = 0;
      for (const [position, row] of rowNumbers.entries()) {
        for (const problem of repeated.get(row) ?? []) {
          flags[position] = (flags[position] ?? 0) | flagOf(problem);
          weights[position] = (weights[position] ?? 0) + weightOf(problem);
        }
        const flag = flags[position] ?? 0;
        if ((flag & error) !== 0) errors += 1;
        else if (flag !== 0) warnings += 1;
        else continue;
        const ofRow = kindsAt(position);
        for (const rule of new Set(ofRow.map((kind) => kind.rule)))
          if (rule !== undefined) byRule[rule] = (byRule[rule] ?? 0) + 1;
        for (const field of new Set(ofRow.map((kind) => kind.field)))
          if (field !== undefined) byField[field] = (byField[field] ?? 0) + 1;
      }
      return { rows: rowNumbers.length, errors, warnings, byRule, byField };
    },
    count: (filter) => find(filter).length,
    rows: (filter, from, count) => rowsAt(find(filter).slice(from, from + count)),
    row: async (row) => {
      const position = rowNumbers.indexOf(row);
      return position === -1 ? undefined : (await rowsAt([position]))[0];
    },
    blocks: async function* () {
      for (const index of blocks.keys()) yield await readBlock(index);
    },
  };
}
