import { cognateOf, hasFoldedLetter } from './cognate.ts';

/** What a word has that may stand in another language's text too; neither for most words of most scripts. */
export interface WordKeys {
  /** The word itself, where it is written in ASCII; in lower case unless it is a name. */
  readonly word: string | undefined;
  /** As `cognateOf` gives it. */
  readonly cognate: string | undefined;
  /** What a vocabulary has for both: words come again and again, and are looked up once for each vocabulary. */
  readonly found: { vocabulary: number; word: number; cognate: number };
}

/**
 * Calls `visit` with the keys of each word of a text that has any, repeated words included.
 *
 * A word is a run of letters and digits, with hyphens, underscores and full stops inside. It is looked for unit by
 * unit, since the texts of a site have millions of words.
 */
export function visitWords(text: string, visit: (keys: WordKeys) => void): void {
  let at = 0;
  while (at < text.length) {
    const start = at;
    let isAscii = true;
    let hasLetter = false;
    let hash = 0;
    for (;;) {
      const size = wordUnitsAt(text, at);
      if (size > 0) {
        const unit = text.charCodeAt(at);
        if (unit > 0x7f) isAscii = false;
        hasLetter ||= size === 2 || hasFoldedLetter(unit);
        hash = (Math.imul(hash, 31) + unit) | 0;
        at += size;
      } else if (at > start && isJoiner(text.charCodeAt(at)) && wordUnitsAt(text, at + 1) > 0) at++;
      else break;
    }
    if (at === start) at++;
    else if (hasLetter || (isAscii && at - start > 2)) {
      const keys = wordKeysOf(text, start, at, hash);
      if (keys !== undefined) visit(keys);
    }
  }
}

/** True for abbreviations and names such as `MPN` and `OAuth2`, which no language translates. */
export function isName(word: string): boolean {
  return word.length >= 2 && /[A-Z].*[A-Z0-9]|[a-z][A-Z]/.test(word);
}

function isJoiner(unit: number): boolean {
  return unit === 0x2d || unit === 0x5f || unit === 0x2e;
}

/** Whether a UTF-16 unit is a letter or digit: 0 is not known yet, 1 yes, 2 no. */
const wordUnits = new Uint8Array(0x1_0000);

/** How many units the letter or digit at an index has; 0 where there is none. */
function wordUnitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // Behind the end.
  if (Number.isNaN(unit)) return 0;
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const point = text.codePointAt(at) ?? 0;
    return point > 0xffff && isLetterOrDigit(point) ? 2 : 0;
  }
  if (wordUnits[unit] === 0) wordUnits[unit] = isLetterOrDigit(unit) ? 1 : 2;
  return wordUnits[unit] === 1 ? 1 : 0;
}

function isLetterOrDigit(point: number): boolean {
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(point));
}

/** A word read before. */
interface KnownWord {
  readonly spelling: string;
  readonly keys: WordKeys | undefined;
  /** The next one in the same slot. */
  readonly next: KnownWord | undefined;
}

/**
 * The words read before, by their hashes: a site repeats its words, and each locale those of its pages. A `Map` would
 * need every word as a string of its own first.
 */
const slots: (KnownWord | undefined)[] = Array.from({ length: 0x1_0000 });
let knownWords = 0;
/** Keeps the memory of a process that runs on within bounds. */
const mostKnown = 60_000;
/** Words that were chosen to have one hash shall cost no more than others. */
const mostInSlot = 30;

function wordKeysOf(text: string, from: number, to: number, hash: number): WordKeys | undefined {
  const slot = (hash ^ (hash >>> 16)) & 0xffff;
  let inSlot = 0;
  for (let known = slots[slot]; known !== undefined; known = known.next) {
    if (known.spelling.length === to - from && text.startsWith(known.spelling, from)) return known.keys;
    inSlot++;
  }
  if (knownWords >= mostKnown) {
    slots.fill(undefined);
    knownWords = 0;
  } else if (inSlot >= mostInSlot) slots[slot] = undefined;
  const spelling = text.slice(from, to);
  const keys = readWord(spelling);
  slots[slot] = { spelling, keys, next: slots[slot] };
  knownWords++;
  return keys;
}

function readWord(word: string): WordKeys | undefined {
  if (/^\p{N}+$/u.test(word)) return undefined;
  const name = isName(word);
  const isPlain = /^[A-Za-z0-9._-]+$/.test(word) && (word.length >= 3 || name);
  const plain = isPlain ? (name ? word : word.toLowerCase()) : undefined;
  const cognate = cognateOf(word);
  if (plain === undefined && cognate === undefined) return undefined;
  return { word: plain, cognate, found: { vocabulary: 0, word: -1, cognate: -1 } };
}
