/**
 * About how many sentences a text has, by their ends: the two texts of a pair are counted alike, so that abbreviations
 * and versions do no harm. Three dots are no end: they stand for what is left out, and in names of menu items.
 *
 * @example countSentences('Select Customers. Wait e.g. a minute!') // => 3
 */
export function countSentences(text: string): number {
  return text.match(sentenceEnds)?.length ?? 0;
}

const sentenceEnds = /(?:(?<!\.)\.|[!?؟۔])(?=["'”’»)\]]?(?:\s|$))|[。！？．｡।]/gu;
