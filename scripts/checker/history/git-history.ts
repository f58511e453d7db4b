import { spawnSync } from 'node:child_process';
import { type Commit, isRevisionId, type Pin, pinName, type SourceHistory } from './source-history.ts';

/**
 * The history that git keeps of a folder; without git, or without a repository, it knows nothing and says so.
 *
 * One process reads all old texts and one all last commits, however many pages there are.
 */
export function gitHistory(folder: string, pinKey: string): SourceHistory {
  return {
    pinKey,
    readTexts: (pins) => readTexts(folder, pins),
    readLastCommits: (paths) => readLastCommits(folder, paths),
    limit: () => limitOf(folder),
  };
}

function readTexts(folder: string, pins: readonly Pin[]): ReadonlyMap<string, string> {
  const wanted = pins.filter((pin) => isRevisionId(pin.revision));
  const objects = readObjects(
    folder,
    wanted.map((pin) => pin.revision),
  );
  const texts = new Map<string, string>();
  const commits: Pin[] = [];
  for (const [index, pin] of wanted.entries()) {
    const object = objects[index];
    if (object?.type === 'blob') texts.set(pinName(pin), object.text);
    if (object?.type === 'commit') commits.push(pin);
  }
  // A pin may name the commit that was translated; `./` makes git read the path from the working folder.
  const files = readObjects(
    folder,
    commits.map((pin) => `${pin.revision}:./${pin.sourcePath}`),
  );
  for (const [index, pin] of commits.entries()) {
    const object = files[index];
    if (object?.type === 'blob') texts.set(pinName(pin), object.text);
  }
  return texts;
}

interface GitObject {
  readonly type: string;
  readonly text: string;
}

/** Each object by its name, `undefined` where git has none (Git documentation, `git cat-file --batch`). */
function readObjects(folder: string, names: readonly string[]): readonly (GitObject | undefined)[] {
  // A line break in a name would be read as a second name.
  if (names.length === 0 || names.some((name) => /[\r\n]/.test(name))) return names.map(() => undefined);
  const output = runGit(folder, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  const objects: (GitObject | undefined)[] = [];
  let at = 0;
  if (output === undefined) return [];
  while (at < output.length) {
    const lineEnd = output.indexOf(0x0a, at);
    if (lineEnd === -1) break;
    const header = output.toString('utf8', at, lineEnd);
    at = lineEnd + 1;
    const found = /^[0-9a-f]+ (\w+) (\d+)$/.exec(header);
    if (found === null) {
      objects.push(undefined);
      continue;
    }
    const size = Number(found[2]);
    objects.push({ type: found[1] ?? '', text: output.toString('utf8', at, at + size) });
    at += size + 1;
  }
  return objects;
}

/** The walk ends at the first commit of each path; git prints the newest first. */
function readLastCommits(folder: string, paths: readonly string[]): ReadonlyMap<string, Commit> {
  const commits = new Map<string, Commit>();
  const output = runGit(folder, [
    '-c',
    'core.quotePath=false',
    'log',
    '--format=%x00%h %cs',
    '--name-only',
    '--relative',
    '--no-renames',
    '--',
    ...(paths.length > mostArguments ? [] : paths),
  ])?.toString('utf8');
  const wanted = new Set(paths);
  for (const entry of output?.split('\0') ?? []) {
    const [header = '', ...files] = entry.split('\n');
    const [id = '', date = ''] = header.split(' ');
    for (const file of files) {
      if (wanted.has(file) && !commits.has(file)) commits.set(file, { id, date });
    }
  }
  return commits;
}

/** Beyond this the command line might grow too long, and git reads the whole history anyway. */
const mostArguments = 500;

function limitOf(folder: string): string | undefined {
  const answer = runGit(folder, ['rev-parse', '--is-shallow-repository'])?.toString('utf8').trim();
  if (answer === 'true') return 'This clone is shallow: fetch the full history (`git fetch --unshallow`).';
  if (answer === 'false') return undefined;
  return spawnSync('git', ['--version']).error === undefined
    ? 'This folder is in no git repository.'
    : 'Git is not installed.';
}

function runGit(folder: string, args: readonly string[], input = ''): Buffer | undefined {
  const { status, stdout, error } = spawnSync('git', args, {
    cwd: folder,
    input,
    maxBuffer: 1024 * 1024 * 1024,
    // Hooks and callers set these; they would point git at another repository than the folder's.
    env: { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_OPTIONAL_LOCKS: '0' },
  });
  return error === undefined && status === 0 ? stdout : undefined;
}
