import { dirname, join, relative, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Report, Severity } from '../../../src/domain/report/report.ts';
import { readBaseline } from '../baseline/baseline-file.ts';
import { settingsFiles } from '../config/load-settings.ts';
import { OperationalError } from '../operational-error.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import type { Rule } from '../rules/rule.ts';
import type { CheckResult } from '../run-check.ts';
import { foldersToWatch, gitFolderOf } from '../session/folders-to-watch.ts';
import type { Footing } from '../session/lasting-memory.ts';
import { type CheckSession, openSession, type SessionSubject } from '../session/open-session.ts';
import { watchFolders } from '../session/watch-folders.ts';
import type { CheckRequest } from './check.ts';
import { failureText } from './failure-text.ts';
import { printAlignments } from './print-alignments.ts';
import { notesPrinter } from './print-notes.ts';
import { type OutputFormat, printReport } from './print-report.ts';
import { type Progress, startProgress } from './progress.ts';
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
export function assertWatchable({ fix, base }: CheckRequest): void {
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
  const { folder, stderr } = terminal;
  const state = await openState(request, terminal);
  let last: CheckResult | undefined;
  let failure: string | undefined;
  let isSettled = true;

  /** A look after changes; at first there are none. */
  const look = async (paths: readonly string[]): Promise<void> => {
    const before = state.session.footing();
    try {
      if (!isSettled || paths.some(state.isSetting)) {
        isSettled = false;
        await state.settle();
        isSettled = true;
      }
      state.session.touched(paths);
      const result = await state.session.report().finally(state.progress().clear);
      const previous = last;
      last = result;
      const isNews = previous === undefined || !isDeepStrictEqual(previous.report, result.report);
      if (!isNews && failure === undefined) return;
      failure = undefined;
      if (previous !== undefined) {
        clearScreen(request, terminal);
        const now = state.session.footing();
        const seen = paths
          .map((path) => relative(folder, path).split(sep).join('/'))
          .filter((path) => isIn(before, path) || isIn(now, path) || state.isSetting(resolve(folder, path)));
        stderr.write(`${changeLine(previous.report, result.report, seen)}\n`);
      }
      printAlignments(result.alignments, terminal);
      printReport(result, request.formats, request.failOn, terminal);
    } catch (error) {
      const text = failureText(error);
      if (text === failure) return;
      failure = text;
      clearScreen(request, terminal);
      stderr.write(text);
    }
  };

  let turn = Promise.resolve();
  const watch = watchFolders((paths) => {
    turn = turn.then(() => look(paths.map(state.asGit))).then(settleWatch);
  });
  const settleWatch = async (): Promise<void> => {
    const wanted = foldersToWatch(folder, state.session.footing());
    const added = watch.settle(new Set([...wanted, ...state.settingFolders()]));
    // Between the look and the watch something may have changed in them.
    if (added.length > 0) {
      await look(added);
      watch.settle(new Set([...foldersToWatch(folder, state.session.footing()), ...state.settingFolders()]));
    }
  };
  const code = interruption();
  await look([]);
  await settleWatch();
  stderr.write('Watching for changes; Ctrl+C ends.\n');
  const ended = await code;
  watch.close();
  state.session.close();
  return ended;
}

/** What a watch holds between its looks. */
interface WatchState {
  readonly session: CheckSession;
  /** Reads settings and baseline again, and goes on with them. */
  readonly settle: () => Promise<void>;
  /** Whether an absolute path is that of settings or the baseline. */
  readonly isSetting: (path: string) => boolean;
  readonly settingFolders: () => readonly string[];
  /** The name by which the session knows of a change in git's folder. */
  readonly asGit: (path: string) => string;
  readonly progress: () => Progress;
}

async function openState({ check, rules, locales }: WatchRequest, terminal: Terminal): Promise<WatchState> {
  const { folder } = terminal;
  let baselineFile: string | undefined;
  const read = async (isReread: boolean): Promise<SessionSubject> => {
    const settings = await readSettings(check, terminal, isReread);
    baselineFile = check.baseline ?? settings.baseline;
    const baseline = baselineFile === undefined ? undefined : readBaseline(folder, baselineFile);
    return { settings, rules, paths: check.paths, locales, ...(baseline && { baseline }) };
  };
  let subject = await read(false);
  let progress = startProgress(terminal);
  const session = openSession(folder, subject, {
    isCached: check.isCached,
    tree: readableTree(check, terminal),
    ...(check.isVerbose && { explained: check.paths.length > 0 ? 'all' : 'with findings' }),
    onNotes: notesPrinter(terminal),
    onProgress: (done, total) => progress.show(done, total),
  });
  const git = gitFolderOf(folder);
  const settingPaths = (): readonly string[] =>
    [
      ...(check.config === undefined ? ['package.json', ...settingsFiles] : [check.config]),
      ...(baselineFile === undefined ? [] : [baselineFile]),
    ].map((path) => resolve(folder, path));
  return {
    session,
    settle: async () => {
      const next = await read(true);
      // A package.json holds much else.
      if (isDeepStrictEqual(next, subject)) return;
      subject = next;
      session.refocus(next);
    },
    isSetting: (path) => settingPaths().includes(path),
    settingFolders: () => [folder, ...settingPaths().map((path) => dirname(path))],
    asGit: (path) => (git !== undefined && dirname(path) === git ? join(folder, '.git') : path),
    progress: () => {
      const used = progress;
      progress = startProgress(terminal);
      return used;
    },
  };
}

/** Whether a report rests on a file or a folder. */
function isIn({ files, folders }: Footing, path: string): boolean {
  return files.has(path) || folders.has(path);
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
