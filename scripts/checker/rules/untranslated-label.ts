import { writeLabel } from './labels/label-fixes.ts';
import { matchLabels } from './labels/match-labels.ts';
import type { PairRule } from './rule.ts';
import { isLeftInSource } from './texts/left-in-source.ts';

/** Finds a UI label that a translation leaves in the source's language. */
export const untranslatedLabel: PairRule = {
  id: 'untranslated-label',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: "A UI label stands in the source's language although the product has it in this locale.",
    why: 'A reader who uses the product in their own language does not find the label.',
    fix: "Write the label as the locale's resource file has it.",
  },
  *check(context) {
    for (const match of matchLabels(context)) {
      if (match.kind !== 'untranslated' || isLeftInSource(context, match.span)) continue;
      const fix = writeLabel(context.translation.document, match, 'safe');
      yield {
        message: `Label \`${match.found}\` is the source's, the product says \`${match.expected}\``,
        help: `Write \`${match.expected}\` as the product does.`,
        span: match.span,
        confidence: match.confidence,
        related: [{ label: 'the source', path: context.source.path, span: match.sourceSpan }],
        data: { id: match.id, found: match.found, expected: match.expected },
        ...(fix && { fix }),
      };
    }
  },
};
