import { isAbsolute, relative } from 'node:path';
import { type FileTree, type TreePlace, treeOf } from './file-tree.ts';

/**
 * A tree of which nothing is read that lies outside its folder, also where a link in it leads there: a stranger's change
 * must not bring other files of the machine into a report.
 *
 * To read such a place throws an error that says so.
 */
export function confinedTree(place: TreePlace): FileTree {
  const tree = treeOf(place);
  const root = tree.realPlaceOf('') ?? '';
  const known = new Map<string, boolean>();
  const isInside = (path: string): boolean => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const real = tree.realPlaceOf(path);
    const inside = !leavesFolder(path) && (real === undefined || !leavesFolder(relative(root, real)));
    known.set(path, inside);
    return inside;
  };
  const inside = <Result>(path: string, look: () => Result): Result => {
    if (isInside(path)) return look();
    throw new Error('it lies outside the working folder, where `--no-exec-config` reads nothing');
  };
  return {
    entriesOf: (path) => inside(path, () => tree.entriesOf(path)),
    kindOf: (path) => inside(path, () => tree.kindOf(path)),
    realPlaceOf: (path) => (isInside(path) ? tree.realPlaceOf(path) : undefined),
    sizeOf: (path) => inside(path, () => tree.sizeOf(path)),
    read: (path) => inside(path, () => tree.read(path)),
    matching: (globs) => tree.matching(globs).filter(isInside),
  };
}

/**
 * True for a relative path that leads out of the folder it begins in, as it is written.
 * @example leavesFolder('docs/../../secrets.json') // => true
 */
export function leavesFolder(path: string): boolean {
  if (isAbsolute(path) || /^[\\/~]|^[A-Za-z]:/.test(path)) return true;
  let depth = 0;
  for (const part of path.split(/[\\/]/)) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}
