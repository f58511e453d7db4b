import type { Block } from '../../../src/domain/document/page-document.ts';
import type { BlockContext } from './align-blocks.ts';
import type { UnitLink } from './link-in-order.ts';
import { readingLength } from './reading-length.ts';
import { combineUnits, type Unit } from './units.ts';
import type { FeatureKind } from './vocabulary.ts';

/**
 * Takes what has no counterpart into the pair of a neighbour that holds its text: a short step at the end of the one
 * before it, two paragraphs written as one. Pairing by likeness alone leaves such a part out where it is short.
 */
export function absorbNeighbours(
  context: BlockContext,
  links: readonly UnitLink[],
  source: readonly Unit[],
  translation: readonly Unit[],
): readonly UnitLink[] {
  const result = [...links];
  const places = new Map<Block, number>();
  const index = (link: UnitLink, place: number): void => {
    for (const block of link.source.blocks) places.set(block, place);
    for (const block of link.translation.blocks) places.set(block, place);
  };
  for (const [place, link] of result.entries()) index(link, place);
  const linkOf = ({ blocks }: Unit): UnitLink | undefined => {
    for (const block of blocks) {
      const place = places.get(block);
      if (place !== undefined) return result[place];
    }
    return undefined;
  };
  for (const side of ['source', 'translation'] as const) {
    const units = side === 'source' ? source : translation;
    for (const [at, unit] of units.entries()) {
      if (linkOf(unit) !== undefined) continue;
      const home = homeOf(context, result, side, units, at, linkOf);
      if (home === undefined) continue;
      const own = inOrder([...home[side].blocks, ...unit.blocks]);
      const joined = combineUnits([home[side], unit]);
      const link = { ...home, [side]: { ...joined, blocks: own } };
      const place = result.indexOf(home);
      result[place] = link;
      index(link, place);
    }
  }
  return result;
}

type Side = 'source' | 'translation';

/** The pair whose other side holds the text of the unit at an index. */
function homeOf(
  context: BlockContext,
  links: readonly UnitLink[],
  side: Side,
  units: readonly Unit[],
  at: number,
  linkOf: (unit: Unit) => UnitLink | undefined,
): UnitLink | undefined {
  const unit = units[at];
  if (unit === undefined || !isText(unit)) return undefined;
  const other = side === 'source' ? 'translation' : 'source';
  const isJoinable = (link: UnitLink | undefined): link is UnitLink =>
    link !== undefined &&
    link[other].blocks.length === 1 &&
    link[side].kind === unit.kind &&
    link[other].kind === unit.kind &&
    link[side].list === unit.list;
  const hasId = ownFeatures(context, unit).some((id) => isAnchor(context, id));
  const byId =
    hasId && links.find((link) => isJoinable(link) && bringsId(context, unit, link[side], link[other]));
  if (byId) return byId;
  const [before, after] = [units[at - 1], units[at + 1]];
  const neighbours = [before && linkOf(before), after && linkOf(after)];
  return neighbours.find(
    (link, index) =>
      isJoinable(link) &&
      (holdsFeatures(context, unit, link[side], link[other], side) ||
        holdsSentences(unit, link[side], link[other], index === 0)),
  );
}

function isText(unit: Unit): boolean {
  return unit.kind === 'step' || unit.kind === 'item' || unit.kind === 'paragraph';
}

const strongKinds: ReadonlySet<FeatureKind> = new Set([
  'anchor',
  'link',
  'code',
  'image',
  'component',
  'term',
]);

function ownFeatures({ features }: BlockContext, unit: Unit): readonly number[] {
  const ids = unit.blocks.flatMap((block) =>
    features.of(block).filter((id) => strongKinds.has(features.feature(id).kind)),
  );
  return unit.blocks.length === 1 ? ids : [...new Set(ids)];
}

/** Whether an id of the unit, and not of the neighbour it would join, stands in the holder. */
function bringsId(context: BlockContext, unit: Unit, neighbour: Unit, holder: Unit): boolean {
  const anchors = ownFeatures(context, unit).filter((id) => isAnchor(context, id));
  if (anchors.length === 0) return false;
  const known = ownFeatures(context, neighbour);
  const held = ownFeatures(context, holder);
  return anchors.some((id) => held.includes(id) && !known.includes(id));
}

function isAnchor({ features }: BlockContext, id: number): boolean {
  return features.feature(id).kind === 'anchor';
}

/** Whether the holder's own words have most of what marks the unit, some of it not from the neighbour it answers. */
function holdsFeatures(
  context: BlockContext,
  unit: Unit,
  neighbour: Unit,
  holder: Unit,
  side: Side,
): boolean {
  const own = ownFeatures(context, unit).filter((id) => !isAnchor(context, id));
  if (own.length === 0) return false;
  const held = ownFeatures(context, holder);
  const known = ownFeatures(context, neighbour);
  const shared = own.filter((id) => held.includes(id));
  const weight = weightOf(context, shared);
  if (weight === 0 || weight < 0.5 * weightOf(context, own)) return false;
  if (shared.every((id) => known.includes(id))) return false;
  const shift = side === 'source' ? -context.measure.lengthShift : context.measure.lengthShift;
  const length = holder.outline.length * Math.exp(shift);
  const without = Math.abs(Math.log(length / Math.max(1, neighbour.outline.length)));
  const together = Math.abs(Math.log(length / Math.max(1, neighbour.outline.length + unit.outline.length)));
  return together <= without + 0.1;
}

function weightOf({ features }: BlockContext, ids: readonly number[]): number {
  let weight = 0;
  for (const id of ids) weight += features.feature(id).weight;
  return weight;
}

/** Whether the holder's sentences answer those of the neighbour and of the unit, one by one. */
function holdsSentences(unit: Unit, neighbour: Unit, holder: Unit, isBehind: boolean): boolean {
  const parts = (isBehind ? [neighbour, unit] : [unit, neighbour]).flatMap(sentencesOf);
  const held = sentencesOf(holder);
  return (
    held.length === parts.length &&
    held.length <= 4 &&
    held.every((length, at) => Math.abs(Math.log(length / (parts[at] ?? 1))) < 0.7)
  );
}

/** Reading lengths of a unit's sentences. */
function sentencesOf(unit: Unit): readonly number[] {
  return unit.blocks.flatMap(({ text }) =>
    text
      .split(/(?<=[.!?؟।]["'”’»)]?)\s+|(?<=[。！？])\s*/u)
      .filter((sentence) => sentence.trim() !== '')
      .map(readingLength),
  );
}

function inOrder(blocks: readonly Block[]): readonly Block[] {
  return blocks.toSorted((one, other) => one.index - other.index);
}
