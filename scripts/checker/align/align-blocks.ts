import type { Block } from '../../../src/domain/document/page-document.ts';
import { absorbNeighbours } from './absorb-neighbours.ts';
import { alignSequences, type Sequences } from './align-sequences.ts';
import type { PageFeatures } from './features.ts';
import type { Pairing } from './pairing.ts';
import { compareUnits, type Measure } from './similarity.ts';
import { combineUnits, type Unit, type UnitReader } from './units.ts';

/** What pairing blocks needs to know and writes to. */
export interface BlockContext {
  readonly features: PageFeatures;
  readonly units: UnitReader;
  readonly measure: Measure;
  readonly pairing: Pairing<Block>;
}

/** Below this, two units are rather strangers than a bad translation. */
const floor = -1.2;

/** Pairs two sequences of siblings, then what is below each pair. Lists themselves are paired by `pairLists`. */
export function alignBlocks(
  context: BlockContext,
  sourceBlocks: readonly Block[],
  translationBlocks: readonly Block[],
): void {
  const isFree = (unit: Unit): boolean => unit.blocks.every((block) => !context.pairing.linkOf(block));
  const source = context.units.unitsOf(sourceBlocks).filter(isFree);
  const translation = context.units.unitsOf(translationBlocks).filter(isFree);
  if (source.length === 0 || translation.length === 0) return;
  const links = linkUnits(context, source, translation);
  for (const { source: one, translation: other, score } of links) {
    context.pairing.link(one.blocks, other.blocks, score);
    alignBlocks(context, context.units.childrenOf(one), context.units.childrenOf(other));
  }
}

/** Units that answer each other. */
export interface UnitLink {
  readonly source: Unit;
  readonly translation: Unit;
  readonly score: number;
}

function linkUnits(
  context: BlockContext,
  source: readonly Unit[],
  translation: readonly Unit[],
): readonly UnitLink[] {
  const inOrder = linkInOrder(context, source, translation);
  const withMoved = pullOutMoved(context, inOrder, source, translation);
  const reassigned = reassignItems(context, withMoved, source, translation);
  const links = [...reassigned, ...linkLeftovers(context, reassigned, source, translation)];
  return absorbNeighbours(context, links, source, translation);
}

function linkInOrder(
  context: BlockContext,
  source: readonly Unit[],
  translation: readonly Unit[],
): readonly UnitLink[] {
  return alignSequences(sequencesOf(context, source, translation)).map((match) => ({
    source: combined(source, match.source, match.sourceCount),
    translation: combined(translation, match.translation, match.translationCount),
    score: match.score,
  }));
}

/**
 * Pairs what stands in another order, where the rest then fits better: pairing in order alone sacrifices a step that
 * moved far, and pairs those between it and its place wrongly.
 */
function pullOutMoved(
  context: BlockContext,
  inOrder: readonly UnitLink[],
  source: readonly Unit[],
  translation: readonly Unit[],
): readonly UnitLink[] {
  if (source.length * translation.length > 2500) return inOrder;
  const moved: UnitLink[] = [];
  let links = inOrder;
  for (let round = 0; round < 3; round++) {
    const better = betterLinks(context, links, source, translation).find((candidate) => {
      const isOther = (unit: Unit): boolean =>
        ![candidate, ...moved].some((link) => link.source === unit || link.translation === unit);
      const rest = linkInOrder(context, source.filter(isOther), translation.filter(isOther));
      const next = [...rest, ...moved, candidate];
      if (worthOf(next, source, translation) - pullCost <= worthOf(links, source, translation)) return false;
      links = next;
      return true;
    });
    if (better === undefined) break;
    moved.push(better);
  }
  return links;
}

/** What taking something for moved must gain at least. */
const pullCost = 2.5;

/** The few pairs that fit better than the two that their members are in now. */
function betterLinks(
  { measure }: BlockContext,
  links: readonly UnitLink[],
  source: readonly Unit[],
  translation: readonly Unit[],
): readonly UnitLink[] {
  const current = new Map<Block, UnitLink>();
  for (const link of links) {
    for (const block of [...link.source.blocks, ...link.translation.blocks]) current.set(block, link);
  }
  const linkOf = ({ blocks: [block] }: Unit): UnitLink | undefined => block && current.get(block);
  const candidates = source.flatMap((one) =>
    translation.flatMap((other) => {
      const [link, otherLink] = [linkOf(one), linkOf(other)];
      if (link !== undefined && link === otherLink) return [];
      const score = compareUnits(one, other, measure);
      const gain = score - (link?.score ?? 0) - (otherLink?.score ?? 0);
      return score >= movedThreshold && gain > 0 ? [{ source: one, translation: other, score, gain }] : [];
    }),
  );
  return candidates.toSorted((one, other) => other.gain - one.gain).slice(0, 3);
}

