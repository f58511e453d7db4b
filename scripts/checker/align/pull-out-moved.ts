import type { Block } from '../../../src/domain/document/page-document.ts';
import { linkInOrder, type UnitLink } from './link-in-order.ts';
import { type UnitScores, unitAt } from './unit-scores.ts';
import type { Unit } from './units.ts';

/** Out of its order only what is clearly alike is taken for moved. */
export const movedThreshold = 3.5;

/** What taking something for moved must gain at least. */
const pullCost = 2.5;

/** Of longer sequences no more is tried. */
const mostPairs = 2500;

/**
 * Pairs what stands in another order, where the rest then fits better: pairing in order alone sacrifices a step that
 * moved far, and pairs those between it and its place wrongly.
 */
export function pullOutMoved(scores: UnitScores, inOrder: readonly UnitLink[]): readonly UnitLink[] {
  const { source, translation } = scores;
  if (source.length * translation.length > mostPairs) return inOrder;
  const size = source.length + translation.length;
  const moved: MovedUnits[] = [];
  let links = inOrder;
  for (let round = 0; round < 3; round++) {
    const better = betterLinks(scores, links).find((candidate) => {
      const pulled = [...moved, candidate];
      const ones = placesWithout(
        source.length,
        pulled.map(({ one }) => one),
      );
      const others = placesWithout(
        translation.length,
        pulled.map(({ other }) => other),
      );
      const next = [...linkInOrder(scores, ones, others), ...pulled.map((units) => linkOf(scores, units))];
      if (worthOf(next, size) - pullCost <= worthOf(links, size)) return false;
      links = next;
      return true;
    });
    if (better === undefined) break;
    moved.push(better);
  }
  return links;
}

/** Places of two units that may answer each other. */
interface MovedUnits {
  readonly one: number;
  readonly other: number;
}

function linkOf({ source, translation, scoreOf }: UnitScores, { one, other }: MovedUnits): UnitLink {
  return {
    source: unitAt(source, one),
    translation: unitAt(translation, other),
    score: scoreOf(one, other),
  };
}

function placesWithout(length: number, left: readonly number[]): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < length; at++) if (!left.includes(at)) places.push(at);
  return places;
}

/** The few pairs that fit better than the two that their members are in now. */
function betterLinks(
  { source, translation, scoreOf }: UnitScores,
  links: readonly UnitLink[],
): readonly MovedUnits[] {
  const current = new Map<Block, UnitLink>();
  for (const link of links) {
    for (const block of link.source.blocks) current.set(block, link);
    for (const block of link.translation.blocks) current.set(block, link);
  }
  const linkNow = ({ blocks: [block] }: Unit): UnitLink | undefined => block && current.get(block);
  const sourceLinks = source.map(linkNow);
  const translationLinks = translation.map(linkNow);
  const candidates: (MovedUnits & { readonly gain: number })[] = [];
  for (let one = 0; one < source.length; one++) {
    const link = sourceLinks[one];
    for (let other = 0; other < translation.length; other++) {
      const otherLink = translationLinks[other];
      if (link !== undefined && link === otherLink) continue;
      const score = scoreOf(one, other);
      const gain = score - (link?.score ?? 0) - (otherLink?.score ?? 0);
      if (score >= movedThreshold && gain > 0) candidates.push({ one, other, gain });
    }
  }
  return candidates.toSorted((a, b) => b.gain - a.gain).slice(0, 3);
}

/** What all links together speak for, less what merges, splits and units without counterpart speak against. */
function worthOf(links: readonly UnitLink[], size: number): number {
  let worth = 0;
  let linked = 0;
  for (const link of links) {
    const count = link.source.blocks.length + link.translation.blocks.length;
    worth += link.score - 1.9 * (count - 2);
    linked += count;
  }
  return worth - 1.1 * (size - linked);
}
