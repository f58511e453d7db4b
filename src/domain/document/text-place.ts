import type { Point, Span, Traits } from './page-document.ts';

/**
 * The file's span of a piece of a block's own text, `from` and `to` counting UTF-16 units of `Block.text`.
 *
 * Where a run's source is longer than its text (a character reference, folded white space), the whole run is
 * given at that end. The span covers markup between its two ends. `undefined` where no run holds the piece.
 */
export function spanOfText(file: string, traits: Traits, from: number, to: number): Span | undefined {
  const first = traits.runs.find((run) => run.at + run.text.length > from && run.text.length > 0);
  const last = traits.runs.findLast((run) => run.at < to && run.text.length > 0);
  if (first === undefined || last === undefined || last.at < first.at) return undefined;
  const start = isVerbatim(first)
    ? pointFrom(file, first.span.start, Math.max(0, from - first.at))
    : first.span.start;
  const end = isVerbatim(last)
    ? pointFrom(file, last.span.start, Math.min(last.text.length, to - last.at))
    : last.span.end;
  return { start, end };
}

/**
 * Where the piece of the file between two offsets lies in a block's own text, or `undefined` when it is not in it.
 * The inverse of `spanOfText`; both ends count UTF-16 units of `Block.text`.
 */
export function textRangeOf(traits: Traits, span: Span): { from: number; to: number } | undefined {
  const inside = traits.runs.filter(
    (run) =>
      run.span.start.offset < span.end.offset &&
      run.span.end.offset > span.start.offset &&
      run.text.length > 0,
  );
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { from: first.at, to: last.at + last.text.length };
}

/** The point `units` UTF-16 units after `point`, counting the line ends between them. */
export function pointFrom(file: string, point: Point, units: number): Point {
  const offset = point.offset + units;
  let line = point.line;
  let lineStart = point.offset - (point.column - 1);
  for (let at = point.offset; at < offset; at++) {
    const unit = file.charCodeAt(at);
    const isLineEnd = unit === 10 || (unit === 13 && file.charCodeAt(at + 1) !== 10);
    if (isLineEnd) {
      line++;
      lineStart = at + 1;
    }
  }
  return { line, column: offset - lineStart + 1, offset };
}

/** The span between two offsets of the whole file. */
export function spanOfOffsets(file: string, from: number, to: number): Span {
  const start = pointFrom(file, { line: 1, column: 1, offset: 0 }, from);
  return { start, end: pointFrom(file, start, to - from) };
}

function isVerbatim(run: { readonly text: string; readonly span: Span }): boolean {
  return run.span.end.offset - run.span.start.offset === run.text.length;
}
