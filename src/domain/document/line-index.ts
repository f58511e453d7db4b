import type { Point, Span } from './page-document.ts';

/** Turns offsets of one text into points and spans. */
export interface LineIndex {
  readonly pointAt: (offset: number) => Point;
  readonly spanOf: (start: number, end: number) => Span;
  /** The offset of a line and column, both from 1; a place outside the text is moved to its nearest end. */
  readonly offsetAt: (line: number, column: number) => number;
}

/**
 * An index of the lines of a text, where `\n`, `\r\n` and a lone `\r` end a line, as CommonMark has it.
 *
 * Pages are read from top to bottom, so a look-up starts at the line of the one before: reading a whole
 * page costs time in proportion to its length.
 *
 * @example
 * indexLines('a\r\nb').pointAt(3) // => { line: 2, column: 1, offset: 3 }
 */
export function indexLines(text: string): LineIndex {
  const starts = lineStartsOf(text);
  let last = 0;
  let lastStart = 0;
  let lastEnd = starts[1] ?? Number.POSITIVE_INFINITY;

  const moveTo = (line: number): void => {
    last = line;
    lastStart = starts[line] ?? 0;
    lastEnd = starts[line + 1] ?? Number.POSITIVE_INFINITY;
  };
  const pointAt = (offset: number): Point => {
    const within = Math.min(Math.max(offset, 0), text.length);
    if (within >= lastEnd) moveTo(last + 1);
    if (within < lastStart || within >= lastEnd) moveTo(searchLine(starts, within));
    return { line: last + 1, column: within - lastStart + 1, offset: within };
  };
  return {
    pointAt,
    spanOf: (start, end) => ({ start: pointAt(start), end: pointAt(Math.max(start, end)) }),
    offsetAt: (line, column) => {
      const start = starts[Math.min(Math.max(line, 1), starts.length) - 1] ?? 0;
      const next = starts[Math.max(line, 1)] ?? text.length;
      return Math.min(start + Math.max(column, 1) - 1, next);
    },
  };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  } else {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}

function searchLine(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
