import type { Block, Point, Section } from '../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../src/domain/document/spans.ts';
import { walkBlocks } from '../../../src/domain/document/walk-blocks.ts';
import type { Alignment } from '../align/alignment.ts';
import { readingLength } from '../align/reading-length.ts';
import type { Draft, PairContext, PairRule } from './rule.ts';
import { absenceSeverity, spanToShow } from './structure/absent-blocks.ts';
import { anchorsOfMissing } from './structure/broken-anchors.ts';
import { excerptOf } from './structure/excerpt.ts';
import { insertionPlace } from './structure/insertion-place.ts';

/** Finds a section of the source that the translation lacks, and a heading whose text is there without it. */
export const missingSection: PairRule = {
  id: 'missing-section',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: 'A section of the source has no counterpart in the translation.',
    why: 'A reader of the translation never learns what the section says.',
    fix: 'Translate the section and put it where the source has it.',
  },
  *check(context) {
    const { alignment, source } = context;
    for (const { source: sections, translation, verdict, score, place } of alignment.sections) {
      const [first, ...rest] = sections;
      if (first === undefined) continue;
      if (verdict === 'missing' && place !== undefined) {
        // What lies in a missing section is part of it.
        if (first.parent !== undefined && alignment.pairOf(first.parent).verdict === 'missing') continue;
        yield missingSectionDraft(context, first, score, place);
      }
      const [home] = translation;
      if (verdict !== 'merged' || home === undefined) continue;
      for (const section of rest) {
        if (section.heading === undefined) continue;
        const [counterpart] = section.blocks.flatMap((block) => alignment.pairOf(block).translation);
        const under = home.heading === undefined ? 'without a heading' : `under \`${excerptOf(home)}\``;
        yield {
          message: `Heading \`${excerptOf(section)}\` has no counterpart; its text stands ${under}`,
          help: 'Give the text a heading of its own, as in the source.',
          span: emptySpanAt((counterpart?.span ?? home.span).start),
          severity: 'warning',
          confidence: score * 0.8,
          related: [{ label: 'the source', path: source.path, span: section.heading.span }],
          data: { heading: section.heading.text, depth: section.depth },
        };
      }
    }
  },
};

function missingSectionDraft(context: PairContext, section: Section, score: number, place: Point): Draft {
  const { alignment, source, translation } = context;
  const { share, places } = textElsewhere(alignment, section);
  const isThere = share >= 0.2;
  const part = share >= 0.7 ? 'most of its text stands' : 'some of its text stands';
  return {
    message: `Section \`${excerptOf(section)}\` has no counterpart${isThere ? `; ${part} elsewhere here` : ''}`,
    help: isThere
      ? 'Give the text a section of its own, as in the source, and translate what is missing of it.'
      : 'Translate the section and put it here.',
    span: emptySpanAt(insertionPlace(alignment, 'source', section, place)),
    severity: share >= 0.4 ? 'warning' : absenceSeverity('error', score),
    confidence: score,
    related: [
      { label: 'the source', path: source.path, span: section.heading?.span ?? section.span },
      ...(isThere ? places : []).slice(0, 3).map((block) => ({
        label: 'some of its text',
        path: translation.path,
        span: spanToShow(block),
      })),
      ...anchorsOfMissing(alignment, section)
        .slice(0, 3)
        .map(({ link }) => ({ label: 'a link to it', path: translation.path, span: link.span })),
    ],
    data: { heading: section.heading?.text ?? '', depth: section.depth },
  };
}

/** What the translation has elsewhere of a section's text: its share of the text, and the blocks. */
function textElsewhere(
  alignment: Alignment,
  section: Section,
): { readonly share: number; readonly places: readonly Block[] } {
  let whole = 0;
  let found = 0;
  const places = new Set<Block>();
  for (const block of blocksBelow(section)) {
    const length = readingLength(block.text);
    whole += length;
    const [counterpart] = alignment.pairOf(block).translation;
    if (counterpart === undefined) continue;
    found += length;
    const isInside = [...places].some((place) => [...walkBlocks(place)].includes(counterpart));
    if (!isInside) places.add(counterpart);
  }
  return { share: whole === 0 ? 0 : found / whole, places: [...places] };
}

function blocksBelow(section: Section): readonly Block[] {
  return [
    ...section.blocks.flatMap((block) => [...walkBlocks(block)]),
    ...section.sections.flatMap(blocksBelow),
  ];
}
