import { readFileSync, statSync } from 'node:fs';
import { reasonOf } from '../operational-error.ts';
import { decodePage, largestPage, type PageContent, tooLarge } from './decode-page.ts';

/** A file's content, or why it has none: whatever the disk says becomes a finding of that page alone. */
export function readPage(path: string): PageContent {
  try {
    const { size } = statSync(path);
    return size > largestPage ? tooLarge(size) : decodePage(readFileSync(path));
  } catch (error) {
    const start = { line: 1, column: 1, offset: 0 };
    const message = `The file could not be read: ${reasonOf(error)}`;
    return { kind: 'unreadable', problem: { kind: 'file', message, span: { start, end: start } } };
  }
}
