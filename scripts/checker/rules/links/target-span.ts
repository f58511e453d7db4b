import type { PageDocument, Span } from '../../../../src/domain/document/page-document.ts';
import { sliceOf } from '../../../../src/domain/document/spans.ts';

/**
 * Where the target of a link or image is written, or `undefined` where it stands elsewhere, as in a reference, or
 * otherwise than it reads.
 *
 * @example
 * targetSpanOf(page, link) // => `../names.md` in `[Names](../names.md)`
 */
export function targetSpanOf(document: PageDocument, span: Span, target: string): Span | undefined {
  const slice = sliceOf(document, span);
  const at = target === '' ? -1 : slice.lastIndexOf(target);
  if (at === -1) return undefined;
  const before = slice.slice(0, at);
  if (!/(?:\]\(\s*<?|(?:href|src|source)\s*=\s*\{?["']?|(?:ref|relref)\s+["'`]?)$/i.test(before))
    return undefined;
  const line = before.split('\n').length - 1;
  const column = line === 0 ? span.start.column + at : at - before.lastIndexOf('\n');
  const start = { line: span.start.line + line, column, offset: span.start.offset + at };
  return {
    start,
    end: { line: start.line, column: column + target.length, offset: start.offset + target.length },
  };
}
