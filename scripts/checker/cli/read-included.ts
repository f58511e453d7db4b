import { closest } from '../closest.ts';
import { type Included, includable } from '../engine/judge-family.ts';
import { OperationalError } from '../operational-error.ts';
import type { OutputFormat } from './print-report.ts';

/** Help of `--include`. */
export const includeHelp =
  'Add to each translation in the JSON report: alignment (which block answers which), drift (what changed in its source since); several: commas';

/** Help of `--include` where two files are all there is. */
export const includeAlignmentHelp = 'Add to the JSON report: alignment (which block answers which)';

/**
 * What `--include` asks for, of what is offered.
 * @throws {OperationalError} For anything that no report holds, and where no report is JSON, which alone holds it.
 */
export function readIncluded(
  given: readonly string[],
  formats: readonly OutputFormat[],
  offered: readonly Included[] = includable,
): readonly Included[] | undefined {
  if (given.length === 0) return undefined;
  if (formats.every(({ format }) => format !== 'json')) {
    throw new OperationalError(
      '`--include` adds to the JSON report, and none is asked for.',
      'Add `--format json` or `--format json=FILE`, or leave `--include` out.',
    );
  }
  const names = new Set(given);
  for (const name of names) {
    if (offered.some((candidate) => candidate === name)) continue;
    const near = closest(name, offered);
    throw new OperationalError(
      `\`--include ${name}\`: a report has nothing of that name to include.`,
      near === undefined ? `Give ${offered.join(' or ')}.` : `Did you mean \`${near}\`?`,
    );
  }
  return offered.filter((name) => names.has(name));
}
