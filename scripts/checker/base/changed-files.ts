import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { askGit, askGitText } from './ask-git.ts';

/** What has changed from a commit to the files as they are now, committed or not. Places are absolute paths. */
export interface ChangedFiles {
  /** What was there and is now gone, elsewhere or another, by its place. */
  readonly old: ReadonlyMap<string, OldFile>;
  /** What is there and was not. */
  readonly added: ReadonlySet<string>;
  /** From the old place of a file to the new one. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** A file of the commit. */
export interface OldFile {
  /** The repository it is of. */
  readonly repository: string;
  /** In that, with forward slashes. */
  readonly path: string;
  /** Id of its content. */
  readonly object: string;
  readonly isLink: boolean;
}

/**
 * What has changed in a repository since a commit: commits, what is staged, what is not, and files that git does not know
 * yet. Files that git ignores have not changed. What has changed in submodules is found in them.
 * @throws {Error} Where git cannot tell.
 */
export function changedFilesSince(repository: string, commit: string): ChangedFiles {
  const old = new Map<string, OldFile>();
  const added = new Set<string>();
  const renamed = new Map<string, string>();
  for (const { status, before, after, path, newPath } of readChanges(repository, commit)) {
    const place = join(repository, path);
    if (before.mode === submodule || after.mode === submodule) {
      const inner = before.mode === submodule ? changesInSubmodule(place, before.object) : undefined;
      for (const [at, file] of inner?.old ?? []) old.set(at, file);
      for (const at of inner?.added ?? []) added.add(at);
      for (const [from, to] of inner?.renamed ?? []) renamed.set(from, to);
      if (before.mode !== submodule && !isAbsent(before)) {
        old.set(place, oldFile(repository, path, before));
      }
      if (isAbsent(before)) added.add(place);
      continue;
    }
    const isCopy = status === 'C';
    if (!isAbsent(before) && !isCopy) old.set(place, oldFile(repository, path, before));
    if (newPath !== undefined) {
      added.add(join(repository, newPath));
      if (!isCopy) renamed.set(place, join(repository, newPath));
    } else if (isAbsent(before)) {
      added.add(place);
    }
  }
  return { old, added, renamed };
}

/** A side of a change. */
interface Side {
  readonly mode: string;
  readonly object: string;
}

interface Change {
  readonly status: string;
  readonly before: Side;
  readonly after: Side;
  readonly path: string;
  /** Where it is now, for a file that was renamed or copied. */
  readonly newPath: string | undefined;
}

const submodule = '160000';
const link = '120000';

function isAbsent({ mode }: Side): boolean {
  return mode === '000000';
}

function oldFile(repository: string, path: string, { mode, object }: Side): OldFile {
  return { repository, path, object, isLink: mode === link };
}

/** `undefined` for one that is not checked out, or lacks the commit: its files count as they are now. */
function changesInSubmodule(place: string, commit: string): ChangedFiles | undefined {
  if (!existsSync(join(place, '.git'))) return undefined;
  if (askGitText(place, ['cat-file', '-e', `${commit}^{commit}`]) === undefined) return undefined;
  return changedFilesSince(place, commit);
}

/**
 * An index of its own lists the files that git does not know yet, so that a page that was moved and not yet added is
 * found to be the same page; the index of the repository, and its objects, stay as they are.
 */
function readChanges(repository: string, commit: string): readonly Change[] {
  const untracked = untrackedIn(repository);
  const place = mkdtempSync(join(tmpdir(), 'lockstep-index-'));
  try {
    const environment = untracked.length === 0 ? {} : indexWith(repository, untracked, place);
    const { output, errors, hasFailed } = askGit(
      repository,
      ['-c', 'core.quotePath=false', 'diff', '--raw', '--no-abbrev', '-z', '-M', '-l4000', commit, '--'],
      { environment },
    );
    if (hasFailed) throw new Error(`git could not compare the files with \`${commit}\`: ${errors.trim()}`);
    return withUnmerged(parseRaw(output.toString()), repository, commit);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function untrackedIn(repository: string): readonly string[] {
  const { output } = askGit(repository, [
    'ls-files',
    '--others',
    '--exclude-standard',
    '-z',
    '--',
    '.',
    ':(exclude,glob)**/node_modules/**',
  ]);
  // A folder is a repository of its own, of which this one knows nothing.
  return output
    .toString()
    .split('\0')
    .filter((path) => path !== '' && !path.endsWith('/'));
}

function indexWith(
  repository: string,
  untracked: readonly string[],
  place: string,
): Readonly<Record<string, string>> {
  const index = askGitText(repository, ['rev-parse', '--git-path', 'index']) ?? '';
  const objects = askGitText(repository, ['rev-parse', '--git-path', 'objects']) ?? '';
  const copy = join(place, 'index');
  if (existsSync(resolve(repository, index))) copyFileSync(resolve(repository, index), copy);
  mkdirSync(join(place, 'objects'));
  const environment = {
    GIT_INDEX_FILE: copy,
    GIT_OBJECT_DIRECTORY: join(place, 'objects'),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: resolve(repository, objects),
  };
  const { hasFailed, errors } = askGit(
    repository,
    ['add', '--intent-to-add', '--pathspec-from-file=-', '--pathspec-file-nul'],
    { input: untracked.map((path) => `:(top,literal)${path}`).join('\0'), environment },
  );
  if (hasFailed) throw new Error(`git could not look at files that it does not know yet: ${errors.trim()}`);
  return environment;
}

/** Git documentation, `git diff`, "Raw output format". */
function parseRaw(output: string): readonly Change[] {
  const fields = output.split('\0');
  const changes: Change[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const [beforeMode = '', afterMode = '', beforeObject = '', afterObject = '', status = ''] = (
      fields[at++] ?? ''
    )
      .slice(1)
      .split(' ');
    const path = fields[at++] ?? '';
    const hasTwo = status.startsWith('R') || status.startsWith('C');
    changes.push({
      status: status.slice(0, 1),
      before: { mode: beforeMode, object: beforeObject },
      after: { mode: afterMode, object: afterObject },
      path,
      newPath: hasTwo ? fields[at++] : undefined,
    });
  }
  return changes;
}

/** Of a file in conflict the diff does not tell what it was. */
function withUnmerged(changes: readonly Change[], repository: string, commit: string): readonly Change[] {
  const unmerged = new Set(changes.filter(({ status }) => status === 'U').map(({ path }) => path));
  if (unmerged.size === 0) return changes;
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit];
  const entries = askGit(repository, args).output.toString().split('\0');
  const befores = new Map(
    entries.map((entry) => {
      const [mode = '', , object = ''] = (entry.split('\t')[0] ?? '').split(' ');
      return [entry.slice(entry.indexOf('\t') + 1), { mode, object }];
    }),
  );
  const absent = { mode: '000000', object: '' };
  return [
    ...changes.filter(({ path }) => !unmerged.has(path)),
    ...Array.from(unmerged, (path) => {
      return { status: 'M', before: befores.get(path) ?? absent, after: absent, path, newPath: undefined };
    }),
  ];
}
