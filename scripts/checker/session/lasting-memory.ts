import type { FileTree, TreeEntry } from '../workspace/file-tree.ts';
import { matchesGlob } from '../workspace/glob.ts';
import type { Memory } from '../workspace/memory.ts';
import { relativePath } from '../workspace/select-paths.ts';

/** A memory that lasts from look to look, and forgets what a change on the disk makes untrue. */
export interface LastingMemory extends Memory {
  /**
   * Forgets what rests on files that were changed, made, removed or renamed, or on folders that hold them; true where
   * anything was. Paths are relative to the working folder, or absolute.
   */
  readonly forget: (paths: Iterable<string>) => boolean;
  /** What it all rests on. */
  readonly footing: () => Footing;
}

/** Files that were read or looked for, folders that were listed, and globs; paths are relative to the working folder. */
export interface Footing {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly globs: ReadonlySet<string>;
}

/** A memory of the files of a folder, which are what `tree` holds. */
export function lastingMemory(folder: string, tree: FileTree): LastingMemory {
  const values = new Map<string, Remembered>();
  /** Names of values by what they rest on, to find those that a change makes untrue without looking at all. */
  const byPath = new Map<string, Set<string>>();
  const byName = new Map<string, Set<string>>();
  const byGlobs = new Set<string>();
  /** What values rest on that could not be made the last time. */
  const failed = new Map<string, Rests>();
  /** Of the values that are being made, the outermost first. */
  const making: Rests[] = [];

  const remember = (name: string, value: unknown, rests: Rests): void => {
    drop(name);
    values.set(name, { value, rests });
    for (const path of [...rests.files, ...rests.folders.keys()]) add(byPath, path, name);
    for (const other of rests.names) add(byName, other, name);
    if (rests.globs.size > 0) byGlobs.add(name);
  };
  const drop = (name: string): boolean => {
    const remembered = values.get(name);
    if (remembered === undefined) return false;
    values.delete(name);
    const { files, folders, names } = remembered.rests;
    for (const path of [...files, ...folders.keys()]) remove(byPath, path, name);
    for (const other of names) remove(byName, other, name);
    byGlobs.delete(name);
    for (const dependent of byName.get(name) ?? []) drop(dependent);
    return true;
  };

  return {
    tree,
    recall: (name, work) => {
      making.at(-1)?.names.add(name);
      const known = values.get(name);
      if (known !== undefined) return known.value as ReturnType<typeof work>;
      const rests: Rests = { files: new Set(), folders: new Map(), globs: new Map(), names: new Set() };
      making.push(rests);
      try {
        const value = work(recording(folder, tree, rests));
        failed.delete(name);
        remember(name, value, rests);
        return value;
      } catch (error) {
        failed.set(name, rests);
        throw error;
      } finally {
        making.pop();
      }
    },
    // The caller names what it remembered, so the value is of the type it gave.
    recalled: <Value>(name: string) => values.get(name)?.value as Value | undefined,
    remember: (name, value, paths, names = []) =>
      remember(name, value, {
        files: new Set(Array.from(paths, (path) => relativePath(path, folder))),
        folders: new Map(),
        globs: new Map(),
        names: new Set(names),
      }),
    forget: (paths) => {
      const stale = new Set<string>();
      const listings = new Map<string, string>();
      const isListedAsBefore = (path: string, before: string): boolean => {
        const now = listings.get(path) ?? listingOf(tree, path);
        listings.set(path, now);
        return now === before;
      };
      const changed = new Set(Array.from(paths, (given) => relativePath(given, folder)));
      const unread: string[] = [];
      for (const path of changed) {
        const readers = [...(byPath.get(path) ?? [])].filter((name) =>
          values.get(name)?.rests.files.has(path),
        );
        for (const name of readers) stale.add(name);
        for (const above of foldersOf(path)) {
          for (const name of byPath.get(above) ?? []) {
            const before = values.get(name)?.rests.folders.get(above);
            if (before !== undefined && !isListedAsBefore(above, before)) stale.add(name);
          }
        }
        if (readers.length > 0) continue;
        unread.push(path);
        // It may be a folder, of which the system tells when all in it came, went or moved.
        const start = path === '' ? '' : `${path}/`;
        for (const [other, names] of byPath) {
          if (other.startsWith(start)) for (const name of names) stale.add(name);
        }
      }
      for (const name of byGlobs) {
        for (const [globs, before] of values.get(name)?.rests.globs ?? []) {
          const mayFind = unread.length > 0 || [...changed].some(anyMatch(globs));
          if (mayFind && foundBy(tree, globs) !== before) stale.add(name);
        }
      }
      for (const name of stale) drop(name);
      return stale.size > 0;
    },
    footing: () => {
      const all = [...Array.from(values.values(), ({ rests }) => rests), ...failed.values()];
      return {
        files: new Set(all.flatMap(({ files }) => [...files])),
        folders: new Set(all.flatMap(({ folders }) => [...folders.keys()])),
        globs: new Set(all.flatMap(({ globs }) => [...globs.keys()].flatMap(globsIn))),
      };
    },
  };
}

