import type { Block, PageDocument, Section } from './page-document.ts';

/** The block and everything below it, parents before children. */
export function* walkBlocks(block: Block): Generator<Block> {
  yield block;
  for (const child of block.children) yield* walkBlocks(child);
}

/**
 * The innermost block at an offset, or the section if no block is there.
 *
 * A block's end belongs to it, so that a cursor behind the last character is still inside; where two blocks
 * touch, the later one wins.
 */
export function nodeAt(document: PageDocument, offset: number): Block | Section {
  let section = document.root;
  for (const candidate of document.sections) if (holds(candidate, offset)) section = candidate;
  let blocks = section.blocks;
  let found: Block | undefined;
  for (;;) {
    const next = blocks.findLast((block) => holds(block, offset));
    if (next === undefined) return found ?? section;
    found = next;
    blocks = next.children;
  }
}

function holds(node: Block | Section, offset: number): boolean {
  return node.span.start.offset <= offset && offset <= node.span.end.offset;
}
