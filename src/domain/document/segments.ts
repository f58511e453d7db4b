import type { Nodes } from 'mdast';
import type { Mark } from './dialects/dialect-reader.ts';
import { endOf, startOf } from './node-place.ts';
import type { Reading } from './reading.ts';

/** A stretch of a paragraph: running text, or something that stands on lines of its own. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  readonly isComponent: boolean;
}

/** The stretches of a paragraph, divided where the dialect has something that fills a line. */
export function segmentsOf(reading: Reading, start: number, end: number): Segment[] {
  const marks = marksIn(reading, start, end, 'text');
  const whole = { start, end, marks, isComponent: false };
  if (marks.length === 0) return [whole];
  const { text } = reading;
  const segments: Segment[] = [];
  let from = start;
  for (const mark of marks) {
    if (mark.component === undefined || !fillsLines(text, mark, start, end)) continue;
    segments.push(...textSegment(text, from, mark.start, marks));
    segments.push({ start: mark.start, end: mark.end, marks: [mark], isComponent: true });
    from = mark.end;
  }
  return segments.length === 0 ? [whole] : [...segments, ...textSegment(text, from, end, marks)];
}

/** The whole of a node as one stretch of text, no marks looked for. */
export function wholeOf(node: Nodes): Segment {
  return { start: startOf(node), end: endOf(node), marks: [], isComponent: false };
}

/** What the dialect takes out of a stretch of the file, in order. */
export function marksIn(
  { dialect, text }: Reading,
  start: number,
  end: number,
  place: 'heading' | 'text',
): readonly Mark[] {
  if (dialect.findMarks === undefined) return [];
  const marks = dialect.findMarks(text.slice(start, end), place);
  if (marks.length === 0) return marks;
  return marks.map((mark) => ({
    ...mark,
    start: start + mark.start,
    end: start + mark.end,
    ...(mark.shown && { shown: { start: start + mark.shown.start, end: start + mark.shown.end } }),
  }));
}

/** Whether nothing but white space and quote markers stands beside a mark on its lines. */
function fillsLines(text: string, mark: Mark, start: number, end: number): boolean {
  let before = mark.start - 1;
  while (before >= start && ' \t>'.includes(text[before] ?? '')) before -= 1;
  let after = mark.end;
  while (after < end && ' \t'.includes(text[after] ?? '')) after += 1;
  const isLineEnd = (at: number): boolean => text[at] === '\n' || text[at] === '\r';
  return (before < start || isLineEnd(before)) && (after >= end || isLineEnd(after));
}

function textSegment(text: string, start: number, end: number, marks: readonly Mark[]): Segment[] {
  const source = text.slice(start, end);
  const content = source.replace(/^[\s>]+/, '');
  if (content.trim() === '') return [];
  const from = end - content.length;
  const to = from + content.replace(/[\s>]+$/, '').length;
  return [
    {
      start: from,
      end: to,
      marks: marks.filter((mark) => mark.start >= from && mark.end <= to),
      isComponent: false,
    },
  ];
}
