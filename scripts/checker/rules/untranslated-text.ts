import type { Severity } from '../../../src/domain/report/report.ts';
import type { CheckedPage, Draft, FamilyRule, PairContext } from './rule.ts';
import { excerpt } from './structure/excerpt.ts';
import { englishTexts } from './texts/english-texts.ts';
import { groupLeftText } from './texts/left-groups.ts';
import { type LeftText, spanOfLeftText } from './texts/left-in-source.ts';

/** Finds whole sentences, blocks and runs of blocks of a translation that are still the source's. */
export const untranslatedText: FamilyRule = {
  id: 'untranslated-text',
  on: 'family',
  severity: 'error',
  docs: {
    summary:
      "A sentence, a block, a heading, a field of the front matter or a whole part of the page is still in the source's language; where there is no source, an English sentence on a page of another language.",
    why: 'A reader who does not know that language misses what it says.',
    fix: 'Translate the text.',
  },
  *check({ pages, pairs }) {
    for (const pair of pairs) {
      for (const run of groupLeftText(pair).untranslated) {
        const [first] = run;
        if (first !== undefined)
          yield run.length === 1 ? leftAlone(first, pair) : leftInARow(run, first, pair);
      }
    }
    for (const page of pages) {
      const isAlone = pairs.every(({ translation }) => translation !== page);
      if (isAlone && !page.isSource && page.state !== 'unreadable') yield* englishOn(page);
    }
  },
};

function leftAlone(left: LeftText, { source, translation }: PairContext): Draft {
  const text = wordsOfLeft(left);
  return {
    message: `${left.extent === 'block' ? 'Text' : 'Sentence'} \`${excerpt(text)}\` is still the source's`,
    help: 'Translate it.',
    span: spanOfLeftText(left),
    path: translation.path,
    severity: severityOf(left),
    confidence: left.wordCount < 6 ? 0.85 : 1,
    related: [{ label: 'the source', path: source.path, span: left.source.span }],
    data: { text, words: left.wordCount, extent: left.extent },
  };
}

function leftInARow(run: readonly LeftText[], first: LeftText, { source, translation }: PairContext): Draft {
  const text = wordsOfLeft(first);
  return {
    message: `${run.length} texts in a row, from \`${excerpt(text)}\` on, are still the source's`,
    help: 'Translate them.',
    span: {
      start: spanOfLeftText(first).start,
      end: spanOfLeftText(run.at(-1) ?? first).end,
    },
    path: translation.path,
    ...(run.every(({ isHabit, isSentence }) => isHabit && !isSentence) && { severity: 'note' }),
    related: [{ label: 'the source', path: source.path, span: first.source.span }],
    data: {
      text,
      words: run.reduce((sum, { wordCount }) => sum + wordCount, 0),
      extent: 'run',
      texts: run.length,
    },
  };
}

/** More of them on a page are told at once. */
const mostAlone = 3;

function* englishOn({ document, locale, path }: CheckedPage): Generator<Draft> {
  const found = englishTexts(document, locale);
  const [first] = found;
  if (first === undefined) return;
  const texts = new Set(found.map(({ text }) => text));
  if (texts.size > mostAlone) {
    yield {
      message: `${texts.size} texts, from \`${excerpt(wordsOfLeft(first))}\` on, are in English, the page is in \`${locale}\``,
      help: 'Translate them.',
      span: spanOfLeftText(first),
      path,
      data: {
        text: wordsOfLeft(first),
        words: found.reduce((sum, { wordCount }) => sum + wordCount, 0),
        extent: 'run',
        texts: texts.size,
      },
    };
    return;
  }
  for (const one of found) {
    const text = wordsOfLeft(one);
    yield {
      message: `${one.isWhole ? 'Text' : 'Sentence'} \`${excerpt(text)}\` is in English, the page is in \`${locale}\``,
      help: 'Translate it.',
      span: spanOfLeftText(one),
      path,
      severity: one.isWhole ? 'error' : 'warning',
      confidence: 0.95,
      data: { text, words: one.wordCount, extent: one.isWhole ? 'block' : 'sentence' },
    };
  }
}

function wordsOfLeft({ text, from, to }: Pick<LeftText, 'text' | 'from' | 'to'>): string {
  return text.text.slice(from, to);
}

function severityOf({ isSentence, isHabit, wordCount }: LeftText): Severity {
  if (isHabit && wordCount < 10) return isSentence ? 'warning' : 'note';
  return isSentence ? 'error' : 'warning';
}
