import { createHash } from 'node:crypto';

/**
 * The id that git gives a text: SHA-1 of `blob <bytes>`, a zero byte and the content.
 *
 * Line ends count as LF, as `.gitattributes` with `eol=lf` stores them, so that a checkout with CRLF has the same
 * id. (Git documentation, "Git Internals – Git Objects".)
 * @example blobId('hello\n') // => 'ce013625030ba8dba906f756967f9e9ca394464a'
 */
export function blobId(text: string): string {
  return idOf(text.replaceAll('\r\n', '\n'));
}

/** The ids that git may have for a text: with its line ends as LF, and as they are where git was told to leave them alone. */
export function blobIds(text: string): readonly string[] {
  return text.includes('\r\n') ? [blobId(text), idOf(text)] : [idOf(text)];
}

/** The form of an id that people read: its first seven digits. */
export function shortId(id: string): string {
  return id.slice(0, 7);
}

function idOf(text: string): string {
  const content = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
