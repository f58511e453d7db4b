import type { Word } from '../../../../src/domain/document/words.ts';
import { englishSmallWords } from './small-words.ts';

/** What tells a heading that nobody translated from one of names and borrowed terms. */
interface HeadingEvidence {
  /** Words of the translation's own texts: what it borrows there, it may borrow in a heading. */
  readonly loans: ReadonlySet<string>;
  /** Words that the source writes in lower case anywhere. */
  readonly plain: ReadonlySet<string>;
  /** True where the two languages share no script. */
  readonly isApart: boolean;
}

/** A first look: whether a heading has two words that may be left over, as every one that is left has. */
export function hasPlainWords(words: readonly Word[], plain: ReadonlySet<string>): boolean {
  const own = words.filter(
    ({ key, isLower, markup }) => (isLower || plain.has(key)) && !markup.includes('link'),
  );
  return new Set(own.map(({ key }) => key)).size > 1;
}

/**
 * Whether a heading that equals its source's is left in the source's language.
 *
 * Headings are short, and good translations keep many: names, titles, terms of the trade. One is left over when it
 * has two words that the source uses as plain words and the translated page nowhere else. Where both languages are
 * written in one script they may also share words, so that an English small word has to be among them, or a third.
 */
export function isHeadingLeft(words: readonly Word[], { loans, plain, isApart }: HeadingEvidence): boolean {
  const own = words.filter(({ key, markup }) => !loans.has(key) && !markup.includes('link'));
  const smallWords = new Set(own.map(({ key }) => key).filter((key) => englishSmallWords.has(key)));
  const foreign = own.filter(({ key, text, isLower }, n) => {
    if (!/^\p{L}{2,}(?:[-'’]\p{L}+)*$/u.test(text) || unspaced.test(text)) return false;
    // A sentence begins with a capital, a title has one on most of its words.
    return isLower || ((n === 0 || smallWords.size > 0) && plain.has(key));
  });
  const count = new Set(foreign.map(({ key }) => key)).size;
  return count >= (isApart || smallWords.size > 0 ? 2 : 3);
}

/** Scripts without spaces between words, whose languages share many of them. */
const unspaced = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
