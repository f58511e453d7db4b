import type { RuleContext } from '../../../domain/customer/find-issues.ts';
import { createRowChecker } from '../../../domain/customer/many/check-rows.ts';
import {
  type ColumnMap,
  columnLimit,
  isCustomer,
  knownColumns,
  type RecognisedColumns,
  recogniseColumns,
} from '../../../domain/customer/many/columns.ts';
import { detectDelimiter, isDelimiterRow } from '../../../domain/customer/many/detect-delimiter.ts';
import { detectEncoding, type Encoding } from '../../../domain/customer/many/detect-encoding.ts';
import { createRepetitionFinder } from '../../../domain/customer/many/find-repeated.ts';
import { guessEncoding } from '../../../domain/customer/many/guess-encoding.ts';
import type { TableNames } from '../../../domain/customer/many/names.ts';
import { type CsvFault, createCsvReader, type Delimiter } from '../../../domain/customer/many/read-csv.ts';
import { createRowReader, type GivenAnswers } from '../../../domain/customer/many/read-row.ts';
import { createResultWriter } from '../../../domain/customer/many/result-csv.ts';
import type { RowProblem } from '../../../domain/customer/many/row-problem.ts';
import type { CustomerValues, FieldId } from '../../../domain/customer/values.ts';
import { createRowStore, type RowCounts, type RowFilter, type RowStore } from './row-store.ts';

/** How a table is read; what is left out is detected. */
export interface Reading {
  readonly locale: string;
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
}

/** Why a table is not read. */
export type Refusal = { readonly kind: 'refused' } & (
  | { readonly reason: 'empty' | 'headerOnly' | 'workbook' | 'binary' | 'unreadable' }
  | { readonly reason: CsvFault['kind'] | 'encoding'; readonly row: number }
  | { readonly reason: 'manyColumns'; readonly columns: number }
);

/** The beginning of a table. */
export interface OpenedTable {
  readonly kind: 'opened';
  readonly encoding: Encoding;
  /** False where the encoding is only likely. */
  readonly isEncodingSure: boolean;
  readonly delimiter: Delimiter;
  /** The first row, without empty cells at its end. */
  readonly header: readonly string[];
  /** False where the first row seems to be a customer. */
  readonly hasHeader: boolean;
  /** What the first customer behind that row, of those that say something there, says in each column. */
  readonly examples: readonly string[];
  readonly columns: RecognisedColumns;
}

/** What the rows are checked by. */
export interface CheckOrder {
  readonly map: ColumnMap;
  /** Whether the first row names the columns and is no customer. */
  readonly hasHeader: boolean;
  readonly given: GivenAnswers;
  readonly context: RuleContext;
}

/** What became of a check. */
export type CheckedTable = {
  readonly kind: 'checked';
  readonly counts: RowCounts;
  /** True where it was stopped before the last row. */
  readonly isStopped: boolean;
};

/** A row as a page of results shows it. */
export interface ShownRow {
  /** As spreadsheets number rows. */
  readonly row: number;
  readonly company: string;
  readonly problems: readonly RowProblem[];
}

/** Some of the rows that a filter lets through. */
export interface RowPage {
  readonly total: number;
  readonly rows: readonly ShownRow[];
}

/** A row's answers, and what the form cannot show of it: cells that it has no answer for. */
export interface RowAnswers {
  readonly values: CustomerValues;
  readonly problems: readonly RowProblem[];
}

/** What a table is saved with. */
export interface SavingWords {
  /** The added column. */
  readonly heading: string;
  readonly notChecked: string;
  readonly textOf: (problem: RowProblem) => string;
  readonly nameOf: (field: FieldId) => string;
}

/** One table on its way from a file to its results. */
export interface TableSession {
  readonly open: (source: Blob, reading: Reading) => Promise<OpenedTable | Refusal>;
  /**
   * @param onProgress is told the rows so far and the share of the file, 0 to 1
   * @param isStopped is asked again and again
   */
  readonly check: (
    order: CheckOrder,
    onProgress: (rows: number, share: number) => void,
    isStopped: () => boolean,
  ) => Promise<CheckedTable | Refusal>;
  readonly page: (filter: RowFilter, from: number, count: number) => Promise<RowPage>;
  readonly values: (row: number) => Promise<RowAnswers | undefined>;
  /** The whole table with a column of what is wrong. Rows behind the place where a check was stopped are in it, too. */
  readonly save: (words: SavingWords) => Promise<Blob>;
}

