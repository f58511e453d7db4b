import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { gitEnvironment } from '../history/run-git.ts';

/** What git answered; `output` is empty where it failed. */
export interface GitAnswer {
  readonly output: Buffer;
  readonly errors: string;
  readonly isInstalled: boolean;
  readonly hasFailed: boolean;
}

/** What git is asked with beside the arguments. */
export interface GitQuestion {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A look at the base was asked for, so a partial clone may fetch the few files that it takes. */
const mayFetch = { GIT_NO_LAZY_FETCH: undefined, GIT_ALLOW_PROTOCOL: process.env['GIT_ALLOW_PROTOCOL'] };

/** Asks git; the repository is the folder's, whatever hooks and callers have set. */
export function askGit(
  folder: string,
  args: readonly string[],
  { input = '', environment = {} }: GitQuestion = {},
): GitAnswer {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    input,
    maxBuffer: 1024 * 1024 * 1024,
    env: { ...gitEnvironment(), ...mayFetch, ...environment },
  });
  if (error !== undefined) {
    return { output: Buffer.alloc(0), errors: '', isInstalled: false, hasFailed: true };
  }
  const hasFailed = status !== 0;
  return {
    output: hasFailed ? Buffer.alloc(0) : stdout,
    errors: stderr.toString(),
    isInstalled: true,
    hasFailed,
  };
}

/** A short answer as text, without the line end; `undefined` where git failed. */
export function askGitText(folder: string, args: readonly string[]): string | undefined {
  const { output, hasFailed } = askGit(folder, args);
  return hasFailed ? undefined : output.toString().replace(/\r?\n$/, '');
}
