import type { Block, BlockKind, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { alignBlocks, type BlockContext } from './align-blocks.ts';
import { alignSequences } from './align-sequences.ts';
import type { Pairing } from './pairing.ts';
import { compareUnits } from './similarity.ts';
import type { Unit } from './units.ts';

/** Between two pairs that hold, less must speak for a third than in the open. */
const threshold = 1.2;
/** And less again where both sides have as many left over. */
const evenThreshold = -1.5;

const unpairedKinds: ReadonlySet<BlockKind> = new Set(['list', 'row', 'cell', 'divider', 'html']);

/**
 * Pairs what is left over between two pairs of a section, however deep it is nested: a paragraph that is indented
 * under its step in one page and stands between two lists in the other.
 */
export function linkInGaps(
  context: BlockContext,
  sections: Pairing<Section>,
  source: PageDocument,
  translation: PageDocument,
): void {
  const isFree = (block: Block): boolean => context.pairing.linkOf(block) === undefined;
  const isLeftOver = (block: Block): boolean => isFree(block) && !unpairedKinds.has(block.kind);
  if (!source.blocks.some(isLeftOver) || !translation.blocks.some(isLeftOver)) return;
  const ones = blocksIn(source);
  const others = blocksIn(translation);
  for (const link of sections.links()) {
    const one = link.source.flatMap((section) => ones.get(section) ?? []);
    if (!one.some(isFree)) continue;
    const other = link.translation.flatMap((section) => others.get(section) ?? []);
    if (!other.some(isFree)) continue;
    for (const gap of gapsBetween(context.pairing, one, other)) linkGap(context, gap);
  }
}

function blocksIn(page: PageDocument): ReadonlyMap<Section, readonly Block[]> {
  return Map.groupBy(
    page.blocks.filter(({ kind }) => !unpairedKinds.has(kind)),
    ({ section }) => section,
  );
}

interface Gap {
  readonly source: readonly Block[];
  readonly translation: readonly Block[];
}

/** What lies free between the pairs of two sequences that are in the same order. */
function gapsBetween(
  pairing: Pairing<Block>,
  source: readonly Block[],
  translation: readonly Block[],
): Gap[] {
  const places = new Map(translation.map((block, at) => [block, at]));
  const fences: { readonly source: number; readonly from: number; readonly to: number }[] = [];
  for (const [at, block] of source.entries()) {
    const link = pairing.linkOf(block);
    const ends = link?.translation.flatMap((other) => places.get(other) ?? []) ?? [];
    if (ends.length === 0 || link?.source[0] !== block) continue;
    fences.push({ source: at, from: Math.min(...ends), to: Math.max(...ends) });
  }
  const gaps: Gap[] = [];
  let [sourceAt, translationAt] = [0, 0];
  const isFree = (block: Block): boolean => pairing.linkOf(block) === undefined;
  const close = (sourceEnd: number, translationEnd: number): void => {
    const one = source.slice(sourceAt, sourceEnd).filter(isFree);
    const other = translation.slice(translationAt, translationEnd).filter(isFree);
    if (one.length > 0 && other.length > 0) gaps.push({ source: one, translation: other });
  };
  const lowestBehind = fences.map(({ from }) => from);
  for (let at = fences.length - 2; at >= 0; at--) {
    lowestBehind[at] = Math.min(lowestBehind[at] ?? 0, lowestBehind[at + 1] ?? 0);
  }
  for (const [index, fence] of fences.entries()) {
    // What was moved is no fence.
    if (fence.from < translationAt || (lowestBehind[index + 1] ?? fence.from) < fence.from) continue;
    close(fence.source, fence.from);
    [sourceAt, translationAt] = [fence.source + 1, fence.to + 1];
  }
  close(source.length, translation.length);
  return gaps;
}

function linkGap(context: BlockContext, { source, translation }: Gap): void {
  const [ones, others] = [outermost(context, source), outermost(context, translation)];
  const lowest = ones.length === others.length ? evenThreshold : threshold;
  const compare = (one: Unit, other: Unit): number => {
    const score = compareUnits(one, other, context.measure);
    return score < lowest ? Number.NEGATIVE_INFINITY : score;
  };
  const matches = alignSequences({
    sourceLength: ones.length,
    translationLength: others.length,
    compare: (one, other) => compare(unitAt(ones, one), unitAt(others, other)),
    gapCost: () => 0.3,
    keysOf: () => [],
  });
  for (const match of matches) {
    const [one, other] = [unitAt(ones, match.source), unitAt(others, match.translation)];
    context.pairing.link(one.blocks, other.blocks, match.score);
    alignBlocks(context, context.units.childrenOf(one), context.units.childrenOf(other));
  }
}

/** Units of the blocks that lie in no other of them; those below follow with what they lie in. */
function outermost(context: BlockContext, blocks: readonly Block[]): readonly Unit[] {
  const all = new Set(blocks);
  return blocks
    .filter((block) => {
      for (let parent = block.parent; parent !== undefined; parent = parent.parent) {
        if (all.has(parent)) return false;
      }
      return true;
    })
    .map(context.units.unitOf);
}

function unitAt(units: readonly Unit[], index: number): Unit {
  const unit = units[index];
  if (unit === undefined) throw new RangeError('An index lies outside of its sequence');
  return unit;
}