/** How much of a file tells what it is, in bytes. */
const sampleSize = 1_000_000;

/** How long the check goes on before it looks whether it was stopped, in milliseconds. */
const pauseEvery = 100;

/** The most characters of a company's name that a page of results shows. */
const mostShown = 255;

interface Table extends OpenedTable {
  readonly source: Blob;
  readonly firstRow: readonly string[];
}

/** A table that was checked, as far as it was. */
interface Result {
  readonly table: Table;
  readonly order: CheckOrder;
  readonly store: RowStore;
  readonly lastRow: number;
  readonly isStopped: boolean;
}

/** A session for tables in the given words. It runs in a worker; nothing in it knows of one. */
export function createTableSession(names: TableNames): TableSession {
  let table: Table | undefined;
  let result: Result | undefined;

  const open = async (source: Blob, reading: Reading): Promise<OpenedTable | Refusal> => {
    table = undefined;
    result = undefined;
    const bytes = await bytesOf(source.slice(0, sampleSize));
    if (bytes === undefined) return { kind: 'refused', reason: 'unreadable' };
    const found = detectEncoding(bytes, reading.locale);
    if (found.kind !== 'text') return { kind: 'refused', reason: found.kind };
    const { isSure } = found;
    const encoding =
      reading.encoding ?? (isSure ? found.encoding : guessEncoding(bytes, found.encoding, names));
    const isWhole = source.size <= sampleSize;
    const sample = new TextDecoder(encoding).decode(bytes, { stream: !isWhole });
    const delimiter =
      reading.delimiter ??
      detectDelimiter(sample, (header) => knownColumns(recogniseColumns(header, names).map));
    const reader = createCsvReader(delimiter);
    const rows = [...reader.push(sample), ...(isWhole ? reader.end() : [])].filter(
      (cells) => !isBlankRow(cells),
    );
    const fault = reader.fault();
    if (fault !== undefined) return { kind: 'refused', reason: fault.kind, row: fault.row };
    const [first, ...customers] = rows;
    if (first === undefined) return { kind: 'refused', reason: 'empty' };
    const header = first.slice(0, first.findLastIndex((cell) => cell.trim() !== '') + 1);
    if (header.length > columnLimit)
      return { kind: 'refused', reason: 'manyColumns', columns: header.length };
    const columns = recogniseColumns(header, names);
    const hasHeader = !isCustomer(header, columns.map);
    if (hasHeader && isWhole && customers.length === 0) return { kind: 'refused', reason: 'headerOnly' };
    const opened: OpenedTable = {
      kind: 'opened',
      encoding,
      isEncodingSure: isSure,
      delimiter,
      header: header.map((cell) => cell.slice(0, mostShown)),
      hasHeader,
      examples: header.map((_, index) =>
        (customers.map((cells) => cells[index] ?? '').find((cell) => cell !== '') ?? '').slice(0, mostShown),
      ),
      columns,
    };
    table = { ...opened, source, firstRow: first };
    return opened;
  };

  const check: TableSession['check'] = async (order, onProgress, isStopped) => {
    if (table === undefined) return { kind: 'refused', reason: 'unreadable' };
    const own = table;
    const store = createRowStore();
    const repetitions = createRepetitionFinder();
    const checkRow = createRowChecker({ ...order, names });
    let checked = 0;
    let lastRow = 0;
    let hasHeader = false;
    const finish = (wasStopped: boolean): CheckedTable => {
      const counts = store.finish(repetitions.find());
      // Another table may have been opened meanwhile.
      if (table === own) result = { table: own, order, store, lastRow, isStopped: wasStopped };
      return { kind: 'checked', counts, isStopped: wasStopped };
    };
    let lastPause = performance.now();
    const steps = readRows(own);
    for (;;) {
      const { done, value } = await steps.next();
      if (done) return value ?? finish(false);
      for (const { row, cells } of value.rows) {
        lastRow = row;
        if (order.hasHeader && !hasHeader) {
          hasHeader = true;
          continue;
        }
        const { values, problems } = checkRow(cells);
        repetitions.note(row, values);
        store.add({ row, cells, problems });
        checked += 1;
        if (performance.now() - lastPause < pauseEvery) continue;
        onProgress(checked, value.share);
        await pause();
        if (isStopped()) {
          await steps.return(undefined);
          return finish(true);
        }
        lastPause = performance.now();
      }
    }
  };

  return {
    open,
    check,
    page: async (filter, from, count) => {
      if (result === undefined) return { total: 0, rows: [] };
      const { store, order } = result;
      const company = order.map.indexOf('companyName');
      const found = await store.rows(filter, from, count);
      return {
        total: store.count(filter),
        rows: found.map(({ row, cells, problems }) => ({
          row,
          company: cells[company]?.slice(0, mostShown) ?? '',
          problems,
        })),
      };
    },
    values: async (row) => {
      const stored = await result?.store.row(row);
      if (stored === undefined || result === undefined) return undefined;
      const { map, given } = result.order;
      const { values } = createRowReader(map, names, given)(stored.cells);
      return { values, problems: stored.problems.filter(({ kind }) => kind === 'cell') };
    },
    save: async ({ heading, notChecked, textOf, nameOf }) => {
      if (result === undefined) return new Blob();
      const { table: own, order, store, lastRow, isStopped } = result;
      const writer = order.hasHeader
        ? createResultWriter(own.firstRow, heading, names.problems)
        : createResultWriter(
            order.map.map((field) => (field === undefined ? '' : nameOf(field))),
            heading,
            [],
          );
      // Spreadsheets take a file without a byte order mark for the encoding of their own region.
      const parts: Blob[] = [new Blob(['\uFEFF', writer.header()])];
      for await (const rows of store.blocks())
        parts.push(new Blob(rows.map(({ cells, problems }) => writer.row(cells, problems.map(textOf)))));
      if (isStopped) {
        for await (const { rows } of readRows(own)) {
          const rest = rows.filter(({ row }) => row > lastRow);
          parts.push(new Blob(rest.map(({ cells }) => writer.row(cells, [notChecked]))));
        }
      }
      return new Blob(parts, { type: 'text/csv' });
    },
  };
}

