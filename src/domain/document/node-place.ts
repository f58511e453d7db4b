import type { Nodes, Paragraph } from 'mdast';

/** Where a node of mdast starts in the file. */
export function startOf(node: Nodes | undefined): number {
  return node?.position?.start.offset ?? 0;
}

/** Where a node of mdast ends in the file. */
export function endOf(node: Nodes | undefined): number {
  return node?.position?.end.offset ?? 0;
}

/** A stretch of a paragraph as a paragraph; its children are those of the whole, and are read by place. */
export function paragraphBetween(node: Paragraph, start: number, end: number): Paragraph {
  const { position } = node;
  if (position === undefined) return node;
  return {
    ...node,
    position: { start: { ...position.start, offset: start }, end: { ...position.end, offset: end } },
  };
}
