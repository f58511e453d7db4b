import type { Span } from '../../src/domain/document/page-document.ts';

/** One place of a text that gets other words. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What of it a finding has to point at: every line, or the first that is not blank; default: nothing. */
  readonly place?: 'all' | 'first-line';
}

/** A half-open range of offsets. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A text after its edits. */
export interface EditedText {
  readonly text: string;
  /** Where the edits with a `place` have gone. What is gone is between the last sign before it and the first after it. */
  readonly places: readonly Range[];
}

/**
 * The text with all edits; `undefined` where two of them overlap. Where one ends another may begin.
 *
 * @example applyEdits('one two', [{ from: 0, to: 4, text: '', place: 'all' }])
 * // => { text: 'two', places: [{ from: 0, to: 1 }] }
 */
export function applyEdits(text: string, edits: readonly Edit[]): EditedText | undefined {
  let result = '';
  let end = 0;
  const placed: { range: Range; place: 'all' | 'first-line' }[] = [];
  for (const { from, to, text: words, place } of edits.toSorted(
    (one, other) => one.from - other.from || one.to - other.to,
  )) {
    if (from < end) return undefined;
    result += text.slice(end, from);
    if (place !== undefined) {
      placed.push({ range: { from: result.length, to: result.length + words.length }, place });
    }
    result += words;
    end = to;
  }
  result += text.slice(end);
  return { text: result, places: placed.map(({ range, place }) => placeOf(result, range, place)) };
}

function placeOf(text: string, { from, to }: Range, place: 'all' | 'first-line'): Range {
  const words = text.slice(from, to);
  if (words.trim() === '') {
    const before = text.slice(0, from).trimEnd().length;
    const after = text.slice(to).search(/\S/);
    return { from: Math.max(before - 1, 0), to: after === -1 ? text.length : to + after + 1 };
  }
  const start = from + words.search(/\S/);
  if (place === 'all') return { from: start, to: from + words.trimEnd().length };
  return { from: start, to: lineEnd(text, start) };
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/**
 * The whole lines of a block, without the last line end; `undefined` where they hold something else too, such as the
 * marker of the list item that the block begins.
 */
export function linesOf(text: string, { start, end }: Span): Range | undefined {
  const last = text.slice(0, end.offset).trimEnd().length;
  const range = { from: lineStart(text, start.offset), to: lineEnd(text, last) };
  const isAlone =
    /^[ \t>]*$/.test(text.slice(range.from, start.offset)) && text.slice(last, range.to).trim() === '';
  return isAlone ? range : undefined;
}

/** Takes whole lines out, and the blank lines behind them where there are others before them. */
export function cutLines(text: string, { from, to }: Range): Edit {
  const before = text.slice(lineStart(text, Math.max(from - 1, 0)), Math.max(from - 1, 0));
  let end = Math.min(to + 1, text.length);
  while (isBlank(before) && end < text.length && isBlank(text.slice(end, lineEnd(text, end)))) {
    end = Math.min(lineEnd(text, end) + 1, text.length);
  }
  return { from, to: end, text: '', place: 'all' };
}

function isBlank(line: string): boolean {
  return /^[ \t>]*$/.test(line);
}
