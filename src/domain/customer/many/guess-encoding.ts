import { knownColumns, recogniseColumns } from './columns.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { decoded, type Encoding, encodings } from './detect-encoding.ts';
import type { TableNames } from './names.ts';
import { createCsvReader } from './read-csv.ts';

/** Headings stand at the beginning; this many bytes hold them and enough rows to tell the delimiter. */
const sampleSize = 20_000;

/**
 * The encoding in which the most headings are words that are known. Where several are as good, as with English headings,
 * it is `likely` as long as the bytes can be that, or the first that they can be.
 * @param bytes the beginning of the file
 */
export function guessEncoding(bytes: Uint8Array, likely: Encoding, names: TableNames): Encoding {
  const sample = bytes.subarray(0, sampleSize);
  let best = likely;
  let bestScore = -1;
  for (const encoding of new Set([likely, ...encodings])) {
    const text = decoded(sample, encoding);
    const score = text === undefined ? -1 : knownHeadings(text, names);
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}

function knownHeadings(text: string, names: TableNames): number {
  const known = (header: readonly string[]): number => knownColumns(recogniseColumns(header, names).map);
  const rows = createCsvReader(detectDelimiter(text, known)).push(text);
  return known(rows.find((cells) => cells.some((cell) => cell !== '')) ?? []);
}
