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
  const { output } = runGit(folder, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  const objects: (GitObject | undefined)[] = [];
  let at = 0;
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

/**
 * Git prints the newest commit first. A file with changes that are not committed yet has none: its last commit did
 * not bring them. Where a clone is shallow, its oldest commit seems to have written every file;
 * what it tells is left out.
 */
function readLastCommits(folder: string, paths: readonly string[]): ReadonlyMap<string, Commit> {
  const commits = new Map<string, Commit>();
  const isShallow =
    runGit(folder, ['rev-parse', '--is-shallow-repository']).output.toString().trim() === 'true';
  const output = runGit(folder, [
    '-c',
    'core.quotePath=false',
    'log',
    '--format=%x00%h %cs %p',
    '--name-only',
    '--relative',
    '--no-renames',
    '--',
    ...fewArguments(paths),
  ]).output.toString('utf8');
  const wanted = new Set(paths);
  for (const path of uncommitted(folder, paths)) wanted.delete(path);
  for (const entry of output.split('\0')) {
    const [header = '', ...files] = entry.split('\n');
    const [id = '', date = '', parent = ''] = header.split(' ');
    if (isShallow && parent === '') continue;
    for (const file of files) {
      if (wanted.has(file) && !commits.has(file)) commits.set(file, { id, date });
    }
  }
  return commits;
}

function uncommitted(folder: string, paths: readonly string[]): readonly string[] {
  const args = ['diff', '--name-only', '--relative', '--no-renames', '-z', 'HEAD', '--'];
  return runGit(folder, [...args, ...fewArguments(paths)])
    .output.toString('utf8')
    .split('\0');
}

/** Beyond these the command line might grow too long, and git reads the whole history anyway. */
function fewArguments(paths: readonly string[]): readonly string[] {
  return paths.length > 500 ? [] : paths;
}

function limitOf(folder: string): string | undefined {
  const { output, errors, isInstalled } = runGit(folder, ['rev-parse', '--is-shallow-repository']);
  if (!isInstalled) return 'Git is not installed.';
  const answer = output.toString('utf8').trim();
  if (answer === 'true') return 'This clone is shallow: fetch the full history (`git fetch --unshallow`).';
  if (answer === 'false') return undefined;
  // Git says so in its reader's language; the name of the setting is in every one.
  return errors.includes('safe.directory')
    ? 'Git does not read this folder, for somebody else owns it: run `git config --global --add safe.directory "$PWD"` at the top of the repository.'
    : 'This folder is in no git repository.';
}

/** What git printed; nothing where it failed. */
interface GitAnswer {
  readonly output: Buffer;
  readonly errors: string;
  readonly isInstalled: boolean;
}

function runGit(folder: string, args: readonly string[], input = ''): GitAnswer {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    input,
    maxBuffer: 1024 * 1024 * 1024,
    // Hooks and callers set these; they would point git at another repository than the folder's.
    env: { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_OPTIONAL_LOCKS: '0' },
  });
  if (error !== undefined) return { output: Buffer.alloc(0), errors: '', isInstalled: false };
  return {
    output: status === 0 ? stdout : Buffer.alloc(0),
    errors: stderr.toString('utf8'),
    isInstalled: true,
  };
}
