import type { Finding } from '../../../src/domain/report/report.ts';
import { applyFixes, type Fix } from './apply-fixes.ts';

/** What a file becomes with the fixes of its findings in it. */
export interface FixedFile {
  /** Relative to the working folder, as the findings have it. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Findings that the new text mends. */
  readonly mended: readonly Finding[];
}

/** Which fixes are wanted. */
export interface FixChoice {
  /** Those too that a person should look at. */
  readonly isUnsafeWanted: boolean;
}

/**
 * The files that fixes of findings change, by path; a file whose text is not to be had is left alone.
 *
 * Where the fixes of two findings touch each other, the first in the file is taken.
 * @throws {RangeError} Where a text is another than the findings were made of.
 */
export function planFixes(
  findings: readonly Finding[],
  textOf: (path: string) => string | undefined,
  { isUnsafeWanted }: FixChoice,
): readonly FixedFile[] {
  const wanted = findings.flatMap((finding) => {
    const { fix } = finding;
    return fix !== null && (isUnsafeWanted || fix.safety === 'safe')
      ? [{ finding, edits: editsOf(fix) }]
      : [];
  });
  return [...Map.groupBy(wanted, ({ finding }) => finding.path)].flatMap(([path, fixes]) => {
    const before = textOf(path);
    if (before === undefined) return [];
    const { text: after, applied } = applyFixes(before, fixes);
    return after === before ? [] : [{ path, before, after, mended: applied.map(({ finding }) => finding) }];
  });
}

function editsOf({ edits }: NonNullable<Finding['fix']>): Fix['edits'] {
  return edits.map(({ range, text }) => ({ from: range.start.offset, to: range.end.offset, text }));
}
