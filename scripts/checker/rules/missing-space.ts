import type { PageDocument } from '../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../src/domain/document/spans.ts';
import {
  findGluedMarks,
  findGluedMarkup,
  type GluedWords,
  joiningOf,
  type WordCounts,
} from './characters/glued-words.ts';
import { type Prose, proseOf, spanOfProse } from './characters/prose.ts';
import type { Draft, PageRule } from './rule.ts';

/** Finds two words that run into each other where a link, bold, code, a sentence or brackets begin or end. */
export const missingSpace: PageRule = {
  id: 'missing-space',
  on: 'page',
  severity: 'warning',
  docs: {
    summary: 'Two words run into each other where a link, bold, code, a sentence or brackets begin or end.',
    why: 'A reader stumbles, and cannot tell where the link or the name of the button ends.',
    fix: 'Put a space between the two words.',
  },
  *check({ page: { document, locale } }) {
    const joining = joiningOf(locale);
    if (joining === undefined) return;
    let words: WordCounts | undefined;
    const countWords = (): WordCounts => (words ??= wordsOfPage(document));
    for (const prose of proseOf(document)) {
      for (const glued of findGluedMarkup(prose, joining, countWords)) yield say(prose, glued);
      if (!mayBeGlued.test(prose.text)) continue;
      for (const glued of findGluedMarks(prose, joining)) yield say(prose, glued);
    }
  },
};

/** A quick look. */
const mayBeGlued = /[.!?,)]\p{L}|\p{L}\(/u;

function say(prose: Prose, glued: GluedWords): Draft {
  const { at, before, after, kind, side, isCertain } = glued;
  const place = emptySpanAt(pointOf(prose, at, side));
  return {
    message: saysOf(glued),
    help: `Put a space before \`${after}\`.`,
    span: place,
    ...(kind !== 'link' && kind !== 'stop' && { severity: 'note' }),
    confidence: isCertain ? 0.9 : 0.8,
    data: { before, after, kind },
    fix: {
      title: 'Put a space between the words',
      safety: isCertain ? 'safe' : 'unsafe',
      edits: [{ span: place, text: ' ' }],
    },
  };
}

function saysOf({ before, after, kind, side }: GluedWords): string {
  const what = { link: 'the link', markup: 'the emphasis', code: 'the code', stop: '', bracket: '' }[kind];
  if (what === '') return `No space stands between \`${before}\` and \`${after}\``;
  return side === 'before'
    ? `No space stands between ${what} that ends in \`${before}\` and \`${after}\``
    : `No space stands between \`${before}\` and ${what} that begins with \`${after}\``;
}

/** Outside of the markup: behind its end, or before its beginning. */
function pointOf(prose: Prose, at: number, side: GluedWords['side']): Draft['span']['start'] {
  return side === 'before' ? spanOfProse(prose, at, at + 1).start : spanOfProse(prose, at - 1, at).end;
}

/** Words in one piece: parts of words, and words that markup has glued together, tell nothing. */
function wordsOfPage(document: PageDocument): WordCounts {
  const counts = new Map<string, number>();
  for (const { text, own } of proseOf(document)) {
    const { runs } = own.traits;
    let next = 0;
    for (const { 0: word, index } of text.toLowerCase().matchAll(wholeWord)) {
      while ((runs[next]?.at ?? Number.POSITIVE_INFINITY) <= index) next++;
      const isWhole = (runs[next]?.at ?? Number.POSITIVE_INFINITY) >= index + word.length;
      if (isWhole) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

const wholeWord = /(?<![\p{L}\p{M}\p{N}\ufffc])\p{L}[\p{L}\p{M}]*(?![\p{L}\p{N}\ufffc])/gu;
