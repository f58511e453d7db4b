import type { Section } from '../../../src/domain/document/page-document.ts';
import { baseWeights, type PageFeatures } from './features.ts';
import type { Pairing } from './pairing.ts';

/** Of two headings with an id that nothing else has. */
const anchorScore = 12;

/**
 * Pairs the sections of two pages one by one where all headings of both have the same ids, of the same levels and in
 * the same order, and says whether they have; else pairs none.
 */
export function linkByAnchors(
  pairing: Pairing<Section>,
  ones: readonly Section[],
  others: readonly Section[],
  features: PageFeatures,
): boolean {
  if (ones.length !== others.length) return false;
  for (const [at, one] of ones.entries()) {
    const other = others[at];
    if (other === undefined || one.depth !== other.depth || !sharesAnchor(one, other, features)) return false;
  }
  for (const [at, one] of ones.entries()) {
    const other = others[at];
    if (other !== undefined) pairing.link([one], [other], anchorScore);
  }
  return true;
}

/** Whether two sections' headings have an id that is in each page once. */
function sharesAnchor(one: Section, other: Section, { of, feature }: PageFeatures): boolean {
  if (one.heading === undefined || other.heading === undefined) return false;
  const ids = of(other.heading);
  return of(one.heading).some((id) => {
    if (!ids.includes(id)) return false;
    const { kind, weight } = feature(id);
    return kind === 'anchor' && weight === baseWeights.anchor;
  });
}
