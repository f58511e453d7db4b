import type { UnitLink } from './link-in-order.ts';
import type { Unit } from './units.ts';

/** The candidates that are good and whose units no better one has taken; they stand in order, best first. */
export function takeBest(candidates: readonly UnitLink[]): readonly UnitLink[] {
  const taken = new Set<Unit>();
  const links: UnitLink[] = [];
  for (const candidate of candidates) {
    const { source, translation, score } = candidate;
    if (taken.has(source) || taken.has(translation)) continue;
    taken.add(source).add(translation);
    links.push({ source, translation, score });
  }
  return links;
}
