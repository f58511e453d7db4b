import { createCsvReader, type Delimiter, delimiters } from './read-csv.ts';

/**
 * The delimiter of a table, by the beginning of its text: the one that makes the most known headings, and of those that
 * make as many the one that gives the most rows as many cells as the first has. A line `sep=;` that Excel writes in front
 * decides it.
 * @param known how many cells of a first row are headings that are known
 * @example detectDelimiter('Company;City\r\nBageri, AB;Umeå\r\n') // => ';'
 */
export function detectDelimiter(
  sample: string,
  known: (header: readonly string[]) => number = () => 0,
): Delimiter {
  const declared = declaredDelimiter(sample);
  if (declared !== undefined) return declared;
  let best: Delimiter = ',';
  let bestScore = 0;
  let bestKnown = 0;
  // Commas and semicolons stand in sentences, too, and tabs hardly ever: where both fit, the rarer sign it is.
  for (const delimiter of delimiters.toReversed()) {
    const { header, score } = scoreOf(sample, delimiter);
    const headings = known(header);
    if (headings > bestKnown || (headings === bestKnown && score > bestScore)) {
      best = delimiter;
      bestScore = score;
      bestKnown = headings;
    }
  }
  return best;
}

/**
 * True for the row that only tells the delimiter. It is read with that delimiter, so that its sign is gone from it.
 * @example isDelimiterRow(['sep=', '']) // => true
 */
export function isDelimiterRow(cells: readonly string[]): boolean {
  return cells.length === 2 && cells[0]?.toLowerCase() === 'sep=' && cells[1] === '';
}

function declaredDelimiter(sample: string): Delimiter | undefined {
  const sign = /^sep=([,;\t])\r?\n/iu.exec(sample)?.[1];
  return delimiters.find((delimiter) => delimiter === sign);
}

/** The first row, and how many cells it has, times the share of rows that have as many. */
function scoreOf(
  sample: string,
  delimiter: Delimiter,
): { readonly header: readonly string[]; readonly score: number } {
  const reader = createCsvReader(delimiter);
  const complete = reader.push(sample);
  // The end of a sample is seldom the end of a row.
  const rows = (complete.length > 1 ? complete : [...complete, ...reader.end()]).filter(
    (cells) => cells.length > 1 || cells[0] !== '',
  );
  const header = rows[0] ?? [];
  const width = header.length;
  if (width < 2) return { header, score: 0 };
  return { header, score: (width * rows.filter((cells) => cells.length === width).length) / rows.length };
}
