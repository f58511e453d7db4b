import type { Block, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { alignBlocks, type BlockContext } from './align-blocks.ts';
import { alignSections } from './align-sections.ts';
import type { Alignment, AlignOptions } from './alignment.ts';
import { buildAlignment } from './build-alignment.ts';
import { readFeatures } from './features.ts';
import { joinSections } from './join-sections.ts';
import { linkAcrossParents } from './link-across-parents.ts';
import { linkInGaps } from './link-in-gaps.ts';
import { linkLists } from './link-lists.ts';
import { measureLengths } from './measure-lengths.ts';
import { pairLists } from './pair-lists.ts';
import { createPairing } from './pairing.ts';
import { straightenCode } from './straighten-code.ts';
import { pairOnTrial } from './trial-pairing.ts';
import { createUnitReader } from './units.ts';

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
  const units = createUnitReader(features, source, translation);
  alignSections(sections, source, translation, features, units);

  const pairing = createPairing<Block>();
  const context: BlockContext = {
    features,
    units,
    measure: measureLengths(pairOnTrial(features, units, sections), units),
    pairing,
  };
  for (const { source: ones, translation: others } of sections.links()) {
    alignBlocks(context, blocksOf(ones), blocksOf(others));
  }
  joinSections(context, sections, source, translation);
  linkAcrossParents(context, sections, source, translation);
  linkInGaps(context, sections, source, translation);
  linkLists(context, source, translation);
  pairLists(context, sections, source, translation);
  straightenCode(context, source, translation);
  return buildAlignment(source, translation, sections, context);
}

function blocksOf(sections: readonly Section[]): readonly Block[] {
  return sections.flatMap((section) => section.blocks);
}
