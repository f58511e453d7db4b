import type { Block } from '../../../src/domain/document/page-document.ts';
import { absorbNeighbours } from './absorb-neighbours.ts';
import type { PageFeatures } from './features.ts';
import { linkInOrder, type UnitLink } from './link-in-order.ts';
import { linkInParallel } from './link-in-parallel.ts';
import type { Pairing } from './pairing.ts';
import { movedThreshold, pullOutMoved } from './pull-out-moved.ts';
import { reassignItems } from './reassign-items.ts';
import { withoutCopies } from './set-aside-copies.ts';
import type { Measure } from './similarity.ts';
import { takeBest } from './take-best.ts';
import { createUnitScores, type UnitScores, unitAt } from './unit-scores.ts';
import type { Unit, UnitReader } from './units.ts';

/** What pairing blocks needs to know and writes to. */
export interface BlockContext {
  readonly features: PageFeatures;
  readonly units: UnitReader;
  readonly measure: Measure;
  readonly pairing: Pairing<Block>;
}

/** Pairs two sequences of siblings, then what is below each pair. Lists themselves are paired by `pairLists`. */
export function alignBlocks(
  context: BlockContext,
  sourceBlocks: readonly Block[],
  translationBlocks: readonly Block[],
): void {
  const isFree = (unit: Unit): boolean =>
    unit.blocks.every((block) => context.pairing.linkOf(block) === undefined);
  const source = context.units.unitsOf(sourceBlocks).filter(isFree);
  const translation = context.units.unitsOf(translationBlocks).filter(isFree);
  if (source.length === 0 || translation.length === 0) return;
  const links = linkUnits(context, withoutCopies(source, translation), withoutCopies(translation, source));
  for (const { source: one, translation: other, score } of links) {
    context.pairing.link(one.blocks, other.blocks, score);
    const children = context.units.childrenOf(one);
    if (children.length > 0) alignBlocks(context, children, context.units.childrenOf(other));
  }
}

function linkUnits(
  context: BlockContext,
  source: readonly Unit[],
  translation: readonly Unit[],
): readonly UnitLink[] {
  const parallel = linkInParallel(source, translation, context.measure);
  if (parallel !== undefined) return parallel;
  const scores = createUnitScores(source, translation, context.measure);
  const inOrder = linkInOrder(scores, [...source.keys()], [...translation.keys()]);
  const withMoved = pullOutMoved(scores, inOrder);
  const reassigned = reassignItems(scores, withMoved);
  const links = [...reassigned, ...linkLeftovers(scores, reassigned)];
  return absorbNeighbours(context, links, source, translation);
}

/** Out of order, but alike: what was moved among its siblings. */
function linkLeftovers(
  { source, translation, scoreOf }: UnitScores,
  links: readonly UnitLink[],
): readonly UnitLink[] {
  const taken = new Set<Block>();
  for (const link of links) {
    for (const block of link.source.blocks) taken.add(block);
    for (const block of link.translation.blocks) taken.add(block);
  }
  const isFree = (unit: Unit): boolean => unit.blocks.every((block) => !taken.has(block));
  const ones = [...source.keys()].filter((at) => isFree(unitAt(source, at)));
  const others = [...translation.keys()].filter((at) => isFree(unitAt(translation, at)));
  if (ones.length * others.length > mostLeftovers) return [];
  const candidates: UnitLink[] = [];
  for (const one of ones) {
    for (const other of others) {
      const score = scoreOf(one, other);
      if (score < movedThreshold) continue;
      candidates.push({ source: unitAt(source, one), translation: unitAt(translation, other), score });
    }
  }
  return takeBest(candidates.toSorted((one, other) => other.score - one.score));
}

/** Of more pairs than these nothing is taken for moved. */
const mostLeftovers = 40_000;
