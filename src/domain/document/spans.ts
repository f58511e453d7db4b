import type { PageDocument, Point, Span, TextRun } from './page-document.ts';

/** An empty span at a point: where something absent would stand. */
export function emptySpanAt(point: Point): Span {
  return { start: point, end: point };
}

/** The source of a span, markup included. */
export function sliceOf(document: Pick<PageDocument, 'text'>, span: Span): string {
  return document.text.slice(span.start.offset, span.end.offset);
}

/** Text whose runs say where it stands: a block, or a heading with its span as `textSpan`. */
export interface MappedText {
  readonly textSpan: Span;
  readonly traits: { readonly runs: readonly TextRun[] };
}

/**
 * The place in the file of the range [from, to) of a block's `text`.
 *
 * The span goes from the first character's place to the last one's and so includes markup between them. A
 * character reference or an escape is taken whole. An empty range gives an empty span, text without runs the
 * block's `textSpan`.
 *
 * @example
 * // `Select **Add customer**.` is "Select Add customer."
 * spanOfRunText(block, 7, 19) // => columns 10 to 22: the label without its asterisks
 */
export function spanOfRunText(block: MappedText, from: number, to: number): Span {
  const { runs } = block.traits;
  const first = runAt(runs, from);
  if (first === undefined) return block.textSpan;
  const start = pointInRun(first, from - first.at, 'start');
  if (to <= from) return emptySpanAt(start);
  const last = runAt(runs, to - 1) ?? first;
  return { start, end: pointInRun(last, to - last.at, 'end') };
}

/** The run that holds the character at `index`; the last one for what lies behind all. */
function runAt(runs: readonly TextRun[], index: number): TextRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}

function pointInRun(run: TextRun, index: number, side: 'start' | 'end'): Point {
  const { start, end } = run.span;
  if (index <= 0) return start;
  if (index >= run.text.length) return end;
  if (end.offset - start.offset !== run.text.length) return side === 'start' ? start : end;
  if (start.line === end.line) {
    return { line: start.line, column: start.column + index, offset: start.offset + index };
  }
  const before = run.text.slice(0, index).split(/\r\n|\n|\r/);
  const line = start.line + before.length - 1;
  const column = (before.at(-1) ?? '').length + (before.length === 1 ? start.column : 1);
  return { line, column, offset: start.offset + index };
}
