import type { Block, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { walkBlocks } from '../../../src/domain/document/walk-blocks.ts';
import { alignBlocks, type BlockContext } from './align-blocks.ts';
import { createPairing, type Link, type Pairing } from './pairing.ts';
import { readingLength } from './reading-length.ts';
import { isRepeat } from './set-aside-sections.ts';

type Side = 'source' | 'translation';

/**
 * Joins a section without counterpart to the one before or behind it, where the other page has the text of both in
 * one: a heading that was lost, or turned into a bold line. Of two sections whose second heading is lost, likeness
 * may have paired either with what became of them.
 */
export function joinSections(
  context: BlockContext,
  sections: Pairing<Section>,
  source: PageDocument,
  translation: PageDocument,
): void {
  for (const side of ['source', 'translation'] as const) {
    const page = side === 'source' ? source : translation;
    const found = page.sections
      .filter(
        (section) =>
          sections.linkOf(section) === undefined && section.blocks.length > 0 && !isRepeat(section),
      )
      .flatMap((section) =>
        homesOf(page, section, sections).map((home) => ({
          section,
          home,
          share: foundShare(context, side, section, sections.linkOf(home)),
        })),
      )
      .filter(({ share }) => share >= leastShare)
      .toSorted((one, other) => other.share - one.share);
    for (const { section, home } of found) {
      const link = sections.linkOf(home);
      if (link === undefined || sections.linkOf(section) !== undefined) continue;
      const joined = joinedLink(side, section, link);
      sections.unlink(link);
      sections.link(joined.source, joined.translation, joined.score);
      const blocks = { source: blocksOf(joined.source), translation: blocksOf(joined.translation) };
      for (const block of [...blocks.source, ...blocks.translation].flatMap((top) => [...walkBlocks(top)])) {
        const old = context.pairing.linkOf(block);
        if (old !== undefined) context.pairing.unlink(old);
      }
      alignBlocks(context, blocks.source, blocks.translation);
    }
  }
}

/** How much of a section's text has to be found, and of what it would be joined to. */
const leastShare = 0.5;
/** Longer sections are not read together: each that is free would cost as much again. */
const mostCompared = 20_000;

/** The nearest section before this one that has a counterpart, the root at last, and the next one if it has one. */
function homesOf(page: PageDocument, section: Section, sections: Pairing<Section>): readonly Section[] {
  const before = [page.root, ...page.sections.slice(0, section.index)];
  const homes = [
    before.findLast((candidate) => sections.linkOf(candidate) !== undefined),
    page.sections[section.index + 1],
  ];
  return homes.flatMap((home) => (home !== undefined && sections.linkOf(home) !== undefined ? [home] : []));
}

function joinedLink(side: Side, section: Section, link: Link<Section>): Link<Section> {
  const own = [...link[side], section].toSorted((one, other) => one.index - other.index);
  return { ...link, [side]: own };
}

/** The share of the section's text that finds a good counterpart when it is read together with the one it would join. */
function foundShare(
  context: BlockContext,
  side: Side,
  section: Section,
  link: Link<Section> | undefined,
): number {
  if (link === undefined) return 0;
  const joined = joinedLink(side, section, link);
  const [ones, others] = [blocksOf(joined.source), blocksOf(joined.translation)];
  if (ones.length * others.length > mostCompared) return 0;
  const pairing = createPairing<Block>();
  alignBlocks({ ...context, pairing }, ones, others);
  const good = new Set<Block>();
  for (const { source, translation, score } of pairing.links()) {
    if (score >= 2) for (const block of [...source, ...translation]) good.add(block);
  }
  return Math.min(shareOf([section], good), shareOf(link[side], good));
}

/** The share of the text of some sections, 1 where there is none. */
function shareOf(sections: readonly Section[], good: ReadonlySet<Block>): number {
  let whole = 0;
  let found = 0;
  for (const block of blocksOf(sections).flatMap((top) => [...walkBlocks(top)])) {
    const length = readingLength(block.text);
    whole += length;
    if (good.has(block)) found += length;
  }
  return whole === 0 ? 1 : found / whole;
}

function blocksOf(sections: readonly Section[]): readonly Block[] {
  return sections.flatMap((section) => section.blocks);
}
