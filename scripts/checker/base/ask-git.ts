import { spawnSync } from 'node:child_process';
import process from 'node:process';

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
    env: {
      ...process.env,
      GIT_DIR: undefined,
      GIT_WORK_TREE: undefined,
      GIT_INDEX_FILE: undefined,
      GIT_COMMON_DIR: undefined,
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
      ...environment,
    },
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
