import type { Block, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { alignBlocks, type BlockContext } from './align-blocks.ts';
import { alignSections } from './align-sections.ts';
import type { Alignment, AlignOptions } from './alignment.ts';
import { buildAlignment } from './build-alignment.ts';
import { readFeatures } from './features.ts';
import { joinSections } from './join-sections.ts';
import { linkAcrossParents } from './link-across-parents.ts';
import { measureLengths } from './measure-lengths.ts';
import { pairLists } from './pair-lists.ts';
import { createPairing } from './pairing.ts';
import { firstMeasure } from './similarity.ts';

/**
 * Which part of a translation answers which part of its source.
 *
 * Sections are paired first, then the blocks inside each pair, then what is left over across the page. Nothing
 * depends on a language: ids, links, code, numbers, images, names, markup, shape and length survive translation.
 *
 * @example
 * const alignment = alignPages(source, translation, { sourceLocale: 'en-US', locale: 'sv-SE' });
 * alignment.blocks.filter((pair) => pair.verdict === 'missing'); // => what the translation lacks
 */
export function alignPages(
  source: PageDocument,
  translation: PageDocument,
  options: AlignOptions = {},
): Alignment {
  const features = readFeatures(source, translation, options);
  const sections = createPairing<Section>();
  alignSections(sections, source, translation, features);

  const trial = createPairing<Block>();
  const trialContext = { features, measure: firstMeasure, pairing: trial };
  let size = 0;
  for (const { source: ones, translation: others } of sections.links()) {
    size += alignSectionBlocks(trialContext, ones, others);
    if (size > trialSize) break;
  }

  const pairing = createPairing<Block>();
  const context: BlockContext = { features, measure: measureLengths(trial), pairing };
  for (const { source: ones, translation: others } of sections.links()) {
    alignSectionBlocks(context, ones, others);
  }
  joinSections(context, sections, source, translation);
  linkAcrossParents(context, sections, source, translation);
  pairLists(context, source, translation);
  return buildAlignment(source, translation, sections, context);
}

/** Blocks that are paired once to learn how the lengths of the two languages relate. */
const trialSize = 600;

function alignSectionBlocks(
  context: BlockContext,
  source: readonly Section[],
  translation: readonly Section[],
): number {
  const blocks = source.flatMap((section) => section.blocks);
  alignBlocks(
    context,
    blocks,
    translation.flatMap((section) => section.blocks),
  );
  return blocks.length;
}
