/**
 * A text that stays in its place in a line of another writing direction: where it has letters that are written from
 * right to left, marks around it keep them from reordering what stands beside it (Unicode UAX #9, FSI and PDI).
 *
 * The text must be escaped before: marks of its own could end the isolate.
 */
export function isolate(text: string): string {
  return fromRight.test(text) ? `\u2068${text}\u2069` : text;
}

/** Words whose values stand in backticks, each value kept in its place. */
export function isolateValues(words: string): string {
  return words.replace(/`([^`]+)`/g, (_, value: string) => `\`${isolate(value)}\``);
}

/** Hebrew, Arabic, Syriac, Thaana, N'Ko and their like, and the scripts of the supplementary plane. */
const fromRight = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
