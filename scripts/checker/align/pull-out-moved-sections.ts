import type { SectionUnit } from './align-sections.ts';
import { compareEvidence } from './evidence.ts';

/** Sections that answer each other. */
export interface SectionLink {
  readonly one: SectionUnit;
  readonly other: SectionUnit;
  readonly score: number;
}

/**
 * Pairs sections in order, and takes one for moved where the others then fit better: in order alone, a section that
 * is easily known costs those that it changed places with their counterparts.
 */
export function pullOutMovedSections(
  ones: readonly SectionUnit[],
  others: readonly SectionUnit[],
  linkInOrder: (ones: readonly SectionUnit[], others: readonly SectionUnit[]) => readonly SectionLink[],
): readonly SectionLink[] {
  const inOrder = linkInOrder(ones, others);
  if (inOrder.length === Math.min(ones.length, others.length)) return inOrder;
  if (ones.length * others.length > mostSections) return inOrder;
  const worthOf = (links: readonly SectionLink[]): number =>
    links.reduce((sum, { score }) => sum + score, 0) -
    unlinkedCost * (ones.length + others.length - 2 * links.length);
  const strongest = inOrder
    .filter(({ one, other }) => compareEvidence(one.evidence, other.evidence) >= 1)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 4);
  let best = inOrder;
  for (const moved of strongest) {
    const rest = linkInOrder(
      ones.filter((one) => one !== moved.one),
      others.filter((other) => other !== moved.other),
    );
    const links = [...rest, moved];
    if (worthOf(links) - pullCost > worthOf(best)) best = links;
  }
  return best;
}

/** Of longer pages nothing is tried. */
const mostSections = 2500;
const unlinkedCost = 1.1;
/** What taking a section for moved must gain at least. */
const pullCost = 1.5;
