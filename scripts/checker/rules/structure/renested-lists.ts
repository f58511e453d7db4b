import type { Block } from '../../../../src/domain/document/page-document.ts';
import type { Alignment } from '../../align/alignment.ts';

/**
 * True for an item of a list whose counterpart has as many items, nested in another way, as where a renderer needs
 * deeper indentation: which items answer each other is uncertain there, but none is lost.
 */
export function isRenested(alignment: Alignment, block: Block): boolean {
  if (block.kind !== 'item' && block.kind !== 'step') return false;
  const own = outermostList(block);
  if (own === undefined) return false;
  const pair = alignment.pairOf(own);
  const [other] = pair.source.includes(own) ? pair.translation : pair.source;
  if (other === undefined) return false;
  const [depths, otherDepths] = [depthsOf(own), depthsOf(outermostList(other) ?? other)];
  return depths.length === otherDepths.length && depths.some((depth, at) => depth !== otherDepths[at]);
}

function outermostList(block: Block): Block | undefined {
  let outermost: Block | undefined;
  for (let at: Block | undefined = block; at !== undefined; at = at.parent) {
    if (at.kind === 'list') outermost = at;
  }
  return outermost;
}

/** How deep each item of a list and of those in it lies, in order. */
function depthsOf(list: Block, depth = 0): readonly number[] {
  return list.children.flatMap((item) => [
    depth,
    ...item.children.flatMap((child) => (child.kind === 'list' ? depthsOf(child, depth + 1) : [])),
  ]);
}
