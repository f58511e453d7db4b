import type { ProjectFiles } from '../rules/rule.ts';
import type { FileTree } from './file-tree.ts';
import type { Memory } from './memory.ts';
import { readPage } from './read-page.ts';

/** The files of a place, each folder read when it is first asked about. */
export function projectFilesIn(memory: Memory): ProjectFiles {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  return {
    namesIn: (path) => {
      if (!isInside(path)) return undefined;
      if (!known.has(path)) {
        known.set(
          path,
          memory.recall(`names in ${path}`, (tree) => readNames(tree, path)),
        );
      }
      return known.get(path);
    },
    textOf: (path) => {
      if (!isInside(path)) return undefined;
      return memory.recall(`text of ${path}`, (tree) => {
        const content = readPage(path, tree);
        return content.kind === 'text' ? content.text : undefined;
      });
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
