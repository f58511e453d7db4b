import { reasonOf } from '../operational-error.ts';
import { type FileTree, type TreeEntry, type TreePlace, treeOf } from './file-tree.ts';
import type { PagePattern } from './page-pattern.ts';

/**
 * Every file that a pattern may be about: paths relative to the working folder, forward slashes, in the order of their names.
 *
 * Links are followed, once: a link to a folder above it leads nowhere new. `node_modules` and folders whose name
 * begins with a dot hold no pages, unless the pattern names them. `onUnreadable` hears of folders that the system
 * does not let be read, and why.
 */
export function listFiles(
  place: TreePlace,
  pattern: PagePattern,
  onUnreadable: (path: string, reason: string) => void = () => undefined,
): readonly string[] {
  const tree = treeOf(place);
  const files: string[] = [];
  descend('', pattern.folders, []);
  return files;

  function descend(path: string, remaining: PagePattern['folders'], above: readonly string[]): void {
    const [next, ...rest] = remaining;
    if (typeof next === 'string') return descend(joined(path, next), rest, above);
    const real = tree.realPlaceOf(path);
    if (real === undefined || above.includes(real)) return;
    for (const entry of entriesOf(tree, path, (reason) => onUnreadable(path, reason))) {
      const inside = joined(path, entry.name);
      const kind = kindOf(entry, inside, tree, (reason) => {
        // A link to a page that cannot be read is a page: its finding says why.
        if (next !== undefined || !entry.name.includes('.')) onUnreadable(inside, reason);
      });
      if (kind === 'file' && next === undefined) files.push(inside);
      if (kind !== 'folder') continue;
      if (next === undefined ? !isPassedOver(entry.name) : next.test(entry.name)) {
        descend(inside, rest, [...above, real]);
      }
    }
  }
}

/** True for folders that hold no pages, by their names: those of packages and hidden ones. */
export function isPassedOver(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

function kindOf(
  { kind }: TreeEntry,
  path: string,
  tree: FileTree,
  onUnreadable: (reason: string) => void,
): 'file' | 'folder' | 'other' {
  if (kind !== 'link') return kind;
  try {
    // A link that leads nowhere is a file that cannot be read: its finding says so.
    return tree.kindOf(path) ?? 'file';
  } catch (error) {
    onUnreadable(reasonOf(error));
    return 'file';
  }
}

function entriesOf(
  tree: FileTree,
  path: string,
  onUnreadable: (reason: string) => void,
): readonly TreeEntry[] {
  try {
    return tree.entriesOf(path).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    onUnreadable(reasonOf(error));
    return [];
  }
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}
