import { indexLines } from '../../../../src/domain/document/line-index.ts';
import type { Block, PageDocument, Point } from '../../../../src/domain/document/page-document.ts';
import type { Alignment } from '../../align/alignment.ts';

/**
 * Where in the other page a block without counterpart is to be put: as alignment has it, but behind whatever stands
 * right above the block and is no block itself, where the other page has the same there: the line below a table's
 * head, a tag such as `<div class="termy">`.
 */
export function insertionPlace(
  alignment: Alignment,
  side: 'source' | 'translation',
  block: Block,
  place: Point,
): Point {
  const own = alignment[side];
  const other = alignment[side === 'source' ? 'translation' : 'source'];
  const above = markupAbove(own, block);
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
