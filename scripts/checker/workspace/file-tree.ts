import { type Dirent, globSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/**
 * The files of a project: those of a folder on the disk, or those of another state of it, such as an earlier one.
 *
 * Paths are relative to the working folder, with forward slashes; `''` is the folder itself, `..` leads out of it.
 */
export interface FileTree {
  /** What a folder holds. Throws what the system says where it cannot be read. */
  readonly entriesOf: (path: string) => readonly TreeEntry[];
  /** What a path leads to, links followed; `undefined` where nothing is there. Throws where the system does not tell. */
  readonly kindOf: (path: string) => Exclude<TreeEntry['kind'], 'link'> | undefined;
  /** One name for one place, links followed; `undefined` where there is none. */
  readonly realPlaceOf: (path: string) => string | undefined;
  /** Bytes of a file; `undefined` where it is not there. */
  readonly sizeOf: (path: string) => number | undefined;
  /** A file's bytes. Throws what the system says where it cannot be read. */
  readonly read: (path: string) => Uint8Array;
  /** Files that globs name, sorted; none in `node_modules` or in folders whose name begins with a dot. */
  readonly matching: (globs: readonly string[]) => readonly string[];
}

/** An entry of a folder; `other` is a pipe or a device, which nobody should read. */
export interface TreeEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** Where files are: a folder of the disk by its path, or a tree. */
export type TreePlace = string | FileTree;

/** The tree of a place. */
export function treeOf(place: TreePlace): FileTree {
  return typeof place === 'string' ? diskTree(place) : place;
}

/** The files of a folder as they lie on the disk. */
export function diskTree(folder: string): FileTree {
  return {
    entriesOf: (path) =>
      readdirSync(resolve(folder, path), { withFileTypes: true }).map((entry) => {
        return { name: entry.name, kind: kindOfEntry(entry) };
      }),
    kindOf: (path) => {
      const found = statSync(resolve(folder, path), { throwIfNoEntry: false });
      const kind = found && kindOfEntry(found);
      return kind === 'link' ? 'other' : kind;
    },
    realPlaceOf: (path) => {
      try {
        return realpathSync.native(resolve(folder, path));
      } catch {
        return undefined;
      }
    },
    sizeOf: (path) => statSync(resolve(folder, path), { throwIfNoEntry: false })?.size,
    read: (path) => readFileSync(resolve(folder, path)),
    matching: (globs) => {
      const found = globSync(globs, { cwd: folder, exclude: ['**/node_modules/**', '**/.*/**'] });
      return [...new Set(found)].toSorted().map((path) => path.split(sep).join('/'));
    },
  };
}

function kindOfEntry(entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): TreeEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
