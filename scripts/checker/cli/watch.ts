import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Report, Severity } from '../../../src/domain/report/report.ts';
import { readBaseline } from '../baseline/baseline-file.ts';
import { settingsFiles } from '../config/load-settings.ts';
import { OperationalError } from '../operational-error.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import type { Rule } from '../rules/rule.ts';
import type { CheckResult } from '../run-check.ts';
import { startLiveCheck } from '../session/live-check.ts';
import type { CheckRequest } from './check.ts';
import { failureText } from './failure-text.ts';
import { printAlignments } from './print-alignments.ts';
import { notesPrinter } from './print-notes.ts';
import { type OutputFormat, printReport } from './print-report.ts';
import { startProgress } from './progress.ts';
import { readableTree, readSettings } from './read-settings.ts';
import type { Terminal } from './terminal.ts';

/** What to watch, and how to report it. */
export interface WatchRequest {
  readonly check: CheckRequest;
  readonly formats: readonly OutputFormat[];
  readonly failOn: Severity;
  readonly rules: readonly Rule[];
  readonly locales: readonly string[];
}

/**
 * Refuses what does not go together with `--watch`.
 * @throws {OperationalError} Where files would be written, or held against a commit, on every change.
 */
export function assertWatchable({ fix, base, shard }: CheckRequest): void {
  if (shard !== undefined) {
    throw new OperationalError(
      '`--watch` does not go together with `--shard`: it looks at all pages on one machine.',
      'Leave one of the two flags out.',
    );
  }
  const other = fix.isFixing ? '--fix' : base === undefined ? undefined : '--base';
  if (other === undefined) return;
  throw new OperationalError(
    other === '--fix'
      ? '`--watch` does not go together with `--fix`: it would write into pages while somebody edits them.'
      : '`--watch` does not go together with `--base`: it reports what is there now, and says what each change made new.',
    `Run \`lockstep check ${other}\` by itself, or leave the flag out.`,
  );
}

/**
 * Checks, and checks again whenever something changes that the report rests on, until somebody interrupts it; gives
 * back the exit code that tells so: 128 and the signal's number.
 *
 * What goes wrong on the way is printed, and the watch goes on; settings that cannot be read at first end it.
 * @throws {OperationalError} Where the settings cannot be read at first.
 */
export async function watchPages(request: WatchRequest, terminal: Terminal): Promise<number> {
  const { check, rules, locales } = request;
  const { folder, stderr } = terminal;
  let baselineFile: string | undefined;
  let last: CheckResult | undefined;
  let failure: string | undefined;
  let progress = startProgress(terminal);
  const endProgress = (): void => {
    progress.clear();
    progress = startProgress(terminal);
  };

  const code = interruption();
  const close = await startLiveCheck(folder, {
    isCached: check.isCached,
    tree: readableTree(check, terminal),
    ...(check.isVerbose && { explained: check.paths.length > 0 ? 'all' : 'with findings' }),
    onNotes: notesPrinter(terminal),
    onProgress: (done, total) => progress.show(done, total),
    readSubject: async (isReread) => {
      const settings = await readSettings(check, terminal, isReread);
      baselineFile = check.baseline ?? settings.baseline;
      const baseline = baselineFile === undefined ? undefined : readBaseline(folder, baselineFile);
      return { settings, rules, paths: check.paths, locales, ...(baseline && { baseline }) };
    },
    subjectFiles: () =>
      [
        ...(check.config === undefined ? ['package.json', ...settingsFiles] : [check.config]),
        ...(baselineFile === undefined ? [] : [baselineFile]),
      ].map((path) => resolve(folder, path)),
    onReport: (result, paths) => {
      endProgress();
      const before = last;
      last = result;
      const isNews = before === undefined || !isDeepStrictEqual(before.report, result.report);
      if (!isNews && failure === undefined) return;
      failure = undefined;
      if (before !== undefined) {
        clearScreen(request, terminal);
        stderr.write(`${changeLine(before.report, result.report, paths)}\n`);
      }
      printAlignments(result.alignments, terminal);
      try {
        printReport(result, request.formats, request.failOn, terminal);
      } catch (error) {
        stderr.write(failureText(error));
      }
    },
    onFailure: (error) => {
      endProgress();
      const text = failureText(error);
      if (text === failure) return;
      failure = text;
      clearScreen(request, terminal);
      stderr.write(text);
    },
  });
  stderr.write('Watching for changes; Ctrl+C ends.\n');
  const ended = await code;
  close();
  return ended;
}

/** `+2 −1: content/sv/start.md` where two findings came and one went with a change of that page. */
function changeLine(before: Report, now: Report, paths: readonly string[]): string {
  const old = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const kept = now.findings.filter(({ fingerprint }) => old.has(fingerprint)).length;
  const counts = `+${now.findings.length - kept} −${before.findings.length - kept}`;
  const shown = paths.slice(0, mostPaths).map(escapeForLog).join(', ');
  const more = paths.length - mostPaths;
  return paths.length === 0 ? counts : `${counts}: ${more > 0 ? `${shown} and ${more} more` : shown}`;
}

const mostPaths = 3;

/** A person sees one report at a time; a pipe and a file get one after another. */
function clearScreen({ formats }: WatchRequest, { stdout, environment }: Terminal): void {
  const isShown = stdout.isTTY === true && formats.some(({ file }) => file === undefined);
  if (isShown && environment['TERM'] !== 'dumb') stdout.write(emptyScreen);
}

/** Away with the screen and what has scrolled off it, and to its first place (ECMA-48, ED and CUP; 3 is xterm's). */
const emptyScreen = '\u001B[2J\u001B[3J\u001B[H';

/** Resolves when somebody interrupts the command, to what shells make of the signal. */
function interruption(): Promise<number> {
  return new Promise((end) => {
    process.once('SIGINT', () => end(128 + 2));
    process.once('SIGTERM', () => end(128 + 15));
  });
}
