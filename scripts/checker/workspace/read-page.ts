import { reasonOf } from '../operational-error.ts';
import { decodePage, largestPage, type PageContent, tooLarge } from './decode-page.ts';
import { diskTree, type FileTree } from './file-tree.ts';

/** A file's bytes, or why there are none to judge. */
export type PageBytes = Uint8Array | (PageContent & { readonly kind: 'unreadable' });

/** A file's content, or why it has none: whatever the disk says becomes a finding of that page alone. */
export function readPage(path: string, tree: FileTree = diskTree('.')): PageContent {
  return contentOf(readBytes(path, tree));
}

/** What a file's bytes say. */
export function contentOf(bytes: PageBytes): PageContent {
  return bytes instanceof Uint8Array ? decodePage(bytes) : bytes;
}

/** A file's bytes as they are; `size` is how many there are, where the caller has asked for it already. */
export function readBytes(path: string, tree: FileTree, size?: number): PageBytes {
  try {
    const length = size ?? tree.sizeOf(path) ?? 0;
    return length > largestPage ? tooLarge(length) : tree.read(path);
  } catch (error) {
    const start = { line: 1, column: 1, offset: 0 };
    const message = `The file could not be read: ${reasonOf(error)}`;
    return { kind: 'unreadable', problem: { kind: 'file', message, span: { start, end: start } } };
  }
}
