import { writeLabel } from './labels/label-fixes.ts';
import { matchLabels } from './labels/match-labels.ts';
import type { PairRule } from './rule.ts';

/** Finds a bold label in a translation that the product does not show in that language. */
export const unknownLabel: PairRule = {
  id: 'unknown-label',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: "A bold UI label differs from the label that the product's resources give in this locale.",
    why: 'A reader looks for words that are nowhere on the screen.',
    fix: "Write the label exactly as the locale's resource file has it, or correct the resource file.",
  },
  *check(context) {
    for (const match of matchLabels(context)) {
      if (match.kind !== 'unknown' && match.kind !== 'spelled') continue;
      const fix = writeLabel(
        context.translation.document,
        match,
        match.kind === 'spelled' ? 'safe' : 'unsafe',
      );
      yield {
        message: `Label is \`${match.found}\`, the product says \`${match.expected}\``,
        help: `Write \`${match.expected}\` as the product does.`,
        span: match.span,
        severity: match.kind === 'spelled' ? 'warning' : 'error',
        confidence: match.confidence,
        related: [{ label: 'the source', path: context.source.path, span: match.sourceSpan }],
        data: { id: match.id, found: match.found, expected: match.expected },
        ...(fix && { fix }),
      };
    }
  },
};
