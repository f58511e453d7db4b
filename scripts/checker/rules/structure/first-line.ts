import type { PageDocument, Span } from '../../../../src/domain/document/page-document.ts';

/** A span up to the end of its first line. */
export function firstLineOf(document: PageDocument, { start, end }: Span): Span {
  const length = document.text.slice(start.offset, end.offset).search(/[\r\n]/);
  if (length === -1) return { start, end };
  return {
    start,
    end: { line: start.line, column: start.column + length, offset: start.offset + length },
  };
}
