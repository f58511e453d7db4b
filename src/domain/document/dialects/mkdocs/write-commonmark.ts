import { protectedLine } from './protected-line.ts';
import type { PageStructure } from './read-structure.ts';
import { indentOf, offsetIn, type SourceLine, withoutStart } from './source-line.ts';
import type { Container, Structure } from './structure.ts';

/** A line of the text that was written, and where it comes from. */
export interface WrittenLine {
  /** How many units stand before what the page itself has. */
  readonly prefix: number;
  /** Where in the page what follows the prefix stands, and how long it is. */
  readonly from: number;
  readonly length: number;
  /** The first place that belongs to the line: spaces that stand for tabs reach before it. */
  readonly least: number;
  /** Columns in the prefix at which a block begins, and where that is in the page. */
  readonly marks: readonly { readonly column: number; readonly from: number }[];
}

/** A page in CommonMark. */
export interface WrittenPage {
  readonly text: string;
  readonly lines: readonly WrittenLine[];
  /** The containers that are written as quotes, by the offset of their first marker in the text. */
  readonly quotes: ReadonlyMap<number, Container>;
}

/**
 * The blocks of a page as CommonMark that a CommonMark parser nests the same way: callouts, tabs and definitions as
 * quotes, each block apart by a blank line, markers that Python-Markdown does not read escaped.
 */
export function writeCommonMark({ root, references }: PageStructure, body: string): WrittenPage {
  const writer = new CommonMarkWriter(body);
  writer.writeAll(root.children);
  for (const line of references) writer.writeBlock([line]);
  return writer.finish();
}

/** Stands for a pipe in code inside a table; no page has it, as Unicode says that it is no character. */
export const hiddenPipe = '\uFDD0';

/** What a container puts before each of its lines. */
interface Part {
  readonly first: string;
  readonly later: string;
  readonly from: number;
  readonly end: number;
  readonly quote: Container | undefined;
  isNew: boolean;
}

class CommonMarkWriter {
  readonly #body: string;
  readonly #texts: string[] = [];
  readonly #lines: WrittenLine[] = [];
  readonly #quotes = new Map<number, Container>();
  readonly #parts: Part[] = [];
  #length = 0;

  constructor(body: string) {
    this.#body = body;
  }

  finish(): WrittenPage {
    return { text: this.#texts.join(''), lines: this.#lines, quotes: this.#quotes };
  }

  writeAll(blocks: readonly Structure[]): void {
    for (const block of blocks) this.#write(block);
  }

  writeBlock(lines: readonly SourceLine[]): void {
    this.#part();
    for (const line of lines) this.#line('', withoutStart(line, indentOf(line)));
  }

  #write(block: Structure): void {
    switch (block.tag) {
      case 'paragraph':
        this.#writeText(block.lines);
        return;
      case 'heading': {
        const marks = [{ column: 0, from: block.marker.from }];
        this.#part();
        this.#line(`${'#'.repeat(block.depth)} `, block.line, marks);
        return;
      }
      case 'setext': {
        this.#writeText([block.line]);
        const { text, from } = block.underline;
        const line = { ...block.underline, text: '' };
        const sign = text.startsWith('=') ? '=' : '-';
        this.#line(sign.repeat(3), { ...line, from: from + text.trimEnd().length }, [{ column: 0, from }]);
        return;
      }
      case 'code':
        this.#part();
        for (const line of block.lines) {
          for (const inner of line.verbatim ?? [line]) this.#line(inner.text === '' ? '' : '    ', inner);
        }
        return;
      case 'verbatim':
        for (const line of block.lines) this.#writeVerbatim(line.verbatim ?? [line]);
        return;
      case 'table':
        this.writeBlock(block.lines.map(hidePipes));
        return;
      case 'rule': {
        const { text, from } = block.line;
        this.#part();
        const end = { ...block.line, text: '', from: from + text.trimEnd().length };
        this.#line('***', end, [{ column: 0, from: from + indentOf(block.line) }]);
        return;
      }
      case 'line':
        this.writeBlock([block.line]);
        return;
      default:
        this.#writeContainer(block);
    }
  }

