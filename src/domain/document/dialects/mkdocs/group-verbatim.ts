import { indentOf, isIndented, type SourceLine, verbatimLine } from './source-line.ts';

/**
 * The lines with fenced code and raw HTML as one line each: their text is no Markdown.
 *
 * Fences are those of SuperFences, which may be indented (its documentation); the closing one repeats the opening one.
 * An element of HTML is raw up to its closing tag unless it says `markdown` (Python-Markdown's md_in_html).
 */
export function groupVerbatim(lines: readonly SourceLine[]): SourceLine[] {
  const grouped: SourceLine[] = [];
  const ends = new VerbatimEnds(lines);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    const last = line.verbatim === undefined ? ends.lastLineOf(line, at) : undefined;
    grouped.push(last === undefined ? line : verbatimLine(lines.slice(at, last + 1)));
    at = last ?? at;
  }
  return grouped;
}

/** Elements that Python-Markdown takes for blocks, without those that hold one line (its `block_level_elements`). */
const blockElements = new Set(
  'address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup iframe main map menu nav noscript object ol output p pre script section style table tbody tfoot thead tr ul video'.split(
    ' ',
  ),
);

const openingFence = /^ *(`{3,}(?=[^`]*$)|~{3,})/;
const openingTag = /^ *<([a-zA-Z][\w-]*)((?:\s[^>]*)?)>/;

/** Finds the last line of what is verbatim; what has no end is remembered, so that no search is made twice. */
class VerbatimEnds {
  readonly #lines: readonly SourceLine[];
  /** Up to which line there is no end for what opens so. */
  readonly #without = new Map<string, number>();

  constructor(lines: readonly SourceLine[]) {
    this.#lines = lines;
  }

  lastLineOf(line: SourceLine, at: number): number | undefined {
    const { text } = line;
    const fence = openingFence.exec(text)?.[1];
    if (fence !== undefined) return this.#endOfFence(fence, indentOf(line), at);
    if (!/^ *</.test(text)) return undefined;
    if (/^ *<!--/.test(text)) return this.#endOf('-->', at, (other) => other.includes('-->'));
    const [, name = '', attributes = ''] = openingTag.exec(text) ?? [];
    if (!blockElements.has(name.toLowerCase()) || /\smarkdown(?=[\s=]|$)/.test(attributes)) return undefined;
    return this.#endOfElement(name.toLowerCase(), at);
  }

  #endOfFence(fence: string, indent: number, at: number): number | undefined {
    return this.#endOf(`${indent} ${fence}`, at, (text, line) => {
      if (line.row === this.#lines[at]?.row || text === '') return false;
      if (!isIndented(line, indent)) return undefined;
      return text.trimEnd() === ' '.repeat(indent) + fence;
    });
  }

  #endOfElement(name: string, at: number): number | undefined {
    let depth = 0;
    const tags = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gi');
    return this.#endOf(`<${name}>`, at, (text) => {
      for (const [, closing] of text.matchAll(tags)) depth += closing === '/' ? -1 : 1;
      return depth <= 0;
    });
  }

  /** The first line from `at` on that ends it; `undefined` from `isEnd` says that none can follow. */
  #endOf(
    key: string,
    at: number,
    isEnd: (text: string, line: SourceLine) => boolean | undefined,
  ): number | undefined {
    if ((this.#without.get(key) ?? -1) > at) return undefined;
    for (let next = at; next < this.#lines.length; next += 1) {
      const line = this.#lines[next];
      const ends = line && isEnd(line.text, line);
      if (ends === true) return next;
      if (ends === undefined) {
        this.#without.set(key, next);
        return undefined;
      }
    }
    this.#without.set(key, this.#lines.length);
    return undefined;
  }
}
