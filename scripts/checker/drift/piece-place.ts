import type { Block } from '../../../src/domain/document/page-document.ts';
import type { PiecePairs } from './pair-pieces.ts';
import type { Piece } from './read-pieces.ts';

/** True when a piece stands in another block than it did; where a block came around it or fell away, that is the change. */
export function isPlacedAnew(old: Piece, now: Piece, { beforeOf, afterOf }: PiecePairs): boolean {
  const isGone = old.parent !== undefined && !afterOf.has(old.parent);
  const isNew = now.parent !== undefined && !beforeOf.has(now.parent);
  if (isGone || isNew) return false;
  return (old.parent && afterOf.get(old.parent)) !== now.parent;
}

/**
 * True when a step begins to count anew, or no longer does; numbers that follow from steps before it do not count, nor
 * those of steps that moved.
 */
export function isNumberedAnew(old: Piece, now: Piece, { beforeOf, afterOf, moved }: PiecePairs): boolean {
  const [one, other] = [old.node, now.node];
  if (one.kind !== 'step' || other.kind !== 'step' || moved.has(now)) return false;
  const oneBefore = stepBefore(one);
  const otherBefore = stepBefore(other);
  if (oneBefore !== undefined && otherBefore !== undefined) return false;
  if (oneBefore !== undefined) {
    const then = partnerOf(oneBefore, afterOf, moved);
    if (then !== undefined) return other.number !== (then.number ?? 0) + 1;
  }
  if (otherBefore !== undefined) {
    const then = partnerOf(otherBefore, beforeOf, moved);
    if (then !== undefined) return one.number !== (then.number ?? 0) + 1;
  }
  return one.parent?.list?.start !== other.parent?.list?.start;
}

function stepBefore(step: Block): Block | undefined {
  const at = step.position ?? 0;
  return at > 0 ? step.parent?.children[at - 1] : undefined;
}

function partnerOf(
  step: Block,
  partners: ReadonlyMap<Piece, Piece>,
  moved: ReadonlySet<Piece>,
): Block | undefined {
  for (const [piece, partner] of partners) {
    if (piece.node !== step) continue;
    const { node } = partner;
    return node.kind === 'section' || moved.has(piece) || moved.has(partner) ? undefined : node;
  }
  return undefined;
}
