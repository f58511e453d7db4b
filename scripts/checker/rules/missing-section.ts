import { emptySpanAt } from '../../../src/domain/document/spans.ts';
import type { PairRule } from './rule.ts';
import { absenceSeverity } from './structure/absent-blocks.ts';
import { excerptOf } from './structure/excerpt.ts';

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
  *check({ alignment, source }) {
    for (const { source: sections, translation, verdict, score, place } of alignment.sections) {
      const [first, ...rest] = sections;
      if (first === undefined) continue;
      if (verdict === 'missing' && place !== undefined) {
        // What lies in a missing section is part of it.
        if (first.parent !== undefined && alignment.pairOf(first.parent).verdict === 'missing') continue;
        yield {
          message: `Section \`${excerptOf(first)}\` has no counterpart`,
          help: 'Translate the section and put it here, or remove it from the source.',
          span: emptySpanAt(place),
          severity: absenceSeverity('error', score),
          confidence: score,
          related: [{ label: 'the source', path: source.path, span: first.heading?.span ?? first.span }],
          data: { heading: first.heading?.text ?? '', depth: first.depth },
        };
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
