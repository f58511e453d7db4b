import { indexLines } from '../../../src/domain/document/line-index.ts';
import type { PairRule } from './rule.ts';
import { findTextLeftInSource, spanOfLeftText } from './texts/left-in-source.ts';

/** Finds words of the source inside a translated text. */
export const leakedSource: PairRule = {
  id: 'leaked-source',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary:
      'Words of the source stand inside a translated text, or the page carries every sentence in both languages.',
    why: 'A reader stumbles over words of a language they may not know.',
    fix: 'Translate the words, or remove what was left behind.',
  },
  *check(context) {
    const { translation } = context;
    const text = translation.document.text;
    const both = [...text.matchAll(/<span class=["']sxs-lookup["']>/g)];
    const [first] = both;
    if (first !== undefined) {
      yield {
        message: `${both.length === 1 ? 'A sentence stands' : `${both.length} sentences stand`} twice, in both languages`,
        help: 'Remove the `sxs-lookup` spans with the source text in them.',
        span: indexLines(text).spanOf(first.index, first.index + first[0].length),
        related: [
          { label: 'the source', path: context.source.path, span: context.source.document.root.span },
        ],
        data: { words: null, sentences: both.length },
      };
    }
    for (const left of findTextLeftInSource(context)) {
      if (left.extent !== 'part') continue;
      const words = left.text.text.slice(left.from, left.to);
      yield {
        message: `Words \`${words.length > 50 ? `${words.slice(0, 47).trimEnd()}…` : words}\` are still the source's`,
        help: 'Translate them.',
        span: spanOfLeftText(left),
        severity: left.isHabit ? 'note' : 'warning',
        confidence: left.wordCount < 7 ? 0.8 : 0.95,
        related: [{ label: 'the source', path: context.source.path, span: left.source.span }],
        data: { words, sentences: null },
      };
    }
  },
};
