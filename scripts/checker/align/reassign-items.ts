import type { Block } from '../../../src/domain/document/page-document.ts';
import { floor, type UnitLink } from './link-in-order.ts';
import { takeBest } from './take-best.ts';
import type { UnitScores } from './unit-scores.ts';
import type { Unit } from './units.ts';

/** Bullets and rows may stand in any order, so those of two lists or tables are paired best first, wherever they stand. */
export function reassignItems(
  { source, translation, scoreOf }: UnitScores,
  links: readonly UnitLink[],
): readonly UnitLink[] {
  const groups = new Map<Block, Map<Block, number>>();
  for (const link of links) {
    const [one, other] = [unorderedParent(link.source), unorderedParent(link.translation)];
    if (one === undefined || other === undefined) continue;
    const counts = groups.get(one) ?? new Map<Block, number>();
    groups.set(one, counts.set(other, (counts.get(other) ?? 0) + 1));
  }
  const result = new Set(withoutStrays(links, groups));
  const linksAt = groupSets(result, ({ source: one, translation: other }) => [
    unorderedParent(one),
    unorderedParent(other),
  ]);
  const onesAt = groupSets(source.entries(), ([, unit]) => [unorderedParent(unit)]);
  const othersAt = groupSets(translation.entries(), ([, unit]) => [unorderedParent(unit)]);
  // The fullest pairs of lists come first, so that another list gets what they leave over.
  const fullest = [...groups].toSorted(
    ([, one], [, other]) => Math.max(...other.values()) - Math.max(...one.values()),
  );
  for (const [parent, counts] of fullest) {
    const [otherParent] = [...counts].toSorted((one, other) => other[1] - one[1])[0] ?? [];
    if (otherParent === undefined || parent.children.length > 60) continue;
    const [ownLinks, otherLinks] = [setAt(linksAt, parent), setAt(linksAt, otherParent)];
    const loose = [...ownLinks].filter((link) => otherLinks.has(link) && !isCombined(link));
    const taken = new Set<Block>();
    for (const link of new Set([...ownLinks, ...otherLinks])) {
      if (loose.includes(link)) continue;
      for (const block of link.source.blocks) taken.add(block);
      for (const block of link.translation.blocks) taken.add(block);
    }
    const isFree = ([, unit]: readonly [number, Unit]): boolean =>
      unit.blocks.every((block) => !taken.has(block));
    const ones = [...(onesAt.get(parent) ?? [])].filter(isFree);
    const others = [...(othersAt.get(otherParent) ?? [])].filter(isFree);
    const before = new Map<Unit, Unit>(loose.map((link) => [link.source, link.translation]));
    // Of as many, the last ones left answer each other, however little they share.
    const lowest = ones.length === others.length ? remainderFloor : floor;
    const candidates: (UnitLink & { readonly rank: number })[] = [];
    for (const [at, one] of ones) {
      for (const [otherAt, other] of others) {
        const score = scoreOf(at, otherAt);
        if (score < lowest) continue;
        const rank = before.get(one) === other ? score + 1 : score;
        candidates.push({ source: one, translation: other, score, rank });
      }
    }
    for (const link of loose) for (const kept of [result, ownLinks, otherLinks]) kept.delete(link);
    for (const link of takeBest(candidates.toSorted((one, other) => other.rank - one.rank))) {
      for (const kept of [result, ownLinks, otherLinks]) kept.add(link);
    }
  }
  return [...result];
}

/** What stands in each list or table. */
function groupSets<Node>(
  nodes: Iterable<Node>,
  parentsOf: (node: Node) => readonly (Block | undefined)[],
): Map<Block, Set<Node>> {
  const sets = new Map<Block, Set<Node>>();
  for (const node of nodes) {
    for (const parent of parentsOf(node)) if (parent !== undefined) setAt(sets, parent).add(node);
  }
  return sets;
}

function setAt<Node>(sets: Map<Block, Set<Node>>, parent: Block): Set<Node> {
  const known = sets.get(parent);
  if (known !== undefined) return known;
  const made = new Set<Node>();
  sets.set(parent, made);
  return made;
}

const remainderFloor = -4;

/** Neighbours that are one thing in the other page. */
function isCombined({ source, translation }: UnitLink): boolean {
  return source.blocks.length > 1 || translation.blocks.length > 1;
}

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
