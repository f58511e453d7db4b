import { bindWords } from './bind-words.ts';

/**
 * The phrases of a short text, such as a title, between which a line may end; inside one it may end only where there is
 * a space. Put together again they are the text, save that a space is a no-break one where no line may end.
 *
 * Chinese writes no spaces, and a line of a text may end behind any character. In a title of two lines a torn word is
 * seen at once, so it is taken apart by words (those of `Intl.Segmenter`), particles stay with the word that they belong
 * to, and terms are left whole. In Russian a preposition or conjunction of one or two letters does not end a line.
 * @param terms names that are kept whole, in any order
 * @example phrasesOf('验证联系人的姓名', 'zh-CN', []) // => ['验证', '联系人的', '姓名']
 * @example phrasesOf('Add a customer', 'en-US', []) // => ['Add a customer']
 */
export function phrasesOf(text: string, locale: string, terms: readonly string[]): readonly string[] {
  const { language } = new Intl.Locale(locale);
  return language === 'zh' && han.test(text)
    ? chinesePhrases(text, locale, terms)
    : [bindWords(text, locale)];
}

const han = /\p{Script=Han}/u;

function chinesePhrases(text: string, locale: string, terms: readonly string[]): string[] {
  const known = terms.filter((term) => han.test(term)).toSorted((one, other) => other.length - one.length);
  const phrases: string[] = [];
  let isOpen = true;
  for (const word of wordsOf(text, locale, known)) {
    const last = phrases.at(-1);
    const before = last?.at(-1) ?? '';
    // Beside Latin letters, digits and marks, browsers know where a line may end.
    const isBeside = han.test(before) && han.test(word.charAt(0));
    const ends = (isBeside && !isOpen && !clingsToWordBefore(word)) || (before === '/' && han.test(word));
    if (last !== undefined && !ends) phrases[phrases.length - 1] = last + word;
    else phrases.push(word);
    isOpen = opensPhrase.has(word);
  }
  return phrases;
}

function wordsOf(text: string, locale: string, terms: readonly string[]): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const words: string[] = [];
  let from = 0;
  const flush = (to: number): void => {
    for (const { segment } of segmenter.segment(text.slice(from, to))) words.push(segment);
  };
  for (let at = 0; at < text.length; ) {
    const term = terms.find((candidate) => text.startsWith(candidate, at));
    if (term === undefined) {
      at += 1;
      continue;
    }
    flush(at);
    words.push(term);
    at += term.length;
    from = at;
  }
  flush(text.length);
  return words;
}

/** A character by itself is a particle, a measure word, or the end of a word that the dictionary lacks. */
function clingsToWordBefore(word: string): boolean {
  return word.length === 1 && !opensPhrase.has(word);
}

/** Prepositions, conjunctions, adverbs and determiners of one character, which belong to what follows. */
const opensPhrase: ReadonlySet<string> = new Set(
  '在和与與及或按依由向对對从從为為把被将將让讓给給比不未没沒已会會能可是要应應请請每各第该該此新其且并並',
);
