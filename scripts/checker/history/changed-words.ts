/**
 * How many words of two texts have no counterpart in the other: those that were put in, or those that were taken out,
 * whichever are more.
 *
 * Words that only moved do not count, nor do white space and signs. A link's target is one word; scripts without spaces
 * between words count by the character.
 * @example changedWords('Select **Customers**.', 'Select *Customers*, then\nAdd.') // => 2
 */
export function changedWords(before: string, after: string): number {
  if (before === after) return 0;
  const counts = new Map<string, number>();
  for (const word of wordsOf(before)) counts.set(word, (counts.get(word) ?? 0) - 1);
  for (const word of wordsOf(after)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let added = 0;
  let removed = 0;
  for (const count of counts.values()) {
    if (count > 0) added += count;
    else removed -= count;
  }
  return Math.max(added, removed);
}

const target = /https?:\/\/[^\s)>"']+|\]\([^)\s]*/g;
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(text: string): readonly string[] {
  return [...(text.match(target) ?? []), ...(text.replace(target, ' ').match(word) ?? [])];
}
