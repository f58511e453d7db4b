import { foldName } from '../../locale/fold-name.ts';
import { toCsv } from '../exports/csv.ts';

/** Writes a checked table row by row, with a column of what is wrong in front of the original ones. */
export interface ResultWriter {
  readonly header: () => string;
  readonly row: (cells: readonly string[], problems: readonly string[]) => string;
}

/**
 * A writer of checked tables in the form of RFC 4180. Every original cell says what it said when the table is read again;
 * a column that an earlier check added is replaced. The new column stands first: behind the last one, a row with cells
 * too many would push it aside.
 * @param heading what the column is called in the reader's language
 * @param earlier what it is called in any language
 */
export function createResultWriter(
  header: readonly string[],
  heading: string,
  earlier: readonly string[],
): ResultWriter {
  const names = new Set([heading, ...earlier].map(foldName));
  const added = header.findIndex((cell) => names.has(foldName(cell)));
  const original = (cells: readonly string[]): readonly string[] =>
    added === -1 ? cells : cells.filter((_, index) => index !== added);
  return {
    header: () => toCsv([[heading, ...original(header)]]),
    row: (cells, problems) => toCsv([[problems.join('; '), ...original(cells)]]),
  };
}
