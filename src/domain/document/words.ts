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

/** Addresses, paths and mail addresses: no words of a language. Runs of ASCII, so that Chinese around them stays. */
const addressPattern = /^(?:.*:\/\/|.+@.+\.|.*[/\\].+[/\\]|www\.)/;

/** Without one of these a text holds no address. */
const addressSign = /[/\\@]|www\./;

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

function readWords(text: OwnText): readonly Word[] {
  const words: Word[] = [];
  const { runs } = text.traits;
  let run = 0;
  visitWordsOf(text, (from, to) => {
    while ((runs[run + 1]?.at ?? Number.POSITIVE_INFINITY) <= from) run++;
    const word = text.text.slice(from, to);
    const isLower = /^(?:\p{Ll}|\p{Lo})/u.test(word);
    words.push({ key: wordKeyOf(word), text: word, from, to, isLower, markup: runs[run]?.markup ?? [] });
  });
  return words;
}

/** What a word is looked up by: lower case, NFC. */
export function wordKeyOf(word: string): string {
  return word.normalize('NFC').toLowerCase();
}

/**
 * Calls `visit` with both ends of each word that `wordsOf` gives, in UTF-16 units of the text: a look at every word of
 * a site that makes nothing of most of them.
 */
export function visitWordsOf({ text, traits }: OwnText, visit: (from: number, to: number) => void): void {
  const readable = addressSign.test(text)
    ? text.replace(/[!-~]+/g, (piece) => (addressPattern.test(piece) ? ' '.repeat(piece.length) : piece))
    : text;
  const { runs } = traits;
  let run = 0;
  for (let at = 0; at < readable.length; ) {
    const from = at;
    const kind = kindAt(readable, at);
    if (kind === 0) {
      at++;
      continue;
    }
    at = (kind & unspaced) !== 0 ? at + unitsOf(kind) : endOfWord(readable, at);
    while ((runs[run + 1]?.at ?? Number.POSITIVE_INFINITY) <= from) run++;
    if (runs[run]?.markup.includes('code') !== true) visit(from, at);
  }
}

/** A word goes on behind an apostrophe, hyphen, underscore or full stop, where a letter or digit follows. */
function endOfWord(text: string, start: number): number {
  let at = skip(text, start, letterOrDigit | mark);
  while (isJoiner(text.charCodeAt(at)) && (kindAt(text, at + 1) & letterOrDigit) !== 0) {
    at = skip(text, at + 1, letterOrDigit);
  }
  return at;
}

function skip(text: string, start: number, wanted: number): number {
  let at = start;
  for (;;) {
    const kind = kindAt(text, at);
    if ((kind & wanted) === 0) return at;
    at += unitsOf(kind);
  }
}

/** `NaN`, behind the end, is none. */
function isJoiner(unit: number): boolean {
  return unit === 0x2d || unit === 0x2e || unit === 0x27 || unit === 0x5f || unit === 0x20_19;
}

/** Kinds of characters, one bit each; 0 for what belongs to no word. */
const letterOrDigit = 1;
const mark = 2;
/** Of a script that sets no spaces between words. */
const unspaced = 4;
const isKnown = 8;
/** Of two UTF-16 units. */
const isPair = 16;

/** The kind of each UTF-16 unit that was asked for, with `isKnown`. */
const kinds = new Uint8Array(0x1_0000);

/** The kind of the character at an index; 0 behind the end. */
function kindAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  const known = kinds[unit] ?? 0;
  return known !== 0 ? known & ~isKnown : readKind(text, at, unit);
}

/** Halves of characters are never known: each pair of them is read anew. */
function readKind(text: string, at: number, unit: number): number {
  if (unit >= 0xd8_00 && unit <= 0xdb_ff) {
    const ofPair = kindOf(text.codePointAt(at) ?? 0);
    return ofPair === 0 ? 0 : ofPair | isPair;
  }
  const kind = kindOf(unit);
  kinds[unit] = kind | isKnown;
  return kind;
}

function kindOf(point: number): number {
  const character = String.fromCodePoint(point);
  return (
    (/[\p{L}\p{N}]/u.test(character) ? letterOrDigit : 0) |
    (/\p{M}/u.test(character) ? mark : 0) |
    (/[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(character) ? unspaced : 0)
  );
}

/** How many units a character of a kind has. */
function unitsOf(kind: number): number {
  return (kind & isPair) !== 0 ? 2 : 1;
}
