/** What separates the cells of a table: comma, semicolon or tab. */
export const delimiters = [',', ';', '\t'] as const;

/** One of `delimiters`. */
export type Delimiter = (typeof delimiters)[number];

/** The most characters of a cell. What is longer has a quotation mark that is never closed: no answer is as long. */
export const cellLimit = 200_000;

/** Reads a table piece by piece: what is given may end anywhere, also inside a cell. */
export interface CsvReader {
  /** The rows that are complete with this piece. */
  readonly push: (text: string) => string[][];
  /** The row that no line break ended, if there is one. */
  readonly end: () => string[][];
  /** The place of the row, counted from 1, whose quotation mark is still open, if there is one. */
  readonly openRow: () => number | undefined;
  /** True once a cell is longer than `cellLimit`: then nothing more is read. */
  readonly isTooLong: () => boolean;
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
  let isTooLong = false;

  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    place = 'start';
  };

  const push = (text: string): string[][] => {
    const found: string[][] = [];
    let index = 0;
    while (index < text.length && !isTooLong) {
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
        isTooLong = cell.length > cellLimit;
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
        index += 1;
        continue;
      }
      if (code === lineFeed || code === carriageReturn) {
        endCell();
        found.push(cells);
        cells = [];
        rows += 1;
        isBehindReturn = code === carriageReturn;
        index += 1;
        continue;
      }
      const end = endOfBare(text, index, separator);
      cell += text.slice(index, end);
      isTooLong = cell.length > cellLimit;
      place = 'bare';
      index = end;
    }
    return found;
  };

  return {
    push,
    end: () => {
      if (place === 'start' && cells.length === 0) return [];
      if (place === 'quoted') return [];
      endCell();
      const last = cells;
      cells = [];
      rows += 1;
      return [last];
    },
    openRow: () => (isTooLong || place === 'quoted' ? rows + 1 : undefined),
    isTooLong: () => isTooLong,
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
