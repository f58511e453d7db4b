import type { Block, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { walkBlocks } from '../../../src/domain/document/walk-blocks.ts';
import { alignBlocks, type BlockContext } from './align-blocks.ts';
import { createPairing, type Pairing } from './pairing.ts';
import { readingLength } from './reading-length.ts';

/**
 * Joins a section without counterpart to the one before it, where its text stands there in the other page: a
 * heading that was lost, or turned into a bold line.
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
      .filter((section) => sections.linkOf(section) === undefined && section.blocks.length > 0)
      .flatMap((section) => {
        const home = pairedBefore(page, section, sections);
        return home === undefined
          ? []
          : [{ section, home, share: foundShare(context, side, section, sections, home) }];
      })
      .filter(({ share }) => share >= 0.5)
      .toSorted((one, other) => other.share - one.share);
    for (const { section, home } of found) {
      const link = sections.linkOf(home);
      if (link === undefined) continue;
      const others = blocksOf(side === 'source' ? link.translation : link.source);
      if (side === 'source') alignBlocks(context, section.blocks, others);
      else alignBlocks(context, others, section.blocks);
      sections.unlink(link);
      if (side === 'source') sections.link([...link.source, section], link.translation, link.score);
      else sections.link(link.source, [...link.translation, section], link.score);
    }
  }
}

/** The nearest section before this one that has a counterpart; the root at last. */
function pairedBefore(page: PageDocument, section: Section, sections: Pairing<Section>): Section | undefined {
  const before = [page.root, ...page.sections.slice(0, section.index)];
  return before.findLast((candidate) => sections.linkOf(candidate) !== undefined);
}

/** The share of the section's text that finds a good counterpart in what the other page's section has left over. */
function foundShare(
  context: BlockContext,
  side: 'source' | 'translation',
  section: Section,
  sections: Pairing<Section>,
  home: Section,
): number {
  const link = sections.linkOf(home);
  if (link === undefined) return 0;
  const trial = createPairing<Block>();
  const pairing: Pairing<Block> = {
    ...trial,
    linkOf: (block) => context.pairing.linkOf(block) ?? trial.linkOf(block),
  };
  const others = blocksOf(side === 'source' ? link.translation : link.source);
  if (side === 'source') alignBlocks({ ...context, pairing }, section.blocks, others);
  else alignBlocks({ ...context, pairing }, others, section.blocks);
  const good = new Set<Block>();
  for (const { source, translation, score } of trial.links()) {
    if (score >= 2) for (const block of [...source, ...translation]) good.add(block);
  }
  let whole = 0;
  let found = 0;
  for (const block of section.blocks.flatMap((top) => [...walkBlocks(top)])) {
    const length = readingLength(block.text);
    whole += length;
    if (good.has(block)) found += length;
  }
  return whole === 0 ? 0 : found / whole;
}

function blocksOf(sections: readonly Section[]): readonly Block[] {
  return sections.flatMap((section) => section.blocks);
}
