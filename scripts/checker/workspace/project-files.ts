import type { ProjectFiles } from '../rules/rule.ts';
import { type FileTree, type TreePlace, treeOf } from './file-tree.ts';
import { readPage } from './read-page.ts';

/** The files of a place, each folder read when it is first asked about. */
export function projectFilesIn(place: TreePlace): ProjectFiles {
  const tree = treeOf(place);
  const known = new Map<string, ReadonlySet<string> | undefined>();
  return {
    namesIn: (path) => {
      if (!isInside(path)) return undefined;
      if (!known.has(path)) known.set(path, readNames(tree, path));
      return known.get(path);
    },
    textOf: (path) => {
      const content = isInside(path) ? readPage(path, tree) : undefined;
      return content?.kind === 'text' ? content.text : undefined;
    },
  };
}

/** What lies above the working folder is none of the project's. */
function isInside(path: string): boolean {
  return !path.split('/').includes('..') && !path.startsWith('/');
}

function readNames(tree: FileTree, path: string): ReadonlySet<string> | undefined {
  try {
    return new Set(tree.entriesOf(path).map(({ name }) => name.normalize('NFC')));
  } catch {
    return undefined;
  }
}
