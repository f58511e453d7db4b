import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { decodePage, largestPage } from '../workspace/decode-page.ts';
import { type FileChanges, logArguments, readChangesOf } from './file-changes.ts';
import { askGit, type OutputReader, readFromGit } from './run-git.ts';

/** A repository of git, as far as the checker asks it. */
export interface GitRepository {
  /** Why old texts may be missing, a full sentence; `undefined` where history is whole. */
  readonly limit: () => string | undefined;
  /** The past of the files that the run reads, by their paths in the repository. */
  readonly changes: () => ReadonlyMap<string, FileChanges>;
  /** Each object by its name, `undefined` where it is not to be had. */
  readonly readObjects: (names: readonly string[]) => readonly (GitObject | undefined)[];
  /** Ids of the objects that names such as `<commit>:<path>` mean, `undefined` where they mean none. */
  readonly resolve: (names: readonly string[]) => readonly (string | undefined)[];
}

/** An object of git: a blob with its text, or another with none. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  /** `undefined` for what is no text, or larger than any page. */
  readonly text: string | undefined;
}

/** A file's place in its repository. */
export interface RepositoryPath {
  /** The repository's top folder. */
  readonly root: string;
  /** Relative to that, forward slashes. */
  readonly path: string;
}

/**
 * Tells which repository a file lies in: the nearest folder above it with a `.git`, be it a folder or, in a worktree and
 * a submodule, a file. Links are followed.
 */
export function repositoryPaths(folder: string): (path: string) => RepositoryPath | undefined {
  const real = new Map<string, ReturnType<typeof placeOf>>();
  const known = new Map<string, RepositoryPath | undefined>();
  const find = (path: string): RepositoryPath | undefined => {
    const whole = resolve(folder, path);
    const directory = dirname(whole);
    if (!real.has(directory)) real.set(directory, placeOf(directory));
    const found = real.get(directory);
    if (found?.root === undefined) return undefined;
    const inside = relative(found.root, join(found.place, basename(whole)));
    return { root: found.root, path: sep === '/' ? inside : inside.replaceAll(sep, '/') };
  };
  return (path) => {
    if (!known.has(path)) known.set(path, find(path));
    return known.get(path);
  };
}

/** A folder with its links followed, and the top of the repository that it lies in. */
function placeOf(
  directory: string,
): { readonly place: string; readonly root: string | undefined } | undefined {
  try {
    const place = realpathSync(directory);
    let root: string | undefined = place;
    while (root !== undefined && !existsSync(join(root, '.git'))) {
      const above: string = dirname(root);
      root = above === root ? undefined : above;
    }
    return { place, root };
  } catch {
    return undefined;
  }
}

/** Opens a repository; git is asked when something is wanted of it, and once for all files. Its past ends with `commit`. */
export function openRepository(
  root: string,
  paths: () => ReadonlyMap<string, { readonly isSource: boolean }>,
  commit = 'HEAD',
): GitRepository {
  const state = once(() => stateOf(root));
  return {
    limit: () => state().limit,
    changes: once(() => readChanges(root, commit, paths(), state())),
    readObjects: (names) => readObjects(root, names, state().isPartial),
    resolve: (names) => resolveNames(root, names, state().isPartial),
  };
}

interface RepositoryState {
  readonly limit: string | undefined;
  readonly isPartial: boolean;
  /** Commits at which a shallow clone ends. */
  readonly cutAt: ReadonlySet<string>;
}

function stateOf(root: string): RepositoryState {
  const { output, errors, isInstalled, hasFailed } = askGit(root, [
    'rev-parse',
    '--is-shallow-repository',
    '--git-path',
    'shallow',
  ]);
  const unknown = { isPartial: false, cutAt: new Set<string>() };
  if (!isInstalled) return { ...unknown, limit: 'Git is not installed.' };
  if (hasFailed) {
    const limit = errors.includes('safe.directory')
      ? 'Git does not read this folder, for somebody else owns it: run `git config --global --add safe.directory "$PWD"` at the top of the repository.'
      : 'Git cannot read the repository that this folder is in.';
    return { ...unknown, limit };
  }
  const [isShallow, shallowFile = ''] = output.split(/\r?\n/);
  const promisors = askGit(root, ['config', '--get-regexp', String.raw`^remote\..*\.promisor$`]);
  const isPartial = /\strue$/m.test(promisors.output);
  if (isShallow === 'true') {
    const limit = 'This clone is shallow: fetch the full history (`git fetch --unshallow`).';
    return { limit, isPartial, cutAt: linesOf(resolve(root, shallowFile)) };
  }
  const limit = isPartial
    ? 'This clone is partial, and the checker fetches nothing: get the texts that it lacks (`git fetch --refetch --no-filter`).'
    : askGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD']).hasFailed
      ? 'This repository has no commit yet.'
      : undefined;
  return { limit, isPartial, cutAt: new Set() };
}