interface Remembered {
  readonly value: unknown;
  readonly rests: Rests;
}

/** What a value was made from. */
interface Rests {
  readonly files: Set<string>;
  /** What each folder held. */
  readonly folders: Map<string, string>;
  /** What each list of globs found. */
  readonly globs: Map<string, string>;
  readonly names: Set<string>;
}

/** The tree, and what is asked of it is noted. */
function recording(folder: string, tree: FileTree, { files, folders, globs }: Rests): FileTree {
  const noted = (path: string): string => {
    files.add(relativePath(path, folder));
    return path;
  };
  return {
    entriesOf: (path) => {
      const own = relativePath(path, folder);
      folders.set(own, nothing);
      const entries = tree.entriesOf(path);
      folders.set(own, writtenOut(entries));
      return entries;
    },
    kindOf: (path) => tree.kindOf(noted(path)),
    realPlaceOf: (path) => {
      const place = tree.realPlaceOf(path);
      if (place === undefined) folders.set(relativePath(path, folder), nothing);
      return place;
    },
    sizeOf: (path) => tree.sizeOf(noted(path)),
    read: (path) => tree.read(noted(path)),
    matching: (patterns) => {
      const found = tree.matching(patterns);
      globs.set(JSON.stringify(patterns), found.join('\0'));
      return found;
    },
  };
}

/** How a folder is noted that cannot be listed. */
const nothing = '\0';

function listingOf(tree: FileTree, folder: string): string {
  try {
    return writtenOut(tree.entriesOf(folder));
  } catch {
    return nothing;
  }
}

function writtenOut(entries: readonly TreeEntry[]): string {
  return entries
    .map(({ name, kind }) => `${kind} ${name}`)
    .toSorted()
    .join('\0');
}

/** Globs are noted as JSON. */
function globsIn(noted: string): readonly string[] {
  return JSON.parse(noted) as string[];
}

function foundBy(tree: FileTree, globs: string): string {
  return tree.matching(globsIn(globs)).join('\0');
}

function anyMatch(globs: string): (path: string) => boolean {
  const matches = globsIn(globs).map(matchesGlob);
  return (path) => matches.some((isMatch) => isMatch(path));
}

/** A path itself and the folders above it, up to the working folder. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return ['', ...parts.map((_, at) => parts.slice(0, at + 1).join('/'))];
}

function add(index: Map<string, Set<string>>, key: string, name: string): void {
  const names = index.get(key);
  if (names === undefined) index.set(key, new Set([name]));
  else names.add(name);
}

function remove(index: Map<string, Set<string>>, key: string, name: string): void {
  const names = index.get(key);
  names?.delete(name);
  if (names?.size === 0) index.delete(key);
}
