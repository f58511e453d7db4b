import { emptySpanAt } from '../../../src/domain/document/spans.ts';
import type { PairRule } from './rule.ts';
import { brokenMarkersOf } from './structure/broken-markers.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a section of the translation that the source lacks. */
export const extraSection: PairRule = {
  id: 'extra-section',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'A section of the translation has no counterpart in the source.',
    why: 'What the source no longer says may no longer hold.',
    fix: 'Remove the section, or add it to the source so that every language has it.',
  },
  *check({ alignment, source }) {
    for (const { translation, verdict, score, place } of alignment.sections) {
      const [section] = translation;
      if (verdict !== 'extra' || section?.heading === undefined || place === undefined) continue;
      if (section.parent !== undefined && alignment.pairOf(section.parent).verdict === 'extra') continue;
      // Dashes below a paragraph made it a heading.
      if (brokenMarkersOf(alignment).hasMarker(section)) continue;
      yield {
        message: `Section \`${excerptOf(section)}\` is not in the source`,
        help: 'Remove the section, or add it to the source.',
        span: section.heading.span,
        confidence: score,
        related: [
          { label: 'where it would stand in the source', path: source.path, span: emptySpanAt(place) },
        ],
        data: { heading: section.heading.text, depth: section.depth },
      };
    }
  },
};
