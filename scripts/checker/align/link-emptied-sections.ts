import type { Section } from '../../../src/domain/document/page-document.ts';
import type { SectionUnit } from './align-sections.ts';
import type { Pairing } from './pairing.ts';

/** Not sure: only its place and its heading's level speak for it. */
const score = 1;
/** A section with more text than this share of its counterpart's is no remainder of it. */
const mostLeft = 0.5;

/**
 * Pairs a section that lost most of its text with what is left of it: alone between two sections that are paired, of
 * the same level, and with nothing in it of a kind that its counterpart does not have.
 */
export function linkEmptiedSections(
  pairing: Pairing<Section>,
  ones: readonly SectionUnit[],
  others: readonly SectionUnit[],
): void {
  const places = new Map(others.map(({ section }, place) => [section, place]));
  for (const [at, one] of ones.entries()) {
    if (pairing.linkOf(one.section) !== undefined) continue;
    const [before, after] = [ones[at - 1], ones[at + 1]];
    const counterpart = before && pairing.linkOf(before.section)?.translation[0];
    const placeBefore = counterpart === undefined ? undefined : places.get(counterpart);
    if (before !== undefined && placeBefore === undefined) continue;
    const place = (placeBefore ?? -1) + 1;
    const other = others[place];
    if (other === undefined) continue;
    if (pairing.linkOf(other.section) !== undefined || other.section.depth !== one.section.depth) continue;
    const next = others[place + 1];
    const isClosed = after === undefined ? next === undefined : isPair(pairing, after.section, next?.section);
    if (isClosed && (isRemainder(one, other) || isRemainder(other, one))) {
      pairing.link([one.section], [other.section], score);
    }
  }
}

function isPair({ linkOf }: Pairing<Section>, one: Section | undefined, other: Section | undefined): boolean {
  return one !== undefined && other !== undefined && linkOf(one)?.translation.includes(other) === true;
}

function isRemainder(whole: SectionUnit, part: SectionUnit): boolean {
  if (part.contentLength > mostLeft * whole.contentLength) return false;
  return [...part.shape.keys()].every((kind) => whole.shape.has(kind));
}
