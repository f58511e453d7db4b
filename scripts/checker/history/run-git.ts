import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** What git printed; nothing where it failed. */
export interface GitAnswer {
  readonly output: string;
  readonly errors: string;
  readonly isInstalled: boolean;
  readonly hasFailed: boolean;
}

/** Asks git a question with a short answer. */
export function askGit(folder: string, args: readonly string[]): GitAnswer {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: gitEnvironment(),
  });
  const hasFailed = error !== undefined || status !== 0;
  return {
    output: hasFailed ? '' : stdout,
    errors: error === undefined ? stderr : '',
    isInstalled: error === undefined,
    hasFailed,
  };
}

/**
 * Lets `read` have what git prints piece by piece, however much that is, and gives back whether git came to its end.
 *
 * The output goes through a temporary file, so that it is never whole in memory while the caller need not wait for events.
 */
export function readFromGit(
  folder: string,
  args: readonly string[],
  input: string,
  read: (output: OutputReader) => void,
): boolean {
  const place = mkdtempSync(join(tmpdir(), 'lockstep-git-'));
  const file = openSync(join(place, 'output'), 'w+');
  try {
    const { status } = spawnSync('git', args, {
      cwd: folder,
      input,
      stdio: ['pipe', file, 'ignore'],
      env: gitEnvironment(),
    });
    read(outputReader(file));
    return status === 0;
  } finally {
    closeSync(file);
    rmSync(place, { recursive: true, force: true });
  }
}

/** Reads an output from its start on. */
export interface OutputReader {
  /** The bytes up to the next one of that value, which is passed over; `undefined` at the end. Good until the next call. */
  readonly until: (end: number) => Buffer | undefined;
  /** The next bytes, as many as there are; they are the caller's. */
  readonly take: (count: number) => Buffer;
}

const chunkSize = 1024 * 1024;

function outputReader(file: number): OutputReader {
  let buffer = Buffer.alloc(0);
  let at = 0;
  let position = 0;
  const readMore = (): boolean => {
    const chunk = Buffer.allocUnsafe(chunkSize);
    const count = readSync(file, chunk, 0, chunkSize, position);
    position += count;
    if (count === 0) return false;
    buffer = Buffer.concat([buffer.subarray(at), chunk.subarray(0, count)]);
    at = 0;
    return true;
  };
  return {
    until: (end) => {
      let found = buffer.indexOf(end, at);
      while (found === -1) {
        if (!readMore()) return undefined;
        found = buffer.indexOf(end, at);
      }
      const bytes = buffer.subarray(at, found);
      at = found + 1;
      return bytes;
    },
    take: (count) => {
      while (buffer.length - at < count && readMore());
      const bytes = Buffer.from(buffer.subarray(at, at + count));
      at += bytes.length;
      return bytes;
    },
  };
}

/** What git is run with: nothing that hooks, callers or the user's language would change, and no network. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Hooks and callers set these; they would point git at another repository than the folder's.
    GIT_DIR: undefined,
    GIT_WORK_TREE: undefined,
    GIT_INDEX_FILE: undefined,
    GIT_COMMON_DIR: undefined,
    GIT_OPTIONAL_LOCKS: '0',
    // A partial clone would fetch what it lacks, object by object: the second setting stops older versions of git.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    // Its answers are read by a program.
    LC_ALL: 'C',
  };
}
