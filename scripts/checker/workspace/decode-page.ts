import { isUtf8 } from 'node:buffer';
import type { ParseProblem, Point } from '../../../src/domain/document/page-document.ts';

/** What a file holds: text, or the reason why there is none to judge. */
export type PageContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly problem: ParseProblem };

/** Bytes beyond which a file is taken for something else than a page. */
export const largestPage = 8 * 1024 * 1024;

/**
 * A page's text, a BOM included, read as UTF-8 and nothing else.
 *
 * Text in another encoding, an empty file and a file that is too large for a page are unreadable; the problem says
 * which and where.
 */
export function decodePage(bytes: Uint8Array): PageContent {
  if (bytes.length > largestPage) return tooLarge(bytes.length);
  const foreign = foreignEncoding(bytes);
  if (foreign !== undefined) return unreadable('encoding', `The file is ${foreign}, not UTF-8`);
  if (!isUtf8(bytes)) {
    const offset = firstInvalidByte(bytes);
    const point = pointAfter(decode(bytes.subarray(0, offset)));
    const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return unreadable('encoding', `The file is not valid UTF-8: byte \`${byte}\` at offset ${offset}`, point);
  }
  const text = decode(bytes);
  if (text.trim() === '') return unreadable('file', 'The file is empty');
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return unreadable(
      'file',
      'The file holds a NUL character, so it is not text',
      pointAfter(text.slice(0, nul)),
    );
  return { kind: 'text', text };
}

/** What is said of a file of that many bytes, which need not be read. */
export function tooLarge(bytes: number): PageContent & { readonly kind: 'unreadable' } {
  return unreadable('file', `The file holds ${megabytes(bytes)} MB, more than a page can`);
}

/** The encoding that a byte order mark, or zero bytes beside every letter, give away. */
function foreignEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) return 'UTF-32 (little endian)';
  if (first === 0xff && second === 0xfe) return 'UTF-16 (little endian)';
  if (first === 0xfe && second === 0xff) return 'UTF-16 (big endian)';
  const head = bytes.subarray(0, 1000);
  const zeros = head.includes(0) ? head.filter((byte) => byte === 0).length : 0;
  return zeros > head.length / 4 ? 'UTF-16 without a byte order mark, or no text' : undefined;
}

/** The longest valid prefix is found by halving: what precedes the first invalid byte decodes, what includes it does not. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (valid < invalid) {
    const middle = Math.ceil((valid + invalid) / 2);
    if (isValidPrefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle - 1;
  }
  return sequenceStart(bytes, valid);
}

/** A prefix may end inside a character: `stream` leaves that open. */
function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** An incomplete character before `offset` belongs to what is wrong. */
function sequenceStart(bytes: Uint8Array, offset: number): number {
  for (let back = 0; back <= 3; back++) {
    if (isUtf8(bytes.subarray(0, offset - back))) return offset - back;
  }
  return offset;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function pointAfter(text: string): Point {
  const lines = text.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: text.length };
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

function unreadable(
  kind: ParseProblem['kind'],
  message: string,
  point: Point = { line: 1, column: 1, offset: 0 },
): PageContent & { readonly kind: 'unreadable' } {
  return { kind: 'unreadable', problem: { kind, message, span: { start: point, end: point } } };
}
