import { matchLinks } from './links/match-links.ts';
import type { PairRule } from './rule.ts';

/** Finds a link of the source that the translation lacks. */
export const missingLink: PairRule = {
  id: 'missing-link',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'A link of the source has no counterpart in the translation.',
    why: 'A reader cannot follow where the source leads.',
    fix: 'Add the link, with text in the language of the page.',
  },
  *check(context) {
    for (const { kind, source, texts, isRepeated = false } of matchLinks(context)) {
      const [text] = texts.translation;
      if (kind !== 'missing' || text === undefined) continue;
      yield {
        message: `Link \`${source.trait.text}\` to \`${source.trait.target}\` has no counterpart`,
        help: `Link the words for \`${source.trait.text}\` to the same page.`,
        span: { start: text.span.end, end: text.span.end },
        severity: isRepeated ? 'note' : 'warning',
        confidence: Math.min(1, 0.3 + texts.score * 0.6) * (isRepeated ? 0.7 : 1),
        related: [{ label: 'the source', path: context.source.path, span: source.trait.span }],
        data: { target: source.trait.target, text: source.trait.text },
      };
    }
  },
};
