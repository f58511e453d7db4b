import type { UnitLink } from './link-in-order.ts';
import { compareUnits, type Measure } from './similarity.ts';
import type { Unit } from './units.ts';

/** What each pair must score: nothing speaks against it, and of text the length fits. */
const clearScore = 2;
/** Of kinds that hardly say anything. */
const clearScoreOfMarks = 1;
/** Of so few units each is compared with all others. */
const fewUnits = 8;
/** And of more with those next to its place. */
const nearUnits = 3;
/** Two units that fit so much better crosswise may have changed places. */
const crossGain = 0.5;
/** And together so much. */
const swapGain = 1.5;
/** What two units far from each other may share that their counterparts do not have. */
const mostStray = 1.5;

/**
 * Pairs two sequences one by one, as most pages of a site can be: as many units of the same kinds, each of which
 * fits its counterpart, and no sign of another order. `undefined` where a closer look is needed.
 */
export function linkInParallel(
  source: readonly Unit[],
  translation: readonly Unit[],
  measure: Measure,
): readonly UnitLink[] | undefined {
  if (source.length !== translation.length) return undefined;
  const links: UnitLink[] = [];
  for (let at = 0; at < source.length; at++) {
    const [one, other] = [source[at], translation[at]];
    if (one === undefined || other === undefined || one.kind !== other.kind) return undefined;
    const score = compareUnits(one, other, measure);
    const isMark = one.kind === 'divider' || one.kind === 'html';
    if (score < (isMark ? clearScoreOfMarks : clearScore)) return undefined;
    links.push({ source: one, translation: other, score });
    if (fitsElsewhere(links, source.length <= fewUnits ? fewUnits : nearUnits, measure)) return undefined;
  }
  return links.length > fewUnits && hasStrays(links) ? undefined : links;
}

/** Whether the last of some pairs and one not far before it may rather answer each other crosswise. */
function fitsElsewhere(links: readonly UnitLink[], reach: number, measure: Measure): boolean {
  const last = links.at(-1);
  if (last === undefined) return false;
  for (let at = Math.max(0, links.length - 1 - reach); at < links.length - 1; at++) {
    const before = links[at];
    if (before !== undefined && fitCrosswise(before, last, measure)) return true;
  }
  return false;
}

function fitCrosswise(one: UnitLink, other: UnitLink, measure: Measure): boolean {
  if (one.source.kind !== other.source.kind) return false;
  const best = Math.max(one.score, other.score) + crossGain;
  const down = compareUnits(one.source, other.translation, measure);
  if (down > best) return true;
  const up = compareUnits(other.source, one.translation, measure);
  return up > best || down + up > one.score + other.score + swapGain;
}

/** Whether two units that do not stand at the same place share much that is nowhere else. */
function hasStrays(links: readonly UnitLink[]): boolean {
  const places = placesOfSingles(links, 'source');
  const strays = new Map<number, number>();
  for (const [id, other] of placesOfSingles(links, 'translation')) {
    const one = places.get(id);
    if (one === undefined || one === -1 || other === -1 || Math.abs(one - other) <= nearUnits) continue;
    const key = one * links.length + other;
    const weight = (strays.get(key) ?? 0) + Math.abs(links[0]?.source.evidence.weights.gains[id] ?? 0);
    if (weight > mostStray) return true;
    strays.set(key, weight);
  }
  return false;
}

/** Where each feature stands; -1 where in several units. */
function placesOfSingles(
  links: readonly UnitLink[],
  side: 'source' | 'translation',
): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const [at, link] of links.entries()) {
    for (const id of link[side].evidence.ids) places.set(id, places.has(id) ? -1 : at);
  }
  return places;
}
