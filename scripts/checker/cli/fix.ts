import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Severity } from '../../../src/domain/report/report.ts';
import { type FixedFile, planFixes } from '../fixes/plan-fixes.ts';
import { writeFixedFiles } from '../fixes/write-fixed-files.ts';
import { OperationalError } from '../operational-error.ts';
import { escapeControls } from '../reporters/escape-controls.ts';
import type { CheckResult } from '../run-check.ts';
import { leavesFolder } from '../workspace/confined-tree.ts';
import { type OutputFormat, printReport } from './print-report.ts';
import { exitCodes, type Terminal } from './terminal.ts';

/** How findings are to be mended. */
export interface FixRequest {
  /** Shows what would be written, and writes nothing. */
  readonly isDryRun: boolean;
  /** Applies fixes too that a person should look at. */
  readonly isUnsafe: boolean;
}

/** The flags as they were given. */
export interface FixFlags {
  readonly isFixing: boolean;
  readonly isDryRun: boolean;
  readonly isUnsafe: boolean;
}

/**
 * What the flags ask for; `undefined` where nothing is to be mended.
 * @throws {OperationalError} Where `--dry-run` or `--unsafe` stands without `--fix`, and where a report and the diff of a
 * dry run would both go to standard output.
 */
export function readFixRequest(
  { isFixing, isDryRun, isUnsafe }: FixFlags,
  formats: readonly OutputFormat[],
): FixRequest | undefined {
  const given = isDryRun ? '--dry-run' : '--unsafe';
  if (!isFixing && (isDryRun || isUnsafe)) {
    throw new OperationalError(
      `\`${given}\` has no effect without \`--fix\`.`,
      `Give \`--fix ${given}\`, or leave the flag out.`,
    );
  }
  if (isDryRun && formats.some(({ file, format }) => file === undefined && format !== 'pretty')) {
    throw new OperationalError(
      'The report and what `--dry-run` would change would both go to standard output.',
      'Send the report to a file: `--format json=report.json`.',
    );
  }
  return isFixing ? { isDryRun, isUnsafe } : undefined;
}

/** Fixes may touch each other, and uncover others: so often a run looks again. */
const mostPasses = 10;

/**
 * Writes the fixes of what a check found, and checks again until nothing is left to write; gives back the last result.
 * @param run checks the files as they are on the disk
 * @throws {OperationalError} Where a file cannot be written.
 */
export async function mendFiles(
  run: () => CheckResult | Promise<CheckResult>,
  request: FixRequest,
  { folder, stderr }: Terminal,
): Promise<CheckResult> {
  let result = await run();
  const written: FixedFile[] = [];
  for (let pass = 0; pass < mostPasses; pass++) {
    const fixed = planned(result, request);
    if (fixed.length === 0) break;
    writeFixedFiles(fixed, folder);
    written.push(...fixed);
    result = await run();
  }
  stderr.write(sentences('Fixed', written, result, request));
  return result;
}

/**
 * Prints what `mendFiles` would write at first, as a unified diff, and the report into the files that are asked for;
 * gives back the exit code: findings where anything would be written.
 */
export function printDryRun(
  result: CheckResult,
  request: FixRequest,
  formats: readonly OutputFormat[],
  failOn: Severity,
  terminal: Terminal,
): number {
  const { stdout, stderr } = terminal;
  const fixed = planned(result, request);
  for (const { path, before, after } of fixed) {
    const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
    });
    // What goes into a pipe is applied, so it stays as it is; a terminal must not obey what pages hold.
    stdout.write(stdout.isTTY === true ? patch.split('\n').map(escapeControls).join('\n') : patch);
  }
  stderr.write(sentences('Would fix', fixed, result, request));
  const files = formats.filter(({ file }) => file !== undefined);
  const code = printReport(result, files, failOn, terminal);
  return code === exitCodes.clean && fixed.length > 0 ? exitCodes.findings : code;
}

function planned({ report, textOf }: CheckResult, { isUnsafe }: FixRequest): readonly FixedFile[] {
  const inside = report.findings.filter(({ path }) => !leavesFolder(path));
  return planFixes(inside, textOf, { isUnsafeWanted: isUnsafe });
}

function sentences(
  verb: string,
  files: readonly FixedFile[],
  result: CheckResult,
  request: FixRequest,
): string {
  const outside = outsideSentence(result, request);
  return outside !== '' && files.length === 0 ? outside : `${sentence(verb, files)}\n${outside}`;
}

/** Repositories beside the working folder are compared as other pages are, and somebody else's to change. */
function outsideSentence({ report, textOf }: CheckResult, { isUnsafe }: FixRequest): string {
  const outside = report.findings.filter(({ path }) => leavesFolder(path));
  const left = planFixes(outside, textOf, { isUnsafeWanted: isUnsafe });
  const findings = left.reduce((sum, file) => sum + file.mended.length, 0);
  if (findings === 0) return '';
  const places = [...new Set(left.map(({ path }) => `\`${escapeControls(path)}\``))];
  const which = findings === 1 ? '1 finding' : `${findings} findings`;
  const shown =
    places.length > 3 ? `${places.slice(0, 3).join(', ')} and ${places.length - 3} more` : places.join(', ');
  return `Left ${which} alone, outside the working folder: ${shown}. Run the command in a folder that holds them.\n`;
}

function sentence(verb: string, files: readonly FixedFile[]): string {
  const findings = files.reduce((sum, file) => sum + file.mended.length, 0);
  const places = new Set(files.map(({ path }) => path)).size;
  if (findings === 0) return 'No finding has a fix that may be applied.';
  return `${verb} ${findings} ${findings === 1 ? 'finding' : 'findings'} in ${places} ${places === 1 ? 'file' : 'files'}.`;
}
