import { indexLines } from '../../../../src/domain/document/line-index.ts';
import type { Block, PageDocument, Point, Section } from '../../../../src/domain/document/page-document.ts';
import type { Alignment } from '../../align/alignment.ts';

/**
 * Where in the other page a block or section without counterpart is to be put: as alignment has it, but behind
 * whatever stands right above it and is no block itself, where the other page has the same there: the line below a
 * table's head, a tag such as `<div class="termy">`, a comment.
 */
export function insertionPlace(
  alignment: Alignment,
  side: 'source' | 'translation',
  node: Block | Section,
  place: Point,
): Point {
  const own = alignment[side];
  const other = alignment[side === 'source' ? 'translation' : 'source'];
  const above = node.kind === 'section' ? markupAboveSection(own, node) : markupAbove(own, node);
  const rest = other.text.slice(place.offset);
  const length = lengthOfSame(above, rest);
  return length === 0 ? place : indexLines(other.text).pointAt(place.offset + length);
}

/** Lines between a block and the one before it or the beginning of what holds it. */
function markupAbove({ text }: PageDocument, block: Block): readonly string[] {
  const siblings = block.parent?.children ?? block.section.blocks;
  const previous = siblings[siblings.indexOf(block) - 1];
  if (previous === undefined && block.parent !== undefined) return [];
  const from = previous?.span.end ?? block.section.heading?.span.end;
  if (from === undefined || from.offset > block.span.start.offset) return [];
  return text.slice(from.offset, block.span.start.offset).split('\n').filter(isWritten);
}

/** Lines between a heading and whatever stands before it. */
function markupAboveSection({ text, blocks, sections }: PageDocument, section: Section): readonly string[] {
  const start = section.heading?.span.start.offset;
  const previous = sections[section.index - 1]?.heading?.span.end.offset ?? 0;
  if (start === undefined) return [];
  const last = blocks.findLast(({ parent, span }) => parent === undefined && span.end.offset <= start);
  return text
    .slice(Math.max(last?.span.end.offset ?? 0, previous), start)
    .split('\n')
    .filter(isWritten);
}

/** How far down the lines are the same; those that hold nothing and those that only rule a table are all alike. */
function lengthOfSame(lines: readonly string[], rest: string): number {
  let length = 0;
  let found = 0;
  let at = 0;
  for (const line of rest.split('\n')) {
    if (found === lines.length) break;
    at += line.length + 1;
    if (!isWritten(line)) continue;
    if (folded(line) !== folded(lines[found] ?? '')) return 0;
    found += 1;
    length = at - 1;
  }
  if (found < lines.length) return 0;
  return rest.charAt(length - 1) === '\r' ? length - 1 : length;
}

function isWritten(line: string): boolean {
  return line.trim() !== '';
}

function folded(line: string): string {
  const bare = line.trim();
  return /^[\s:|-]+$/.test(bare) ? '---' : bare;
}
