import type { Block, Section } from '../../../src/domain/document/page-document.ts';
import { alignBlocks, type BlockContext } from './align-blocks.ts';
import type { PageFeatures } from './features.ts';
import { isMeasurable } from './measure-lengths.ts';
import { createPairing, type Pairing } from './pairing.ts';
import { compareUnits, firstMeasure } from './similarity.ts';
import type { UnitReader } from './units.ts';

/** Blocks that are paired once to learn how the lengths of the two languages relate. */
const trialSize = 300;

/** Pairs the first blocks of a page before anything is known about how the lengths of the two languages relate. */
export function pairOnTrial(
  features: PageFeatures,
  units: UnitReader,
  sections: Pairing<Section>,
): Pairing<Block> {
  const pairing = createPairing<Block>();
  const context = { features, units, measure: firstMeasure, pairing };
  let size = 0;
  for (const { source: ones, translation: others } of sections.links()) {
    const one = ones.flatMap((section) => section.blocks);
    const other = others.flatMap((section) => section.blocks);
    const pair = one.length === other.length ? pairSiblings : alignBlocks;
    pair(context, one.slice(0, trialSize), other.slice(0, trialSize));
    size += one.length;
    if (size > trialSize) break;
  }
  return pairing;
}

/**
 * Pairs siblings one by one where their kinds are the same in the same order, which is enough to measure on: most
 * pairs are right, and medians forgive the others.
 */
function pairSiblings(
  context: BlockContext,
  sourceBlocks: readonly Block[],
  translationBlocks: readonly Block[],
): void {
  const { units, pairing } = context;
  const source = units.unitsOf(sourceBlocks);
  const translation = units.unitsOf(translationBlocks);
  const hasSameShape =
    source.length === translation.length && source.every(({ kind }, at) => kind === translation[at]?.kind);
  if (!hasSameShape) {
    alignBlocks(context, sourceBlocks, translationBlocks);
    return;
  }
  for (const [at, one] of source.entries()) {
    const other = translation[at];
    if (other === undefined) return;
    // What is not measured need not be compared.
    const score = isMeasurable(one, other) ? compareUnits(one, other, firstMeasure) : 0;
    pairing.link(one.blocks, other.blocks, score);
    const children = units.childrenOf(one);
    if (children.length > 0) pairSiblings(context, children, units.childrenOf(other));
  }
}
