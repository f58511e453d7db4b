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
