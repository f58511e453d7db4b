import type { Block, PageDocument } from '../../../src/domain/document/page-document.ts';
import { alignBlocks, type BlockContext } from './align-blocks.ts';
import { isWhollyFree } from './pairing.ts';
import { compareUnits } from './similarity.ts';

/** Fewer items prove nothing by their lengths. */
const leastItems = 3;
/** What the items must score on average: kind and length alone, where nothing speaks against. */
const threshold = 2.4;
/** How far an item's length may be off, as a natural logarithm. */
const lengthTolerance = 0.75;

/**
 * Pairs lists that are left over in both pages, have as many items, and items of the same lengths in the same
 * order: considerations that moved into a callout.
 */
export function linkLists(context: BlockContext, source: PageDocument, translation: PageDocument): void {
  const others = freeLists(context, translation);
  if (others.length === 0) return;
  const candidates = freeLists(context, source).flatMap((one) =>
    others.flatMap((other) => {
      const score = compareLists(context, one, other);
      return score >= threshold ? [{ one, other, score }] : [];
    }),
  );
  candidates.sort((one, other) => other.score - one.score);
  for (const { one, other, score } of candidates) {
    if (context.pairing.linkOf(one) !== undefined || context.pairing.linkOf(other) !== undefined) continue;
    context.pairing.link([one], [other], score);
    alignBlocks(context, one.children, other.children);
  }
}

function freeLists({ pairing }: BlockContext, page: PageDocument): readonly Block[] {
  return page.blocks.filter(
    (list) => list.kind === 'list' && list.children.length >= leastItems && isWhollyFree(pairing, list),
  );
}

function compareLists({ units, measure }: BlockContext, one: Block, other: Block): number {
  if (one.children.length !== other.children.length || one.list?.ordered !== other.list?.ordered) {
    return Number.NEGATIVE_INFINITY;
  }
  let score = 0;
  for (const [at, item] of one.children.entries()) {
    const counterpart = other.children[at];
    if (counterpart === undefined) return Number.NEGATIVE_INFINITY;
    const [unit, otherUnit] = [units.unitOf(item), units.unitOf(counterpart)];
    const ratio = Math.log((otherUnit.outline.length + 5) / (unit.outline.length + 5)) - measure.lengthShift;
    if (Math.abs(ratio) > lengthTolerance) return Number.NEGATIVE_INFINITY;
    score += compareUnits(unit, otherUnit, measure);
  }
  return score / one.children.length;
}
