import type { ExplainedAlignment, ExplainedPair } from '../engine/explain-alignment.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import { coloursFor, type Terminal } from './terminal.ts';

/**
 * Prints on standard error how pages were aligned: for each pair of blocks both places, the verdict, how sure it is
 * from 0 to 1, what that rests on, and how the text begins.
 */
export function printAlignments(
  alignments: readonly ExplainedAlignment[],
  { stderr, environment }: Terminal,
): void {
  const { strong, faint, warning } = coloursFor(stderr, environment);
  for (const { path, sourcePath, revision, confidence, pairs } of alignments) {
    const source = revision === null ? sourcePath : `${sourcePath} as of ${revision}`;
    const names = `${strong(escapeForLog(path))} answers ${escapeForLog(source)}`;
    stderr.write(`${names}, score ${confidence.toFixed(2)}\n`);
    const rows = pairs.map((pair) => [placesOf(pair.translation), placesOf(pair.source), pair.kind]);
    const [here, there, kind] = [0, 1, 2].map((column) => {
      return Math.max(...rows.map((row) => row[column]?.length ?? 0));
    });
    for (const pair of pairs) {
      const verdict = pair.verdict.padEnd('missing'.length);
      stderr.write(
        [
          `  ${placesOf(pair.translation).padEnd(here ?? 0)} = ${placesOf(pair.source).padEnd(there ?? 0)}`,
          pair.kind.padEnd(kind ?? 0),
          pair.verdict === 'same' ? verdict : warning(verdict),
          pair.score.toFixed(2),
          escapeForLog(pair.text),
          `${faint(escapeForLog(reasonsOf(pair)))}\n`,
        ].join('  '),
      );
    }
    stderr.write('\n');
  }
}

function placesOf(ranges: ExplainedPair['source']): string {
  return ranges.length === 0 ? '–' : ranges.map(({ start }) => `${start.line}:${start.column}`).join(', ');
}

function reasonsOf({ reasons }: ExplainedPair): string {
  return reasons.length === 0 ? '' : `(${reasons.join('; ')})`;
}
