import type { OwnText } from './own-text.ts';
import type { TextRun } from './page-document.ts';

/** A word of a block's own text. */
export interface Word {
  /** Lower case, NFC. */
  readonly key: string;
  /** As it stands there. */
  readonly text: string;
  /** UTF-16 units of the block's text. */
  readonly from: number;
  readonly to: number;
  /** True for a word that begins in lower case, and for any in a script without case. */
  readonly isLower: boolean;
  readonly markup: TextRun['markup'];
}

const wordPattern =
  /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+(?:['’.\-_][\p{L}\p{N}]+)*/gu;

/** Addresses, paths and mail addresses: no words of a language. Runs of ASCII, so that Chinese around them stays. */
const addressPattern = /^(?:.*:\/\/|.+@.+\.|.*[/\\].+[/\\]|www\.)/;

/**
 * The words of a text in order, without those in code, addresses and paths. A character of a script that sets no
 * spaces counts as a word.
 * @example wordsOf(text).map((word) => word.key) // "Select `Add` on the page." => ['select', 'on', 'the', 'page']
 */
export function wordsOf(text: OwnText): readonly Word[] {
  const known = wordsBefore.get(text) ?? readWords(text);
  wordsBefore.set(text, known);
  return known;
}

/** Rules ask for the words of a source's text once for each translation. */
const wordsBefore = new WeakMap<OwnText, readonly Word[]>();

function readWords({ text, traits }: OwnText): readonly Word[] {
  const readable = text.replace(/[!-~]+/g, (piece) =>
    addressPattern.test(piece) ? ' '.repeat(piece.length) : piece,
  );
  const words: Word[] = [];
  let at = 0;
  for (const match of readable.matchAll(wordPattern)) {
    const from = match.index;
    while ((traits.runs[at + 1]?.at ?? Number.POSITIVE_INFINITY) <= from) at++;
    const markup = traits.runs[at]?.markup ?? [];
    if (markup.includes('code')) continue;
    const word = match[0];
    words.push({
      key: word.normalize('NFC').toLowerCase(),
      text: word,
      from,
      to: from + word.length,
      isLower: /^(?:\p{Ll}|\p{Lo})/u.test(word),
      markup,
    });
  }
  return words;
}