/** What all links together speak for, less what merges, splits and units without counterpart speak against. */
function worthOf(links: readonly UnitLink[], source: readonly Unit[], translation: readonly Unit[]): number {
  let worth = 0;
  let linked = 0;
  for (const link of links) {
    const count = link.source.blocks.length + link.translation.blocks.length;
    worth += link.score - 1.9 * (count - 2);
    linked += count;
  }
  return worth - 1.1 * (source.length + translation.length - linked);
}

function combined(units: readonly Unit[], from: number, count: number): Unit {
  const [first, ...rest] = units.slice(from, from + count);
  if (first === undefined) throw new RangeError('A match lies outside of its sequence');
  return rest.length === 0 ? first : combineUnits([first, ...rest]);
}

function sequencesOf(
  { measure }: BlockContext,
  source: readonly Unit[],
  translation: readonly Unit[],
): Sequences {
  const combinedSource = new Map<number, Unit>();
  const combinedTranslation = new Map<number, Unit>();
  const compare = (one: Unit, other: Unit): number => {
    const score = compareUnits(one, other, measure);
    return score < floor ? Number.NEGATIVE_INFINITY : score;
  };
  return {
    sourceLength: source.length,
    translationLength: translation.length,
    compare: (one, other) => compare(at(source, one), at(translation, other)),
    compareMerged: (from, count, other) => {
      const single = at(translation, other);
      if (!canCombine(source, from, count, single)) return Number.NEGATIVE_INFINITY;
      return compare(several(source, combinedSource, from, count), single);
    },
    compareSplit: (one, from, count) => {
      const single = at(source, one);
      if (!canCombine(translation, from, count, single)) return Number.NEGATIVE_INFINITY;
      return compare(single, several(translation, combinedTranslation, from, count));
    },
    gapCost: (side, index) => gapCostOf(at(side === 'source' ? source : translation, index)),
    keysOf: (side, index) => at(side === 'source' ? source : translation, index).features.keys(),
  };
}

/** As `combined`; remembers what it made, since a table asks for the same neighbours again and again. */
function several(units: readonly Unit[], cache: Map<number, Unit>, from: number, count: number): Unit {
  const key = from * 4 + count;
  const unit = cache.get(key) ?? combined(units, from, count);
  cache.set(key, unit);
  return unit;
}

function at(units: readonly Unit[], index: number): Unit {
  const unit = units[index];
  if (unit === undefined) throw new RangeError('An index lies outside of its sequence');
  return unit;
}

/**
 * Only text of one kind and list is taken together, and only where that fits the length of its counterpart better
 * than any of it alone.
 */
function canCombine(units: readonly Unit[], from: number, count: number, single: Unit): boolean {
  if (single.kind !== 'paragraph' && single.kind !== 'step' && single.kind !== 'item') return false;
  const { list } = at(units, from);
  let length = 0;
  let longest = 0;
  for (let index = from; index < from + count; index++) {
    const unit = at(units, index);
    if (unit.kind !== single.kind || unit.list !== list) return false;
    length += unit.outline.length;
    longest = Math.max(longest, unit.outline.length);
  }
  const target = single.outline.length;
  // A few words without markup are one thing, whatever the lengths.
  if (target < shortestCombined && single.outline.marks.length < 2 && single.lead === undefined) return false;
  return longest < target * 1.15 && length < target * 2.2 && length > target * 0.45;
}

const shortestCombined = 40;

function gapCostOf(unit: Unit): number {
  return unit.kind === 'divider' || unit.kind === 'html' ? 0.2 : 0.7;
}