/** Rows that say something, as they become complete, with the share of the file that was read. */
interface RowsRead {
  readonly rows: readonly { readonly row: number; readonly cells: string[] }[];
  readonly share: number;
}

/** Reads a table from its beginning, piece by piece; ends with what keeps it from being read, if something does. */
async function* readRows({
  source,
  encoding,
  delimiter,
}: Table): AsyncGenerator<RowsRead, Refusal | undefined, undefined> {
  const reader = createCsvReader(delimiter);
  // Some encodings have a letter for every byte; in the others a wrong byte tells that it is another one, and would be
  // lost. The second decoder, which goes on, tells where it stands.
  const decoder = new TextDecoder(encoding, { fatal: true });
  const lenient = new TextDecoder(encoding);
  const stream = source.stream().getReader();
  let row = 0;
  let bytesRead = 0;
  const number = (found: string[][]): RowsRead => ({
    rows: found.map((cells) => ({ row: ++row, cells })).filter(({ cells }) => !isBlankRow(cells)),
    share: source.size === 0 ? 1 : bytesRead / source.size,
  });
  try {
    for (;;) {
      const { done, value } = await stream.read();
      const text = done ? lenient.decode() : lenient.decode(value, { stream: true });
      try {
        decoder.decode(value, { stream: !done });
      } catch {
        const [before = ''] = text.split('\uFFFD', 1);
        return { kind: 'refused', reason: 'encoding', row: row + reader.push(before).length + 1 };
      }
      yield number(done ? [...reader.push(text), ...reader.end()] : reader.push(text));
      const fault = reader.fault();
      if (fault !== undefined) return { kind: 'refused', reason: fault.kind, row: fault.row };
      if (done) return undefined;
      bytesRead += value.byteLength;
    }
  } catch {
    return { kind: 'refused', reason: 'unreadable' };
  } finally {
    await stream.cancel().catch(() => undefined);
  }
}

async function bytesOf(source: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await source.arrayBuffer());
  } catch {
    return undefined;
  }
}

function isBlankRow(cells: readonly string[]): boolean {
  return isDelimiterRow(cells) || cells.every((cell) => cell.trim() === '');
}

/** Lets messages in. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
