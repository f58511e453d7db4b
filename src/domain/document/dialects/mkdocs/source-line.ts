/** A line of a page, or what is left of it inside the containers around. */
export interface SourceLine {
  /** Without the line end; tabs at its start and behind markers are spaces up to the next multiple of four. */
  readonly text: string;
  /** Where the text begins in the page; tabs count as the spaces that stand for them, so that its end is right. */
  readonly from: number;
  /** Number of the line in the page, from 0. */
  readonly row: number;
  /** Where the units of the start stand, if there were tabs. */
  readonly start?: { readonly from: number; readonly offsets: readonly number[] };
  /** Set where the line stands for several that are no Markdown: fenced code, raw HTML. */
  readonly verbatim?: readonly SourceLine[];
}

/** Python-Markdown's tab length, which is also the indent of what an item or a callout holds. */
export const tabLength = 4;

/** A sign that no block begins with, for lines that are no Markdown. */
const verbatimSign = '\uFFFC';

/** The lines of a text, byte order mark left out; white space alone makes an empty line. */
export function sourceLinesOf(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  const pattern = /[^\r\n]*(?:\r\n|\n|\r|$)/g;
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  pattern.lastIndex = mark;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    lines.push(lineOf(match[0].replace(/[\r\n]+$/, ''), match.index, lines.length));
    if (match.index + match[0].length >= text.length) break;
  }
  return lines;
}

function lineOf(source: string, start: number, row: number): SourceLine {
  if (/^[ \t]*$/.test(source)) return { text: '', from: start, row };
  const head = /^[ \t]*(?:(?:[-+*>:]|\d{1,9}[.)])[ \t]+)*/.exec(source)?.[0] ?? '';
  if (!head.includes('\t')) return { text: source, from: start, row };
  let expanded = '';
  const offsets: number[] = [];
  for (let at = 0; at < head.length; at += 1) {
    const sign = head[at] ?? '';
    const width = sign === '\t' ? tabLength - (expanded.length % tabLength) : 1;
    expanded += sign === '\t' ? ' '.repeat(width) : sign;
    for (let column = 0; column < width; column += 1) offsets.push(start + at);
  }
  const from = start + head.length - expanded.length;
  return { text: expanded + source.slice(head.length), from, row, start: { from, offsets } };
}

/** Where in the page a unit of a line stands. */
export function offsetIn({ from, start }: SourceLine, index: number): number {
  return start?.offsets[from + index - start.from] ?? from + index;
}

/** The line without its first units. */
export function withoutStart(line: SourceLine, length: number): SourceLine {
  return length === 0 ? line : { ...line, text: line.text.slice(length), from: line.from + length };
}

/** Whether a line starts with at least so many spaces. */
export function isIndented({ text }: SourceLine, width = tabLength): boolean {
  for (let at = 0; at < width; at += 1) if (text[at] !== ' ') return false;
  return true;
}

/** How many spaces a line starts with. */
export function indentOf({ text }: SourceLine): number {
  let at = 0;
  while (text[at] === ' ') at += 1;
  return at;
}

/** One line that stands for several which are no Markdown, at the indent of the first. */
export function verbatimLine(lines: readonly SourceLine[]): SourceLine {
  const [first] = lines;
  if (first === undefined) return { text: '', from: 0, row: 0 };
  return { ...first, text: ' '.repeat(indentOf(first)) + verbatimSign, verbatim: lines };
}
