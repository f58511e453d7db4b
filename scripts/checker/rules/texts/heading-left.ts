import type { Word } from '../../../../src/domain/document/words.ts';
import { englishSmallWords } from './small-words.ts';

/** What tells a heading that nobody translated from one of names and borrowed terms. */
interface HeadingEvidence {
  /** Words of the translation's own texts: what it borrows there, it may borrow in a heading. */
  readonly loans: ReadonlySet<string>;
  /** Words that the source writes in lower case anywhere. */
  readonly plain: ReadonlySet<string>;
  /** Words that the source writes with a capital inside its sentences, as it does names. */
  readonly named: () => ReadonlySet<string>;
  /** True where the two languages share no script. */
  readonly isApart: boolean;
}

/** A first look: whether a heading has two words that may be left over, as every one that is left has. */
export function hasPlainWords(words: readonly Word[], plain: ReadonlySet<string>): boolean {
  const own = words.filter(
    ({ key, isLower, markup }) =>
      (isLower || plain.has(key) || englishSmallWords.has(key)) && !markup.includes('link'),
  );
  return new Set(own.map(({ key }) => key)).size > 1;
}

/**
 * Whether a heading that equals its source's is left in the source's language.
 *
 * Headings are short, and good translations keep many: names, titles, terms of the trade. One is left over when it
 * has two words that the source uses as plain words and the translated page nowhere else, a third where both languages
 * are written in one script and may share words. Of English small words that the page has
 * nowhere else two are enough, or one beside a plain word that the page may know.
 */
export function isHeadingLeft(words: readonly Word[], evidence: HeadingEvidence): boolean {
  const { loans, plain, isApart } = evidence;
  const own = words.filter(({ markup }) => !markup.includes('link'));
  const strange = own.filter(({ key }) => !loans.has(key));
  const smallWords = new Set(strange.map(({ key }) => key).filter((key) => englishSmallWords.has(key)));
  // A word that the source writes in lower case nowhere makes a name of those beside it.
  const holdsName = strange.some(
    ({ key, isLower }) => !isLower && !plain.has(key) && !englishSmallWords.has(key),
  );
  const isPlain = ({ key, text, isLower }: Word, n: number): boolean => {
    if (!/^\p{L}{2,}(?:[-'’]\p{L}+)*$/u.test(text) || unspaced.test(text)) return false;
    // A sentence begins with a capital, a title has one on most of its words.
    return (
      isLower ||
      (plain.has(key) && (n === 0 || smallWords.size > 0 || !(holdsName || evidence.named().has(key))))
    );
  };
  if (smallWords.size > 1) return true;
  if (smallWords.size > 0 && own.some((word, n) => !englishSmallWords.has(word.key) && isPlain(word, n)))
    return true;
  const count = new Set(strange.filter(isPlain).map(({ key }) => key)).size;
  return count >= (isApart || smallWords.size > 0 ? 2 : 3);
}

/** Scripts without spaces between words, whose languages share many of them. */
const unspaced = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
