import type { Piece } from './read-pieces.ts';

/**
 * How alike two pieces are, 0 to 1, by the words they share (Dice's coefficient); of pieces without words, by their
 * keys.
 */
export function similarityOf(one: Piece, other: Piece): number {
  if (one.key === other.key) return 1;
  const left = wordsIn(one);
  const right = wordsIn(other);
  if (left.length + right.length === 0) return 0;
  // At most the shorter one is shared.
  if ((2 * Math.min(left.length, right.length)) / (left.length + right.length) < 0.3) return 0;
  const rest = new Map<string, number>();
  for (const word of left) rest.set(word, (rest.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = rest.get(word) ?? 0;
    if (count === 0) continue;
    rest.set(word, count - 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

/** The words of a piece in lower case, of scripts without spaces the characters; what it shows where it has none. */
export function wordsIn(piece: Piece): readonly string[] {
  const known = wordsBefore.get(piece) ?? readWords(piece);
  wordsBefore.set(piece, known);
  return known;
}

const wordsBefore = new WeakMap<Piece, readonly string[]>();

function readWords({ text, key }: Piece): readonly string[] {
  return Array.from((text === '' ? key : text).toLowerCase().matchAll(wordPattern), ([word]) => word);
}

const wordPattern = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+/gu;
