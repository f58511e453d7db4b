import { displayCells } from './display-cells.ts';

/**
 * A text in lines of at most `columns` columns of a terminal, broken at spaces; a longer word has a line of its own.
 * @example wrapWords('Copy the code from the source.', 14) // => ['Copy the code', 'from the', 'source.']
 */
export function wrapWords(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of text.split(' ')) {
    const own = displayWidth(word);
    if (line !== '' && width + 1 + own > columns) {
      lines.push(line);
      line = '';
      width = 0;
    }
    width += own + (line === '' ? 0 : 1);
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** The columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  return displayCells(text).reduce((sum, { width }) => sum + width, 0);
}
