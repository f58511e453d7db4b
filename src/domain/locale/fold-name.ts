/**
 * A name with case, diacritics, white space, hyphens and every other sign taken out, so that spellings that a reader
 * takes for the same word are equal.
 *
 * Marks that make another letter in their script (Indic and Thai vowels, Japanese voicing) stay.
 *
 * @example foldName('Côte d’Ivoire') // => 'cotedivoire'
 */
export function foldName(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(ignorableMarks, '')
    .replace(/[ßøłđıæœðþəىةأ]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

const isAscii = /^\p{ASCII}*$/u;

/** Diacritics of Latin, Greek and Cyrillic, vowel points of Arabic and Hebrew. */
const ignorableMarks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/gu;

/** Letters that Unicode does not take apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ə: 'a',
  ى: 'ي',
  ة: 'ه',
  أ: 'ا',
};

/**
 * How many letters must be changed, put in, taken out or swapped with their neighbour to make one word of another.
 *
 * @example editDistance('kirgizistan', 'kirgisiztan') // => 2
 */
export function editDistance(one: string, other: string): number {
  const from = [...one];
  const to = [...other];
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, wanted] of to.entries()) {
      const change = (last[column] ?? 0) + (letter === wanted ? 0 : 1);
      const insertion = (current[column] ?? 0) + 1;
      const removal = (last[column + 1] ?? 0) + 1;
      const isSwap = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === wanted;
      const swap = isSwap ? (beforeLast[column - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(change, insertion, removal, swap));
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
