import type { RuleContext } from '../../../domain/customer/find-issues.ts';
import { createRowChecker } from '../../../domain/customer/many/check-rows.ts';
import {
  type ColumnMap,
  type RecognisedColumns,
  recogniseColumns,
} from '../../../domain/customer/many/columns.ts';
import { detectDelimiter, isDelimiterRow } from '../../../domain/customer/many/detect-delimiter.ts';
import { detectEncoding, type Encoding } from '../../../domain/customer/many/detect-encoding.ts';
import { createRepetitionFinder } from '../../../domain/customer/many/find-repeated.ts';
import type { TableNames } from '../../../domain/customer/many/names.ts';
import { createCsvReader, type Delimiter } from '../../../domain/customer/many/read-csv.ts';
import { createRowReader, type GivenAnswers } from '../../../domain/customer/many/read-row.ts';
import { createResultWriter } from '../../../domain/customer/many/result-csv.ts';
import type { RowProblem } from '../../../domain/customer/many/row-problem.ts';
import type { CustomerValues } from '../../../domain/customer/values.ts';
import {
  createRowStore,
  type RowCounts,
  type RowFilter,
  type RowStore,
  type StoredRow,
} from './row-store.ts';

/** How a table is read; what is left out is detected. */
export interface Reading {
  readonly locale: string;
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
}

/** Why a table is not read. */
export type Refusal =
  | {
      readonly kind: 'refused';
      readonly reason: 'empty' | 'headerOnly' | 'workbook' | 'binary' | 'unreadable' | 'encoding';
    }
  | { readonly kind: 'refused'; readonly reason: 'openQuote'; readonly row: number };

/** The beginning of a table. */
export interface OpenedTable {
  readonly kind: 'opened';
  readonly encoding: Encoding;
  /** False where the encoding is only likely. */
  readonly isEncodingSure: boolean;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  /** What the first customer that has one says in each column. */
  readonly examples: readonly string[];
  readonly columns: RecognisedColumns;
}

/** What the rows are checked by. */
export interface CheckOrder {
  readonly map: ColumnMap;
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

/** Some of the rows that a filter lets through. */
export interface RowPage {
  readonly total: number;
  readonly rows: readonly StoredRow[];
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
  readonly values: (row: number) => Promise<CustomerValues | undefined>;
  /** The table with a column of what is wrong. */
  readonly save: (heading: string, textOf: (problem: RowProblem) => string) => Promise<Blob>;
}

/** How much of a file tells what it is, in bytes. */
const sampleSize = 1_000_000;

/** How long the check goes on before it looks whether it was stopped, in milliseconds. */
const pauseEvery = 100;

/** A session for tables in the given words. It runs in a worker; nothing in it knows of one. */
export function createTableSession(names: TableNames): TableSession {
  let table: (OpenedTable & { readonly source: Blob }) | undefined;
  let order: CheckOrder | undefined;
  let store: RowStore = createRowStore();

  const open = async (source: Blob, reading: Reading): Promise<OpenedTable | Refusal> => {
    table = undefined;
    const bytes = await bytesOf(source.slice(0, sampleSize));
    if (bytes === undefined) return { kind: 'refused', reason: 'unreadable' };
    const found = detectEncoding(bytes, reading.locale);
    if (found.kind !== 'text') return { kind: 'refused', reason: found.kind };
    const encoding = reading.encoding ?? found.encoding;
    const isWhole = source.size <= sampleSize;
    const sample = new TextDecoder(encoding).decode(bytes, { stream: !isWhole });
    const delimiter = reading.delimiter ?? detectDelimiter(sample);
    const reader = createCsvReader(delimiter);
    const rows = [...reader.push(sample), ...(isWhole ? reader.end() : [])].filter(
      (cells) => !isBlankRow(cells),
    );
    const [header, ...customers] = rows;
    const openRow = reader.openRow();
    if (openRow !== undefined && (isWhole || reader.isTooLong()))
      return { kind: 'refused', reason: 'openQuote', row: openRow };
    if (header === undefined) return { kind: 'refused', reason: 'empty' };
    if (isWhole && customers.length === 0) return { kind: 'refused', reason: 'headerOnly' };
    const opened: OpenedTable = {
      kind: 'opened',
      encoding,
      isEncodingSure: found.isSure,
      delimiter,
      header,
      examples: header.map(
        (_, index) => customers.map((cells) => cells[index] ?? '').find((cell) => cell !== '') ?? '',
      ),
      columns: recogniseColumns(header, names),
    };
    table = { ...opened, source };
    return opened;
  };

  const check: TableSession['check'] = async (asked, onProgress, isStopped) => {
    if (table === undefined) return { kind: 'refused', reason: 'unreadable' };
    const { source, encoding, delimiter } = table;
    order = asked;
    store = createRowStore();
    const repetitions = createRepetitionFinder();
    const checkRow = createRowChecker({ ...asked, names });
    const reader = createCsvReader(delimiter);
    let row = 0;
    let checked = 0;
    let hasHeader = false;
    const take = (cells: string[]): void => {
      row += 1;
      if (isBlankRow(cells)) return;
      if (!hasHeader) {
        hasHeader = true;
        return;
      }
      const { values, problems } = checkRow(cells);
      repetitions.note(row, values);
      store.add({ row, cells, problems });
      checked += 1;
    };
    const finish = (wasStopped: boolean): CheckedTable => ({
      kind: 'checked',
      counts: store.finish(repetitions.find()),
      isStopped: wasStopped,
    });
    try {
      // In UTF-8 a wrong byte tells that the file has another encoding; others have a letter for nearly every byte.
      const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
      const stream = source.stream().getReader();
      let bytesRead = 0;
      let lastPause = performance.now();
      for (;;) {
        const { done, value } = await stream.read();
        const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
        for (const cells of done ? [...reader.push(text), ...reader.end()] : reader.push(text)) {
          take(cells);
          if (performance.now() - lastPause < pauseEvery) continue;
          onProgress(checked, source.size === 0 ? 1 : bytesRead / source.size);
          await pause();
          if (isStopped()) {
            await stream.cancel();
            return finish(true);
          }
          lastPause = performance.now();
        }
        const openRow = reader.openRow();
        if (openRow !== undefined && (done || reader.isTooLong()))
          return { kind: 'refused', reason: 'openQuote', row: openRow };
        if (done) break;
        bytesRead += value.byteLength;
      }
    } catch (error) {
      return { kind: 'refused', reason: error instanceof TypeError ? 'encoding' : 'unreadable' };
    }
    return finish(false);
  };

  return {
    open,
    check,
    page: async (filter, from, count) => ({
      total: store.count(filter),
      rows: await store.rows(filter, from, count),
    }),
    values: async (row) => {
      const stored = await store.row(row);
      if (stored === undefined || order === undefined) return undefined;
      return createRowReader(order.map, names, order.given)(stored.cells).values;
    },
    save: async (heading, textOf) => {
      const writer = createResultWriter(table?.header ?? [], heading, names.problems);
      // Spreadsheets take a file without a byte order mark for the encoding of their own region.
      const parts: Blob[] = [new Blob(['\uFEFF', writer.header()])];
      for await (const rows of store.blocks())
        parts.push(new Blob(rows.map(({ cells, problems }) => writer.row(cells, problems.map(textOf)))));
      return new Blob(parts, { type: 'text/csv' });
    },
  };
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
