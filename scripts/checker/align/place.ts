import type { Block, PageDocument, Point, Section } from '../../../src/domain/document/page-document.ts';
import type { Pairing } from './pairing.ts';

/** As `placeOfBlock`, for all blocks of one page; those that lie side by side would stand at the same place. */
export function createPlacer(
  side: 'source' | 'translation',
  blocks: Pairing<Block>,
  sections: Pairing<Section>,
  other: PageDocument,
): (block: Block) => Point {
  const lastPlaced = new Map<readonly Block[], { readonly at: number; readonly place: Point }>();
  return (block) => {
    const siblings = block.parent?.children ?? block.section.blocks;
    const last = lastPlaced.get(siblings);
    const next = last === undefined ? -1 : last.at + 1;
    // What is in a list may have a counterpart though the list has none.
    const isBeside = siblings[next] === block && block.kind !== 'list' && siblings[next - 1]?.kind !== 'list';
    const at = isBeside ? next : siblings.indexOf(block);
    const place =
      isBeside && last !== undefined ? last.place : placeOfBlock(block, side, blocks, sections, other);
    lastPlaced.set(siblings, { at, place });
    return place;
  };
}

/**
 * Where in the other page a block without counterpart would stand: behind the counterpart of what precedes it,
 * else before that of what follows, else at the end of what answers its parent.
 */
function placeOfBlock(
  block: Block,
  side: 'source' | 'translation',
  blocks: Pairing<Block>,
  sections: Pairing<Section>,
  other: PageDocument,
): Point {
  const otherSide = side === 'source' ? 'translation' : 'source';
  const home = homeOf(block, otherSide, blocks, sections);
  const isAtHome = (candidate: Block): boolean => home === undefined || home(candidate);
  const isPaired = (mate: Block): boolean => blocks.linkOf(mate)?.[otherSide].some(isAtHome) === true;
  const mates = matesOf(block);
  for (const sibling of [...mates.before, ...(mates.after.some(isPaired) ? [] : siblingsBefore(block))]) {
    const last = blocks.linkOf(sibling)?.[otherSide].findLast(isAtHome);
    if (last !== undefined) return last.span.end;
  }
  for (const sibling of siblingsAfter(block)) {
    const first = blocks.linkOf(sibling)?.[otherSide].find(isAtHome);
    if (first !== undefined) return first.span.start;
  }
  const { parent } = block;
  const outer = parent?.kind === 'list' ? parent.parent : parent;
  if (outer !== undefined) {
    const counterpart = blocks.linkOf(outer)?.[otherSide].at(-1);
    if (counterpart !== undefined) return counterpart.span.end;
    return placeOfBlock(outer, side, blocks, sections, other);
  }
  const section = sections.linkOf(block.section)?.[otherSide].at(-1);
  if (section === undefined) return placeOfSection(block.section, side, sections, other);
  return section.blocks.at(-1)?.span.end ?? section.heading?.span.end ?? section.span.start;
}

/** Where in the other page a section without counterpart would stand. */
export function placeOfSection(
  section: Section,
  side: 'source' | 'translation',
  sections: Pairing<Section>,
  other: PageDocument,
): Point {
  const otherSide = side === 'source' ? 'translation' : 'source';
  const siblings = section.parent?.sections ?? [];
  const at = siblings.indexOf(section);
  for (const sibling of siblings.slice(0, at).toReversed()) {
    const last = sections.linkOf(sibling)?.[otherSide].at(-1);
    if (last !== undefined) return endOfSection(last);
  }
  const parent = section.parent && sections.linkOf(section.parent)?.[otherSide].at(-1);
  for (const sibling of siblings.slice(at + 1)) {
    const first = sections.linkOf(sibling)?.[otherSide][0];
    if (first?.heading !== undefined && first !== parent) return first.heading.span.start;
  }
  return endOfSection(parent ?? other.root);
}

/** The last character a reader sees of a section, subsections included. */
function endOfSection(section: Section): Point {
  const last = section.sections.at(-1);
  if (last !== undefined) return endOfSection(last);
  return section.blocks.at(-1)?.span.end ?? section.heading?.span.end ?? section.span.start;
}

/** The other items of a block's list, nearest first: the first item that is gone stands before the next one. */
function matesOf(block: Block): { readonly before: readonly Block[]; readonly after: readonly Block[] } {
  const mates = block.parent?.kind === 'list' ? block.parent.children : [];
  const at = mates.indexOf(block);
  return { before: mates.slice(0, Math.max(0, at)).toReversed(), after: mates.slice(at + 1) };
}

/** What precedes a block among its siblings, nearest first; lists are replaced by their items. */
function* siblingsBefore(block: Block): Generator<Block> {
  const siblings = block.parent?.children ?? block.section.blocks;
  for (let at = siblings.indexOf(block) - 1; at >= 0; at--) {
    const sibling = siblings[at];
    if (sibling?.kind === 'list') yield* sibling.children.toReversed();
    else if (sibling !== undefined) yield sibling;
  }
  if (block.parent?.kind === 'list') yield* siblingsBefore(block.parent);
}

/** What follows a block among its siblings, nearest first; lists are replaced by their items. */
function* siblingsAfter(block: Block): Generator<Block> {
  const siblings = block.parent?.children ?? block.section.blocks;
  for (let at = siblings.indexOf(block) + 1; at < siblings.length; at++) {
    const sibling = siblings[at];
    if (sibling?.kind === 'list') yield* sibling.children;
    else if (sibling !== undefined) yield sibling;
  }
  if (block.parent?.kind === 'list') yield* siblingsAfter(block.parent);
}

function homeOf(
  block: Block,
  otherSide: 'source' | 'translation',
  blocks: Pairing<Block>,
  sections: Pairing<Section>,
): ((candidate: Block) => boolean) | undefined {
  const parent = block.parent?.kind === 'list' ? block.parent.parent : block.parent;
  if (parent !== undefined) {
    const homes = blocks.linkOf(parent)?.[otherSide];
    return homes && ((candidate) => homes.some((home) => isInside(candidate, home)));
  }
  const homes = sections.linkOf(block.section)?.[otherSide];
  return homes && ((candidate) => homes.includes(candidate.section));
}

function isInside(block: Block, home: Block): boolean {
  return home.span.start.offset <= block.span.start.offset && block.span.end.offset <= home.span.end.offset;
}
