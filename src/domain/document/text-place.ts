import type { Span, Traits } from './page-document.ts';

/**
 * Where the piece of the file between two offsets lies in a block's own text, or `undefined` when it is not in it.
 * The inverse of `spanOfRunText`; both ends count UTF-16 units of `Block.text` and fall on the ends of runs.
 * @example
 * // `Select **Add customer**.` is "Select Add customer."
 * textRangeOf(block.traits, bold.contentSpan) // => { from: 7, to: 19 }
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
