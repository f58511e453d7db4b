import { wordKeyOf } from '../../../../src/domain/document/words.ts';

/** Whether the word between two ends of a text may be one of the words that the filter was made of. */
export type WordFilter = (text: string, from: number, to: number) => boolean;

/** Some thousand words leave most of the numbers unused. */
const filterSize = 0x1_0000;

/**
 * A filter for the words of a page: it lets all of them pass, and few others.
 *
 * Most words of a translation are not in its source. A number made of a word's letters tells that sooner than the
 * word itself, which would have to be cut out, folded and looked up.
 */
export function createWordFilter(keys: ReadonlySet<string>): WordFilter {
  const numbers = new Uint8Array(filterSize);
  let holdsWide = false;
  for (const key of keys) {
    const number = numberOf(key, 0, key.length);
    if (number === undefined) holdsWide = true;
    else numbers[number] = 1;
  }
  return (text, from, to) => {
    const number = numberOf(text, from, to);
    if (number !== undefined) return numbers[number] === 1;
    return (holdsWide || holdsKelvinSign(text, from, to)) && keys.has(wordKeyOf(text.slice(from, to)));
  };
}

/** Whether a word has the one character beyond ASCII that its key has as an ASCII letter. */
function holdsKelvinSign(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 0x21_2a) return true;
  return false;
}

/** Equal for words that differ in the case of their letters only; `undefined` for a word that is not ASCII alone. */
function numberOf(text: string, from: number, to: number): number | undefined {
  let number = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) return undefined;
    const isCapital = unit >= 0x41 && unit <= 0x5a;
    number = (Math.imul(number, 31) + (isCapital ? unit + 0x20 : unit)) | 0;
  }
  return (number ^ (number >>> 16)) & (filterSize - 1);
}
