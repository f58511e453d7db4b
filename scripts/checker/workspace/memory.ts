import type { FileTree } from './file-tree.ts';

/**
 * What was read from files and concluded from them, as far as it still holds.
 *
 * A value is called by a name, and is known until something changes that it was made from: files that were read on the
 * way to it, folders that were listed, and other values that were recalled.
 */
export interface Memory {
  readonly tree: FileTree;
  /** The value of that name, made by `work` where it is not known; what `work` throws is thrown every time. */
  readonly recall: <Value>(name: string, work: (tree: FileTree) => Value) => Value;
  /** The value of that name, where it is known. */
  readonly recalled: <Value>(name: string) => Value | undefined;
  /** Takes note of a value that rests on these files, and on the values of these names. */
  readonly remember: (
    name: string,
    value: unknown,
    paths: Iterable<string>,
    names?: Iterable<string>,
  ) => void;
}

/** A memory for one look: it knows nothing and keeps nothing. */
export function noMemory(tree: FileTree): Memory {
  return {
    tree,
    recall: (_, work) => work(tree),
    recalled: () => undefined,
    remember: () => undefined,
  };
}

/** The name by which the pages of the workspace are known. */
export const foundPages = 'pages';
