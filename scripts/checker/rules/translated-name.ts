import { sliceOf } from '../../../src/domain/document/spans.ts';
import { type LostName, lostNames } from './names/match-names.ts';
import type { Draft, PairContext, PairRule } from './rule.ts';
import { isLeftInSource } from './texts/left-in-source.ts';

/** Finds an identifier, address, file name or code that was translated like a word. */
export const translatedName: PairRule = {
  id: 'translated-name',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary:
      'An identifier, an address, a file name or a code of the source is something else in the translation.',
    why: 'A reader types what stands there, and the product does not know it.',
    fix: 'Write the name as the source does; code markup keeps translators and machines from touching it.',
  },
  *check(context) {
    for (const lost of lostNames(context)) {
      if (isLeftInSource(context, lost.text.span)) continue;
      yield {
        ...said(lost, context),
        span: lost.text.span,
        related: [{ label: 'the source', path: context.source.path, span: lost.sourceSpan }],
        data: { name: lost.name, found: lost.how === 'within' ? null : lost.text.text },
      };
    }
  },
};

function said({ name, text, how }: LostName, { translation }: PairContext): Omit<Draft, 'span'> {
  if (how === 'within') {
    return {
      message: `The text lacks \`${name}\`, a name that no language changes`,
      help: `Write \`${name}\` as the source does.`,
      severity: 'note',
      confidence: 0.6,
    };
  }
  // Markup around the name stays.
  const isPlain = sliceOf(translation.document, text.span) === text.text;
  return {
    message: `Name is \`${text.text}\`, the source has \`${name}\``,
    help: `Write \`${name}\` as the source does.`,
    confidence: how === 'whole' ? 0.9 : 0.7,
    ...(isPlain && {
      fix: {
        title: `Write \`${name}\``,
        safety: how === 'whole' ? 'safe' : 'unsafe',
        edits: [{ span: text.span, text: name }],
      } as const,
    }),
  };
}
