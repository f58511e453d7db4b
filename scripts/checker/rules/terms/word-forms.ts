import { foldName } from '../../../../src/domain/locale/fold-name.ts';
import { languageOf } from '../../../../src/domain/locale/scripts.ts';

/** A word of a text, or a character of a script that sets no spaces. */
export interface TermWord {
  /** Lower case, NFC. */
  readonly key: string;
  /** UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** Hyphens and apostrophes part words, so that a term is found in compounds and behind articles. */
const wordPattern =
  /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]|(?:(?![\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}\p{N}])+/gu;

/** The words of a text or term, in order. */
export function termWords(text: string): TermWord[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    key: word.normalize('NFC').toLowerCase(),
    from: index,
    to: index + word.length,
  }));
}

/** True for a character of a script that sets no spaces. */
export function isUnspacedWord(key: string): boolean {
  return /^[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u.test(key);
}

/**
 * True when a word is a term's word, or that with the ending of a case, a number or an article. A longer word that
 * begins like it is another. Both in lower case.
 *
 * English has few endings, so a few are all that is taken there; other languages may change the last vowel.
 * @example isFormOf('посредника', 'посредник', 'ru') // => true
 * @example isFormOf('kundvagn', 'kund', 'sv') // => false
 */
export function isFormOf(word: string, base: string, locale: string): boolean {
  if (word === base) return true;
  if (base.length < 2 || /\p{N}/u.test(base) || isUnspacedWord(base)) return false;
  if (languageOf(locale) === 'en') {
    return word === `${base}s` || word === `${base}es` || word === base.replace(/y$/, 'ies');
  }
  const stem = base.length >= 5 ? base.replace(lastVowel, '') : base;
  return [word, word.replace(joinedPrefix, '')].some(
    (form) => form.startsWith(stem) && form.length - stem.length <= longestEnding(stem),
  );
}

const lastVowel = /[aeiouyåäöаеёиоуыэюяйьъіїє]$/u;

/** "And", "in", "for" and the article, which Arabic and Hebrew write in one with the word behind them. */
const joinedPrefix = /^(?:[وف]?(?:[بك]?ال|لل|[بكل])|[ובהכלמש]{1,2}(?=\p{sc=Hebr}{3}))/u;

function longestEnding(stem: string): number {
  if (/^\p{sc=Hang}/u.test(stem)) return 4;
  if (stem.length >= 6) return 4;
  return Math.max(0, stem.length - 2);
}

/**
 * True when a word may be a term's word in any form, or holds it: the more of a term is taken for there, the fewer
 * alarms are false.
 * @example mayBeFormOf('Kundenverträge', 'Vertrag') // => true
 */
export function mayBeFormOf(word: string, base: string): boolean {
  const [one, other] = [foldName(word), foldName(base)];
  if (one.startsWith(other)) return true;
  let shared = 0;
  while (shared < other.length && one[shared] === other[shared]) shared++;
  if (shared >= 3 && shared >= other.length * 0.6) return true;
  const stem = other.length >= 6 ? other.slice(0, -1) : other;
  return stem.length >= 3 && one.includes(stem);
}