function readChanges(
  root: string,
  commit: string,
  paths: ReadonlyMap<string, { readonly isSource: boolean }>,
  { isPartial, cutAt }: RepositoryState,
): ReadonlyMap<string, FileChanges> {
  let changes: ReadonlyMap<string, FileChanges> = new Map();
  const mechanical = linesOf(join(root, '.git-blame-ignore-revs'));
  // Where texts are missing, git cannot tell how similar two are.
  readFromGit(root, [...logArguments(isPartial ? 100 : 50), commit, '--'], '', (output) => {
    changes = readChangesOf(output, paths, cutAt, mechanical);
  });
  return changes;
}

function readObjects(
  root: string,
  names: readonly string[],
  isPartial: boolean,
): readonly (GitObject | undefined)[] {
  // A line break in a name would be read as a second name.
  const asked = names.filter((name) => !/[\r\n]/.test(name));
  const found = new Map<string, GitObject>();
  const wanted = isPartial ? presentIn(root, asked) : new Map(asked.map((name) => [name, name]));
  const inOrder = [...new Set(wanted.values())];
  if (inOrder.length > 0) {
    readFromGit(root, ['cat-file', '--batch'], `${inOrder.join('\n')}\n`, (output) => {
      for (const name of inOrder) {
        const object = nextObject(output);
        if (object !== undefined) found.set(name, object);
      }
    });
  }
  return names.map((name) => found.get(wanted.get(name) ?? ''));
}

/** What `git cat-file --batch` says next (Git documentation): a line `<id> <type> <bytes>` and the content, or a line alone. */
function nextObject(output: OutputReader): GitObject | undefined {
  const header = output.until(lineFeed)?.toString('utf8') ?? '';
  const [, id = '', type = '', length] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(header) ?? [];
  if (length === undefined) return undefined;
  const bytes = output.take(Number(length));
  output.until(lineFeed);
  const content = type === 'blob' && bytes.length <= largestPage ? decodePage(bytes) : undefined;
  return { id, type, text: content?.kind === 'text' ? content.text : undefined };
}

/**
 * Names with the ids that they mean, of those that a partial clone has: asked for another, git would fetch it or give up.
 */
function presentIn(root: string, names: readonly string[]): ReadonlyMap<string, string> {
  const here: string[] = [];
  readFromGit(root, [...everyObject, '--unordered'], '', (output) => {
    for (let id = output.until(lineFeed); id !== undefined; id = output.until(lineFeed)) {
      here.push(id.toString('latin1'));
    }
  });
  const known = new Set(here);
  const ids = resolveNames(root, names, true);
  const present = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const id = ids[index] ?? '';
    if (known.has(id)) present.set(name, id);
  }
  return present;
}

const everyObject = ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)'];

function resolveNames(
  root: string,
  names: readonly string[],
  isPartial: boolean,
): readonly (string | undefined)[] {
  const asked = names.filter((name) => !/[\r\n]/.test(name));
  const ids = new Map<string, string>();
  if (isPartial) {
    // It stops at the first name that means nothing, and needs no object but commits and folders.
    for (let from = 0; from < asked.length; ) {
      const some = asked.slice(from, from + 100);
      const { status, lines } = revParse(root, some);
      for (const [index, line] of lines.entries()) {
        if (some[index] !== undefined) ids.set(some[index], line);
      }
      from += status ? some.length : lines.length + 1;
    }
  } else if (asked.length > 0) {
    readFromGit(root, ['cat-file', '--batch-check'], `${asked.join('\n')}\n`, (output) => {
      for (const name of asked) {
        const [, id] =
          /^([0-9a-f]{40,64}) \w+ \d+$/.exec(output.until(lineFeed)?.toString('utf8') ?? '') ?? [];
        if (id !== undefined) ids.set(name, id);
      }
    });
  }
  return names.map((name) => ids.get(name));
}

function revParse(root: string, names: readonly string[]): { status: boolean; lines: readonly string[] } {
  const lines: string[] = [];
  const status = readFromGit(root, ['rev-parse', ...names], '', (output) => {
    for (let line = output.until(lineFeed); line !== undefined; line = output.until(lineFeed)) {
      const text = line.toString('utf8');
      // It repeats the name that means nothing.
      if (/^[0-9a-f]{40,64}$/.test(text)) lines.push(text);
    }
  });
  return { status, lines };
}

const lineFeed = 0x0a;

/** Lines of a list of ids, without the comments that may stand in it. */
function linesOf(file: string): ReadonlySet<string> {
  try {
    return new Set(
      readFileSync(file, 'utf8')
        .split(/\r?\n/)
        .map((line) => line.replace(/#.*/, '').trim()),
    );
  } catch {
    return new Set();
  }
}

function once<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => (found ??= { value: find() }).value;
}
