import { isUtf8 } from 'node:buffer';
import { indexLines } from '../../src/domain/document/line-index.ts';
import { readJson } from '../../src/domain/messages/read-json.ts';
import { decodePage } from './workspace/decode-page.ts';

/**
 * The text of bytes that are to be JSON, a byte order mark included.
 * @throws {Error} Where they are no UTF-8: a message without a full stop that names the encoding or the byte.
 */
export function jsonText(bytes: Uint8Array): string {
  const content = decodePage(bytes);
  if (content.kind === 'unreadable' && (!isUtf8(bytes) || content.problem.kind === 'encoding')) {
    throw new Error(content.problem.message.replace(/^The/, 'the'));
  }
  return Buffer.from(bytes).toString('utf8');
}

/**
 * What the bytes of a JSON file say; a byte order mark is passed over.
 * @throws {Error} Where they are no JSON in UTF-8: a message without a full stop that says why, and names the place.
 * @example parseJson(Buffer.from('{\n"name": docs }')) // throws 'line 2, column 9: a word that is neither text in …'
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = jsonText(bytes);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // What the engine says names a place in some cases only, and quotes the file, line ends included.
    const [problem] = readJson(text).problems;
    if (problem === undefined) throw error;
    const { line, column } = indexLines(text).pointAt(problem.from);
    throw new Error(`line ${line}, column ${column}: ${problem.reason}`, { cause: error });
  }
}
