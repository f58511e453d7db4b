import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { project } from './pages.ts';
import { type CommandOutcome, runLockstep } from './run-lockstep.ts';

/**
 * Runs of the command line with all that they print are folders `test/checker/cli/cases/<situation>/`:
 *
 * - `case.json`: what `CommandCase` lists; the arguments and the exit code are all it must say
 * - `files/`: laid over the project of `pages.ts` before the run
 * - `stdout.txt`, `stderr.txt`: what the run prints, to the letter; absent where it prints nothing there.
 *   `<folder>` stands for the working folder
 *
 * To add a case, write `case.json` and what the run needs, run this folder's tests, and read the texts that they then
 * write; `vitest -u` writes those anew that have changed. Each `OperationalError` needs a case, or a place in
 * `provenElsewhere`.
 */
export interface CommandCase {
  readonly args: readonly string[];
  readonly exitCode: number;
  /** `none`: the working folder holds nothing but `files/`. */
  readonly project?: 'none';
  /** Settings that take the place of the project's lockstep.config.json. */
  readonly settings?: unknown;
  /** Files of the project that are not there. */
  readonly without?: readonly string[];
  /** Folders that `files/` cannot hold, since git keeps no empty ones. */
  readonly folders?: readonly string[];
  /** Symbolic links, with what they lead to. */
  readonly links?: Readonly<Record<string, string>>;
  /** Folder below the one with the files that the command runs in. */
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, 'cases');

/** The names of all cases. */
export function commandCaseNames(): readonly string[] {
  return readdirSync(root).toSorted();
}

/** A case as its folder describes it. */
export function readCommandCase(name: string): CommandCase {
  return JSON.parse(readFileSync(join(root, name, 'case.json'), 'utf8')) as CommandCase;
}

/** Where a stream of a case is written down. */
export function streamFile(name: string, stream: 'stdout' | 'stderr'): string {
  return join(root, name, `${stream}.txt`);
}

/** Runs a case in a folder of its own. */
export async function runCommandCase(name: string): Promise<CommandOutcome> {
  const {
    args,
    project: base,
    settings,
    without = [],
    folders = [],
    links = {},
    ...rest
  } = readCommandCase(name);
  const { cwd = '', environment = {} } = rest;
  const folder = temporaryFolder(base === 'none' ? {} : project);
  for (const path of without) rmSync(join(folder, path), { recursive: true });
  for (const path of folders) mkdirSync(join(folder, path), { recursive: true });
  const files = join(root, name, 'files');
  if (existsSync(files)) cpSync(files, folder, { recursive: true });
  if (settings !== undefined)
    writeInto(folder, 'lockstep.config.json', `${JSON.stringify(settings, null, 2)}\n`);
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  const { stdout, stderr, code } = await runLockstep(join(folder, cwd), args, environment);
  const portable = (text: string): string => text.replaceAll(folder, '<folder>');
  return { stdout: portable(stdout), stderr: portable(stderr), code };
}
