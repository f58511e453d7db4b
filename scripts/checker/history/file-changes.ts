import { shortId } from './blob-id.ts';
import type { OutputReader } from './run-git.ts';

/** A commit that changed a file. */
export interface ChangingCommit {
  /** Whole. */
  readonly id: string;
  /** Its first seven digits, as people speak of it. */
  readonly shortId: string;
  /** Day of the commit where it was made, ISO 8601. */
  readonly date: string;
  /** Seconds since 1970. */
  readonly time: number;
  /** Its place in the history, 0 for the newest commit: many commits may be of one second. */
  readonly order: number;
  /** True where the project says that it changes no meaning, in `.git-blame-ignore-revs`. */
  readonly isMechanical: boolean;
}

/** What one commit did to a file. */
export interface FileChange {
  readonly commit: ChangingCommit;
  /** Blob id of the text after it; `undefined` where the file was deleted. */
  readonly blob: string | undefined;
  /** Blob id of the text before it; `undefined` where the file was added. */
  readonly before: string | undefined;
  /** What the file is called after it, relative to the repository. */
  readonly name: string;
  /** What it was called before, where the commit moved it. */
  readonly oldName?: string;
}

/** A file's past, as far as it is known. */
export interface FileChanges {
  /** Newest first. */
  readonly changes: readonly FileChange[];
  /** True where the history is cut off before the file began. */
  readonly isCut: boolean;
}

/** Arguments of `git log` for `readChangesOf`, whatever the user's settings are. */
export function logArguments(similarity: number): readonly string[] {
  return [
    '-c',
    'log.showRoot=true',
    'log',
    '-z',
    '--raw',
    '--no-abbrev',
    `--find-renames=${similarity}%`,
    // What a merge has that none of its parents has; the rest is told by the commits that it merges.
    '-c',
    '--date-order',
    '--no-color',
    '--no-relative',
    '--no-ext-diff',
    '--no-show-signature',
    '--no-notes',
    '--no-mailmap',
    '--format=%x01%H %ct %cs',
  ];
}

/**
 * Reads the past of many files out of one `git log`, newest commit first; renames are followed.
 *
 * `paths` are relative to the repository and name files of today. Where a commit moved a file, older commits are its own
 * under the old name; a source that became a translation, or a translation that became a source, is no move but a copy.
 * `cutAt` are the commits at which a shallow clone ends: they only seem to have written every file.
 * `mechanical` are commits that change no meaning, by their whole ids.
 */
export function readChangesOf(
  output: OutputReader,
  paths: ReadonlyMap<string, { readonly isSource: boolean }>,
  cutAt: ReadonlySet<string>,
  mechanical: ReadonlySet<string>,
): ReadonlyMap<string, FileChanges> {
  const files = new Map<string, { changes: FileChange[]; isCut: boolean; isSource: boolean }>();
  const owners = new Map<string, string>();
  for (const [path, { isSource }] of paths) {
    files.set(path, { changes: [], isCut: false, isSource });
    owners.set(path, path);
  }
  let header = '';
  let order = -1;
  let commit: ChangingCommit | undefined;
  let moves: { from: string; to: string; owner: string }[] = [];
  const settleMoves = (): void => {
    // Two files may have changed places: names are given up before any is taken over.
    for (const { to } of moves) owners.delete(to);
    for (const { from, owner } of moves) owners.set(from, owner);
    moves = [];
  };
  for (let token = output.until(0); token !== undefined; token = output.until(0)) {
    const start = token[0] === lineFeed ? 1 : 0;
    if (token.length === start) continue;
    if (token[start] === headerMark) {
      settleMoves();
      header = token.toString('latin1', start + 1);
      commit = undefined;
      order++;
      continue;
    }
    const entry = entryOf(token.toString('latin1', start));
    const oldName = entry.status === 'R' || entry.status === 'C' ? textOf(output) : undefined;
    const name = textOf(output);
    const owner = owners.get(name);
    const file = owner === undefined ? undefined : files.get(owner);
    if (owner === undefined || file === undefined) continue;
    commit ??= commitOf(header, order, mechanical);
    if (cutAt.has(commit.id)) {
      file.isCut = true;
      continue;
    }
    const previous = oldName === undefined ? undefined : paths.get(oldName);
    const isMove = entry.status === 'R' && (previous === undefined || previous.isSource === file.isSource);
    file.changes.push({
      commit,
      blob: entry.blob,
      before: oldName === undefined || isMove ? entry.before : undefined,
      name,
      ...(isMove && oldName !== undefined && { oldName }),
    });
    if (isMove && oldName !== undefined) moves.push({ from: oldName, to: name, owner });
  }
  return new Map(Array.from(files, ([path, { changes, isCut }]) => [path, { changes, isCut }]));
}

/** What a file was called in the tree of a commit, by its changes that are newer. */
export function nameAt(path: string, { changes }: FileChanges, commit: ChangingCommit): string {
  let name = path;
  for (const change of changes) {
    if (change.commit.order >= commit.order) break;
    name = change.oldName ?? name;
  }
  return name;
}

/** Every name that a file has had, today's first. */
export function namesOf(path: string, { changes }: FileChanges): readonly string[] {
  return [...new Set([path, ...changes.flatMap(({ name, oldName }) => [name, oldName ?? name])])];
}

const lineFeed = 0x0a;
const headerMark = 0x01;

interface Entry {
  readonly status: string;
  readonly before: string | undefined;
  readonly blob: string | undefined;
}

/** A line of the raw format: modes, ids and a status; as many of the first two before the last as it has parents. */
function entryOf(line: string): Entry {
  const parents = /^:+/.exec(line)?.[0].length ?? 1;
  const fields = line.slice(parents).split(' ');
  const [before, after] = [fields[parents + 1], fields[2 * parents + 1]];
  return {
    status: fields.at(-1)?.[0] ?? '',
    before: blobOf(before),
    blob: blobOf(after),
  };
}

function blobOf(id: string | undefined): string | undefined {
  return id === undefined || /^0+$/.test(id) ? undefined : id;
}

function textOf(output: OutputReader): string {
  return output.until(0)?.toString('utf8') ?? '';
}

function commitOf(header: string, order: number, mechanical: ReadonlySet<string>): ChangingCommit {
  const [id = '', time = '', date = ''] = header.split(' ');
  return { id, shortId: shortId(id), time: Number(time), date, order, isMechanical: mechanical.has(id) };
}
