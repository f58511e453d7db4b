import type { Severity } from '../../../src/domain/report/report.ts';
import type { PairRule } from './rule.ts';
import { findTextLeftInSource, type LeftText, spanOfLeftText } from './texts/left-in-source.ts';

/** Finds whole sentences and blocks of a translation that are still the source's. */
export const untranslatedText: PairRule = {
  id: 'untranslated-text',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: "A sentence or a whole block of the translation is still in the source's language.",
    why: 'A reader who does not know that language misses what it says.',
    fix: 'Translate the text.',
  },
  *check(context) {
    for (const left of findTextLeftInSource(context)) {
      if (left.extent === 'part') continue;
      const { text, source } = left;
      yield {
        message: `${left.extent === 'block' ? 'Text' : 'Sentence'} \`${opening(text.text.slice(left.from, left.to))}\` is still the source's`,
        help: 'Translate it.',
        span: spanOfLeftText(left),
        severity: severityOf(left),
        confidence: left.wordCount < 6 ? 0.85 : 1,
        related: [{ label: 'the source', path: context.source.path, span: source.span }],
        data: { text: text.text.slice(left.from, left.to), words: left.wordCount, extent: left.extent },
      };
    }
  },
};

function opening(text: string): string {
  return text.length > 50 ? `${text.slice(0, 47).trimEnd()}…` : text;
}

function severityOf({ isSentence, isHabit, wordCount }: LeftText): Severity {
  if (isHabit && wordCount < 10) return isSentence ? 'warning' : 'note';
  return isSentence ? 'error' : 'warning';
}
