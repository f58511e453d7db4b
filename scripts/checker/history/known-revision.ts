import type { PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import type { PinnedRevision } from '../rules/rule.ts';
import { blobId } from './blob-id.ts';
import type { FoundPin } from './found-pin.ts';
import { diffLines, type LineDiff, lineStartsOf } from './line-diff.ts';

/** A source page as it was when it was translated. */
export interface OldSource {
  /** Blob id of its text. */
  readonly revision: string;
  readonly document: PageDocument;
  /** From this text to the source as it is. */
  readonly diff: LineDiff;
  /** Offsets at which the lines of the source as it is begin. */
  readonly lineStarts: readonly number[];
}

/** The old text of a source, parsed, and how it differs from the source as it is. */
export function readOldSource(text: string, source: PageDocument): OldSource {
  return {
    revision: blobId(text),
    document: parsePage(text, { dialect: source.dialect }),
    diff: diffLines(text, source.text),
    lineStarts: lineStartsOf(source.text),
  };
}

/** What rules are told of a translation that is behind its source. */
export function pinnedRevisionOf(
  found: FoundPin,
  source: { readonly path: string; readonly document: PageDocument },
  old: OldSource | undefined,
): PinnedRevision {
  return {
    pin: found.pin,
    known: found.known,
    span: found.span ?? { start: pageStart, end: pageStart },
    sourcePath: source.path,
    changedLines: old?.diff.changedLines,
    firstChange: startOfLine(source.document.text, old?.diff.firstChange ?? 1),
    lastCommit: found.lastCommit,
    behindSince: found.behindSince,
    commitsBehind: found.commitsBehind,
    certainty: found.certainty ?? 1,
    sections: found.sections ?? [],
  };
}

/** Where a range of the old source stands now; `undefined` when a line of it has changed. */
export function rangeToday(range: Span, old: OldSource): Span | undefined {
  const { start, end } = range;
  const startLine = old.diff.newLineOf(start.line);
  const endLine = old.diff.newLineOf(end.line);
  if (startLine === undefined || endLine === undefined) return undefined;
  if (endLine - startLine !== end.line - start.line) return undefined;
  const offsetAt = (line: number, column: number): number => (old.lineStarts[line - 1] ?? 0) + column - 1;
  return {
    start: { line: startLine, column: start.column, offset: offsetAt(startLine, start.column) },
    end: { line: endLine, column: end.column, offset: offsetAt(endLine, end.column) },
  };
}

const pageStart = { line: 1, column: 1, offset: 0 };

function startOfLine(text: string, line: number): Span {
  const point = { line, column: 1, offset: lineStartsOf(text)[line - 1] ?? text.length };
  return { start: point, end: point };
}