/** Bullets and rows may stand in any order, so those of two lists or tables are paired best first, wherever they stand. */
function reassignItems(
  { measure }: BlockContext,
  links: readonly UnitLink[],
  source: readonly Unit[],
  translation: readonly Unit[],
): readonly UnitLink[] {
  const groups = new Map<Block, Map<Block, number>>();
  for (const link of links) {
    const [one, other] = [unorderedParent(link.source), unorderedParent(link.translation)];
    if (one === undefined || other === undefined) continue;
    const counts = groups.get(one) ?? new Map<Block, number>();
    groups.set(one, counts.set(other, (counts.get(other) ?? 0) + 1));
  }
  let result = withoutStrays(links, groups);
  // The fullest pairs of lists come first, so that another list gets what they leave over.
  const fullest = [...groups].toSorted(
    ([, one], [, other]) => Math.max(...other.values()) - Math.max(...one.values()),
  );
  for (const [parent, counts] of fullest) {
    const [otherParent] = [...counts].toSorted((one, other) => other[1] - one[1])[0] ?? [];
    if (otherParent === undefined || parent.children.length > 60) continue;
    const kept = result.filter(
      (link) => unorderedParent(link.source) !== parent || unorderedParent(link.translation) !== otherParent,
    );
    const taken = new Set(kept.flatMap((link) => [...link.source.blocks, ...link.translation.blocks]));
    const isFree = (unit: Unit): boolean => unit.blocks.every((block) => !taken.has(block));
    const ones = source.filter((unit) => unorderedParent(unit) === parent && isFree(unit));
    const others = translation.filter((unit) => unorderedParent(unit) === otherParent && isFree(unit));
    const before = new Map<Unit, Unit>(result.map((link) => [link.source, link.translation]));
    const candidates = ones.flatMap((one) =>
      others.map((other) => ({
        source: one,
        translation: other,
        score: compareUnits(one, other, measure),
        bonus: before.get(one) === other ? 1 : 0,
      })),
    );
    candidates.sort((one, other) => other.score + other.bonus - one.score - one.bonus);
    // Of as many, the last ones left answer each other, however little they share.
    const lowest = ones.length === others.length ? remainderFloor : floor;
    result = [...kept, ...takeBest(candidates, (link) => link.score >= lowest)];
  }
  return result;
}

const remainderFloor = -4;

/**
 * Leaves out single items that went to another list's counterpart while that list has items without one: pairing in
 * order does not see where a list ends.
 */
function withoutStrays(
  links: readonly UnitLink[],
  groups: ReadonlyMap<Block, ReadonlyMap<Block, number>>,
): readonly UnitLink[] {
  const most = new Map<Block, { readonly parent: Block; readonly count: number }>();
  for (const [parent, counts] of groups) {
    for (const [other, count] of counts) {
      if (count > (most.get(other)?.count ?? 0)) most.set(other, { parent, count });
    }
  }
  return links.filter((link) => {
    const [one, other] = [unorderedParent(link.source), unorderedParent(link.translation)];
    if (one === undefined || other === undefined) return true;
    const home = most.get(other);
    if (home === undefined || home.parent === one || home.parent.children.length <= home.count) return true;
    return (groups.get(one)?.get(other) ?? 0) * 3 > home.count;
  });
}

/** The list or table of a unit, where order means nothing. */
function unorderedParent(unit: Unit): Block | undefined {
  const parent = unit.blocks[0]?.parent;
  if (unit.kind === 'row') return parent;
  return parent?.list?.ordered === false ? parent : undefined;
}

/** Out of order, but alike: what was moved among its siblings. */
function linkLeftovers(
  { measure }: BlockContext,
  links: readonly UnitLink[],
  source: readonly Unit[],
  translation: readonly Unit[],
): readonly UnitLink[] {
  const taken = new Set(links.flatMap((link) => [...link.source.blocks, ...link.translation.blocks]));
  const isFree = (unit: Unit): boolean => unit.blocks.every((block) => !taken.has(block));
  const ones = source.filter(isFree);
  const others = translation.filter(isFree);
  if (ones.length * others.length > 40_000) return [];
  const candidates = ones.flatMap((one) =>
    others.map((other) => ({ source: one, translation: other, score: compareUnits(one, other, measure) })),
  );
  candidates.sort((a, b) => b.score - a.score);
  return takeBest(candidates, (link) => link.score >= movedThreshold);
}

/** Out of its order only what is clearly alike is taken for moved. */
const movedThreshold = 3.5;

function takeBest<Candidate extends UnitLink>(
  candidates: readonly Candidate[],
  isGood: (candidate: Candidate) => boolean,
): readonly UnitLink[] {
  const taken = new Set<Unit>();
  const links: UnitLink[] = [];
  for (const candidate of candidates) {
    const { source, translation, score } = candidate;
    if (!isGood(candidate) || taken.has(source) || taken.has(translation)) continue;
    taken.add(source).add(translation);
    links.push({ source, translation, score });
  }
  return links;
}
