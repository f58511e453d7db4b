import { resolve } from 'node:path';
import type { FileTree, TreeEntry } from '../workspace/file-tree.ts';
import { matchesGlob } from '../workspace/glob.ts';
import { relativePath } from '../workspace/select-paths.ts';

/**
 * A tree with texts laid over its files, as an editor holds what nobody has saved yet. A text may stand for a file that
 * is not there.
 *
 * `texts` are by path, relative to the folder, and may change afterwards.
 */
export function overlaidTree(folder: string, tree: FileTree, texts: ReadonlyMap<string, string>): FileTree {
  const bytesOf = (path: string): Uint8Array | undefined => {
    const text = texts.size === 0 ? undefined : texts.get(relativePath(path, folder));
    return text === undefined ? undefined : Buffer.from(text);
  };
  const laidIn = (path: string): readonly TreeEntry[] => {
    const own = relativePath(path, folder);
    const start = own === '' ? '' : `${own}/`;
    const entries = new Map<string, TreeEntry>();
    for (const laid of texts.keys()) {
      if (!laid.startsWith(start)) continue;
      const [name = '', ...inside] = laid.slice(start.length).split('/');
      entries.set(name, { name, kind: inside.length === 0 ? 'file' : 'folder' });
    }
    return [...entries.values()];
  };
  return {
    entriesOf: (path) => {
      const laid = laidIn(path);
      if (laid.length === 0) return tree.entriesOf(path);
      let entries: readonly TreeEntry[] = [];
      try {
        entries = tree.entriesOf(path);
      } catch {
        // The folder is there as little as the file that somebody is about to save in it.
      }
      const names = new Set(entries.map(({ name }) => name));
      return [...entries, ...laid.filter(({ name }) => !names.has(name))];
    },
    kindOf: (path) => {
      if (bytesOf(path) !== undefined) return 'file';
      return tree.kindOf(path) ?? (laidIn(path).length > 0 ? 'folder' : undefined);
    },
    realPlaceOf: (path) =>
      tree.realPlaceOf(path) ?? (laidIn(path).length > 0 ? resolve(folder, path) : undefined),
    sizeOf: (path) => bytesOf(path)?.length ?? tree.sizeOf(path),
    read: (path) => bytesOf(path) ?? tree.read(path),
    matching: (globs) => {
      const found = new Set(tree.matching(globs));
      const matches = globs.map(matchesGlob);
      for (const path of texts.keys()) {
        if (matches.some((isMatch) => isMatch(path))) found.add(path);
      }
      return [...found].toSorted();
    },
  };
}
