import type { Finding } from '../../../src/domain/report/report.ts';
import { displayCells } from './display-cells.ts';
import { codePoint, commandBrackets, escapeControls } from './escape-controls.ts';

/** The first line of a range as it stands in the file, and a line that points at the range. */
export interface CodeFrame {
  readonly line: string;
  readonly pointer: string;
}

/**
 * The line of `text` that `range` begins in, cut to `columns` around the range, with carets below it.
 *
 * Carets stand where the terminal shows the range: wide characters count two columns. A range that goes on below
 * its first line is pointed at up to the end of that line. `undefined` where the text has no such line.
 */
export function codeFrame(text: string, range: Finding['range'], columns = 100): CodeFrame | undefined {
  const line = lineAround(text, range.start.offset);
  if (line === undefined) return undefined;
  const from = range.start.offset - line.start;
  const to = Math.min(range.end.offset, line.start + line.text.length) - line.start;

  const brackets = new Set(Array.from(line.text.matchAll(commandBrackets), ({ index }) => index));
  const cells: Cell[] = [];
  let at = 0;
  for (const cell of displayCells(line.text)) {
    const shown = brackets.has(at) ? codePoint(cell.text) : escapeControls(cell.text);
    const width = shown === cell.text ? cell.width : shown.length;
    const isInside = at + cell.text.length > from && at < Math.max(to, from + 1);
    cells.push({ text: shown, width, isInside });
    at += cell.text.length;
  }
  if (from >= at) cells.push({ text: '', width: 1, isInside: true });
  return drawn(cells, columns);
}

interface Cell {
  readonly text: string;
  readonly width: number;
  /** Whether the range covers it. */
  readonly isInside: boolean;
}

/** A paragraph is often one long line: what is shown of it begins a little before the range, or ends with the line. */
function drawn(cells: readonly Cell[], columns: number): CodeFrame {
  const total = cells.reduce((width, cell) => width + cell.width, 0);
  const target = cells.findIndex((cell) => cell.isInside);
  let first = 0;
  if (total > columns) {
    const after = cells.slice(target).reduce((width, cell) => width + cell.width, '…'.length);
    first = target;
    for (let room = Math.max(Math.floor(columns / 4), columns - after); first > 0; first--) {
      room -= cells[first - 1]?.width ?? 0;
      if (room < 0) break;
    }
  }
  let line = first > 0 ? '…' : '';
  let pointer = first > 0 ? ' ' : '';
  let width = line.length;
  const rest = cells.slice(first);
  const isCut = width + rest.reduce((sum, cell) => sum + cell.width, 0) > columns;
  const room = isCut ? columns - '…'.length : columns;
  for (const cell of rest) {
    if (width + cell.width > room) {
      line += '…';
      break;
    }
    line += cell.text;
    pointer += (cell.isInside ? '^' : ' ').repeat(cell.width);
    width += cell.width;
  }
  return { line: line.trimEnd(), pointer: pointer.trimEnd() };
}

function lineAround(text: string, offset: number): { text: string; start: number } | undefined {
  if (offset > text.length) return undefined;
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return { text: text.slice(start, end), start };
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