  #writeContainer(block: Container): void {
    const { tag, marker, children } = block;
    if (tag === 'list') {
      this.#writeItems(block);
      return;
    }
    if (tag === 'footnote') {
      const label = `${this.#body.slice(marker.from, marker.to).trimEnd()} `;
      this.#inside(label, '    ', undefined, marker, () => this.writeAll(children));
      return;
    }
    const place = tag === 'terms' ? placeOf(children[0]) : marker;
    this.#inside('> ', '> ', block, place, () => {
      const title = block.title?.title;
      if (title !== undefined) {
        const text = this.#body.slice(title.from, title.to);
        this.#writeText([{ text, from: title.from, row: 0 }]);
      }
      this.writeAll(children);
    });
  }

  /** What Python-Markdown puts into a list beside its items is told with the item before. */
  #writeItems({ ordered, children }: Container): void {
    const [first, later] = ordered ? ['1. ', '   '] : ['- ', '  '];
    for (let at = 0; at < children.length; ) {
      const item = children[at];
      const isItem = item?.tag === 'item';
      let next = isItem ? at + 1 : at;
      while (next < children.length && children[next]?.tag !== 'item') next += 1;
      const strays = children.slice(isItem ? at + 1 : at, next);
      const marker = isItem ? item.marker : placeOf(strays[0]);
      this.#inside(first, later, undefined, marker, () =>
        this.writeAll([...(isItem ? item.children : []), ...strays]),
      );
      at = next;
    }
  }

  #inside(
    first: string,
    later: string,
    quote: Container | undefined,
    { from, to }: { readonly from: number; readonly to: number },
    write: () => void,
  ): void {
    const part: Part = { first, later, from, end: to, quote, isNew: true };
    this.#parts.push(part);
    write();
    if (part.isNew) {
      this.#part();
      this.#line('', { text: '', from: part.end, row: 0 });
    }
    this.#parts.pop();
  }

  #writeText(lines: readonly SourceLine[]): void {
    this.#part();
    for (const [at, line] of lines.entries()) {
      const inner = withoutStart(line, indentOf(line));
      const text = at === lines.length - 1 ? inner.text.replace(/[ \t]+$/, '') : inner.text;
      const { prefix, kept } = protectedLine(text);
      const rest = withoutStart({ ...inner, text }, kept);
      this.#line(prefix, rest, prefix === '' ? [] : [{ column: 0, from: inner.from }]);
    }
  }

  #writeVerbatim(lines: readonly SourceLine[]): void {
    const [first] = lines;
    if (first === undefined) return;
    this.#part();
    const indent = indentOf(first);
    for (const line of lines) this.#line('', withoutStart(line, Math.min(indent, indentOf(line))));
  }

  /** A blank line, inside the containers that go on. */
  #part(): void {
    if (this.#lines.length === 0) return;
    const last = this.#lines.at(-1);
    const from = last === undefined ? 0 : last.from + last.length;
    const at = this.#parts.findIndex(({ isNew }) => isNew);
    const open = at === -1 ? this.#parts : this.#parts.slice(0, at);
    const text = open.map(({ later }) => later).join('');
    this.#push(text, { prefix: text.length, from, length: 0, least: from, marks: [] });
  }

  #line(own: string, line: SourceLine, ownMarks: WrittenLine['marks'] = []): void {
    const { text, from } = line;
    let prefix = '';
    const marks: { column: number; from: number }[] = [];
    for (const part of this.#parts) {
      if (part.isNew) {
        marks.push({ column: prefix.length, from: part.from });
        if (part.quote !== undefined) this.#quotes.set(this.#length + prefix.length, part.quote);
        part.isNew = false;
        prefix += part.first;
      } else prefix += part.later;
    }
    for (const mark of ownMarks) marks.push({ column: prefix.length + mark.column, from: mark.from });
    prefix += own;
    this.#push(prefix + text, {
      prefix: prefix.length,
      from,
      length: text.length,
      least: offsetIn(line, 0),
      marks,
    });
  }

  #push(text: string, line: WrittenLine): void {
    this.#texts.push(text, '\n');
    this.#lines.push(line);
    this.#length += text.length + 1;
  }
}

/** Python-Markdown ends no cell at a pipe in code, CommonMark does. */
function hidePipes(line: SourceLine): SourceLine {
  const text = line.text.replaceAll(/(`+)[^`].*?\1/g, (code) => code.replaceAll('|', hiddenPipe));
  return { ...line, text };
}

/** Where the first line of a block stands. */
function placeOf(block: Structure | undefined): { readonly from: number; readonly to: number } {
  if (block === undefined) return { from: 0, to: 0 };
  if ('marker' in block && block.tag !== 'list' && block.tag !== 'terms') return block.marker;
  if ('children' in block) return placeOf(block.children[0]);
  const line = 'line' in block ? block.line : block.lines[0];
  const from = line === undefined ? 0 : line.from + indentOf(line);
  return { from, to: from };
}
