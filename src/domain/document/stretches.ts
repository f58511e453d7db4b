/** A part of a text from one blank line to the next: a paragraph, a table, a tight list, a block of HTML. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a text between its blank lines, in order; together with the blank lines they are all of it. */
export function* stretchesOf(text: string): Generator<Stretch> {
  let start = 0;
  for (const { index, 0: blank } of text.matchAll(/(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])/g)) {
    yield { start, end: index };
    start = index + blank.length;
  }
  yield { start, end: text.length };
}
