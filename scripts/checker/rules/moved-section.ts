import type { Section } from '../../../src/domain/document/page-document.ts';
import type { Alignment } from '../align/alignment.ts';
import type { PairRule } from './rule.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a section that stands elsewhere than in the source. */
export const movedSection: PairRule = {
  id: 'moved-section',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'A section stands in another place than in the source.',
    why: 'What a section relies on may come only after it, and readers who compare languages lose their place.',
    fix: 'Move the section to where the source has it.',
  },
  *check({ alignment, source }) {
    for (const { source: sections, translation, verdict, score } of alignment.sections) {
      const [one] = sections;
      const [other] = translation;
      if (verdict !== 'moved' || one?.heading === undefined || other?.heading === undefined) continue;
      if (hasSameNeighbour(alignment, one, other)) continue;
      const before = source.document.sections[one.index - 1];
      const place =
        before === undefined ? 'first in the source' : `after \`${excerptOf(before)}\` in the source`;
      yield {
        message: `Section \`${excerptOf(other)}\` is out of place: it stands ${place}`,
        help: 'Move the section to where the source has it.',
        span: other.heading.span,
        confidence: score,
        related: [{ label: 'the source', path: source.path, span: one.heading.span }],
        data: { heading: other.heading.text, sourceHeading: one.heading.text },
      };
    }
  },
};

/** Behind the same section as in the source it has not moved; it is another section's part because a level changed. */
function hasSameNeighbour({ source, translation, pairOf }: Alignment, one: Section, other: Section): boolean {
  const before = source.sections[one.index - 1];
  const otherBefore = translation.sections[other.index - 1];
  if (before === undefined || otherBefore === undefined) return before === otherBefore;
  return pairOf(before).translation.includes(otherBefore);
}
