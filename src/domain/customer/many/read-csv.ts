/** What separates the cells of a table: comma, semicolon or tab. */
export const delimiters = [',', ';', '\t'] as const;

/** One of `delimiters`. */
export type Delimiter = (typeof delimiters)[number];

/** The most characters of a cell: no answer is as long. */
export const cellLimit = 200_000;

/** The most cells of a row: more than the widest sheet of a spreadsheet program has. */
export const rowLimit = 20_000;

/** Why a table cannot be read to its end, and in which of its rows, counted from 1. */
export interface CsvFault {
  /** `openQuote` is a quotation mark that is never closed, as far as its cell was followed. */
  readonly kind: 'openQuote' | 'longCell' | 'longRow';
  readonly row: number;
}

/** Reads a table piece by piece: what is given may end anywhere, also inside a cell. */
export interface CsvReader {
  /** The rows that are complete with this piece. */
  readonly push: (text: string) => string[][];
  /** The row that no line break ended, if there is one. */
  readonly end: () => string[][];
  /** What is wrong so that nothing more is read, if something is; behind the end, a quotation mark left open, too. */
  readonly fault: () => CsvFault | undefined;
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * A reader of tables in the form of RFC 4180 with any delimiter; rows end with CRLF, LF or CR, and quoted cells hold
 * delimiters, line breaks and doubled quotation marks.
 *
 * A quotation mark inside a cell that did not begin with one is an ordinary sign, and what follows a closing quotation
 * mark belongs to the cell: so Excel reads such tables, too. A reader of our own, since those of packages that cut files
 * into pieces cut letters of several bytes, or make functions of text, which the page's policy forbids.
 * @example createCsvReader(',').push('a,"b\nc"\r\n') // => [['a', 'b\nc']]
 */
export function createCsvReader(delimiter: Delimiter): CsvReader {
  const separator = delimiter.charCodeAt(0);
  let rows = 0;
  let cells: string[] = [];
  let cell = '';
  let place: 'start' | 'bare' | 'quoted' | 'behindQuote' = 'start';
  let isBehindReturn = false;
  const found: { fault?: CsvFault } = {};
  let hasEnded = false;

  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    place = 'start';
  };

  const stop = (kind: CsvFault['kind']): void => {
    found.fault = { kind, row: rows + 1 };
  };

  const push = (text: string): string[][] => {
    const complete: string[][] = [];
    let index = 0;
    while (index < text.length && found.fault === undefined) {
      const code = text.charCodeAt(index);
      if (isBehindReturn) {
        isBehindReturn = false;
        if (code === lineFeed) {
          index += 1;
          continue;
        }
      }
      if (place === 'quoted') {
        const close = text.indexOf('"', index);
        const end = close === -1 ? text.length : close;
        cell += text.slice(index, end);
        if (cell.length > cellLimit) stop('openQuote');
        if (close !== -1) place = 'behindQuote';
        index = end + 1;
        continue;
      }
      if (code === quote && place !== 'bare') {
        // A second quotation mark right behind one stands for the mark itself.
        if (place === 'behindQuote') cell += '"';
        place = 'quoted';
        index += 1;
        continue;
      }
      if (code === separator) {
        endCell();
        if (cells.length >= rowLimit) stop('longRow');
        index += 1;
        continue;
      }
      if (code === lineFeed || code === carriageReturn) {
        endCell();
        complete.push(cells);
        cells = [];
        rows += 1;
        isBehindReturn = code === carriageReturn;
        index += 1;
        continue;
      }
      const end = endOfBare(text, index, separator);
      cell += text.slice(index, end);
      if (cell.length > cellLimit) stop('longCell');
      place = 'bare';
      index = end;
    }
    return complete;
  };

  return {
    push,
    end: () => {
      hasEnded = true;
      if (found.fault !== undefined) return [];
      if (place === 'start' && cells.length === 0) return [];
      if (place === 'quoted') return [];
      endCell();
      const last = cells;
      cells = [];
      rows += 1;
      return [last];
    },
    fault: () =>
      found.fault ?? (hasEnded && place === 'quoted' ? { kind: 'openQuote', row: rows + 1 } : undefined),
  };
}

function endOfBare(text: string, from: number, separator: number): number {
  let index = from;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === separator || code === lineFeed || code === carriageReturn) break;
    index += 1;
  }
  return index;
}
