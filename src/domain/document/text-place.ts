import type { Span, Traits } from './page-document.ts';

/**
 * Where the piece of the file between two offsets lies in a block's own text, or `undefined` when it is not in it.
 * The inverse of `spanOfRunText`; both ends count UTF-16 units of `Block.text` and fall on the ends of runs.
 * @example
 * // `Select **Add customer**.` is "Select Add customer."
 * textRangeOf(block.traits, bold.contentSpan) // => { from: 7, to: 19 }
 */
export function textRangeOf({ runs }: Traits, span: Span): { from: number; to: number } | undefined {
  let at = firstRunEndingAfter(runs, span.start.offset);
  let range: { from: number; to: number } | undefined;
  for (; at < runs.length; at++) {
    const run = runs[at];
    if (run === undefined || run.span.start.offset >= span.end.offset) break;
    if (run.text.length > 0) range = { from: range?.from ?? run.at, to: run.at + run.text.length };
  }
  return range;
}

function firstRunEndingAfter(runs: Traits['runs'], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.span.end.offset ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
