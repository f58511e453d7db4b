import { readFileSync, statSync } from 'node:fs';
import { reasonOf } from '../operational-error.ts';
import { decodePage, largestPage, type PageContent, tooLarge } from './decode-page.ts';

/** A file's bytes, or why there are none to judge. */
export type PageBytes = Uint8Array | (PageContent & { readonly kind: 'unreadable' });

/** A file's content, or why it has none: whatever the disk says becomes a finding of that page alone. */
export function readPage(path: string): PageContent {
  return contentOf(readBytes(path));
}

/** What a file's bytes say. */
export function contentOf(bytes: PageBytes): PageContent {
  return bytes instanceof Uint8Array ? decodePage(bytes) : bytes;
}

/** A file's bytes as they are; `size` is how many there are, where the caller has asked for it already. */
export function readBytes(path: string, size?: number): PageBytes {
  try {
    const length = size ?? statSync(path).size;
    return length > largestPage ? tooLarge(length) : readFileSync(path);
  } catch (error) {
    const start = { line: 1, column: 1, offset: 0 };
    const message = `The file could not be read: ${reasonOf(error)}`;
    return { kind: 'unreadable', problem: { kind: 'file', message, span: { start, end: start } } };
  }
}
