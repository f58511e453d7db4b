import type { BlockKind, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { alignBlocks, type BlockContext } from './align-blocks.ts';
import type { Pairing } from './pairing.ts';
import { compareUnits } from './similarity.ts';
import type { Unit } from './units.ts';

/** Clearly one text, wherever it stands. */
const threshold = 4.5;
/** Alike, and in sections that answer each other: nested deeper or less deep. */
const nearThreshold = 2.5;

const boxKinds: ReadonlySet<BlockKind> = new Set(['callout', 'quote', 'code', 'table', 'image', 'component']);

/**
 * Pairs what is left over on both sides though its parents do not answer each other: a consideration that became a
 * callout, a note that left its step.
 */
export function linkAcrossParents(
  context: BlockContext,
  sections: Pairing<Section>,
  source: PageDocument,
  translation: PageDocument,
): void {
  const ones = freeUnits(context, source);
  const others = freeUnits(context, translation);
  const byFeature = new Map<number, Unit[]>();
  for (const unit of others) {
    for (const feature of unit.evidence.ids) {
      const holders = byFeature.get(feature) ?? [];
      holders.push(unit);
      byFeature.set(feature, holders);
    }
  }
  const bySection = new Map<Section, Unit[]>();
  for (const unit of others) {
    const [block] = unit.blocks;
    if (block === undefined || !boxKinds.has(unit.kind)) continue;
    bySection.set(block.section, [...(bySection.get(block.section) ?? []), unit]);
  }
  const candidates = ones.flatMap((one) => {
    const shared = new Set<Unit>();
    for (const feature of one.evidence.ids) {
      const holders = byFeature.get(feature) ?? [];
      if (holders.length <= 20) for (const holder of holders) shared.add(holder);
    }
    const near = new Set<Unit>();
    if (boxKinds.has(one.kind)) {
      for (const section of counterparts(sections, one)) {
        for (const unit of bySection.get(section) ?? []) near.add(unit);
      }
    }
    const lonely = onlyCalloutLike(one, ones, others);
    if (lonely !== undefined) near.add(lonely);
    return [...new Set([...shared, ...near])].flatMap((other) => {
      const score = compareUnits(one, other, context.measure);
      return score >= (near.has(other) ? nearThreshold : threshold) ? [{ one, other, score }] : [];
    });
  });
  candidates.sort((a, b) => b.score - a.score || b.one.deepLength - a.one.deepLength);
  for (const { one, other, score } of candidates) {
    if (!isFree(context, one) || !isFree(context, other)) continue;
    context.pairing.link(one.blocks, other.blocks, score);
    alignBlocks(context, context.units.childrenOf(one), context.units.childrenOf(other));
  }
}

/** The free callout of the other page that is of a callout's kind, where neither page has a second one. */
function onlyCalloutLike(one: Unit, ones: readonly Unit[], others: readonly Unit[]): Unit | undefined {
  const kind = one.blocks[0]?.callout;
  if (kind === undefined) return undefined;
  const isAlike = (unit: Unit): boolean => unit.blocks[0]?.callout === kind;
  const [other, ...rest] = others.filter(isAlike);
  return rest.length === 0 && ones.filter(isAlike).length === 1 ? other : undefined;
}

function counterparts(sections: Pairing<Section>, unit: Unit): readonly Section[] {
  const [block] = unit.blocks;
  return (block && sections.linkOf(block.section)?.translation) ?? [];
}

function freeUnits(context: BlockContext, page: PageDocument): readonly Unit[] {
  return page.blocks
    .filter((block) => block.kind !== 'list' && block.kind !== 'divider' && block.kind !== 'cell')
    .filter((block) => context.pairing.linkOf(block) === undefined)
    .map(context.units.unitOf);
}

function isFree(context: BlockContext, unit: Unit): boolean {
  return unit.blocks.every((block) => context.pairing.linkOf(block) === undefined);
}
