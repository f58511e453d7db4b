import type { LineIndex } from './line-index.ts';
import type { TextRun } from './page-document.ts';

type Markup = TextRun['markup'];

interface Piece {
  text: string;
  readonly at: number;
  readonly start: number;
  end: number;
  readonly markup: Markup;
  /** Whether the text is what stands in the file, unit for unit. */
  readonly isSame: boolean;
}

/**
 * Collects the text of a block as a reader sees it, piece by piece, white space folded, and where each piece stands.
 *
 * White space is what HTML folds: spaces, tabs and line ends, not the no-break space or the ideographic one.
 */
export class InlineText {
  #length = 0;
  #endsInSpace = false;
  readonly #pieces: Piece[] = [];

  /** How much text there is so far, in UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  /** The text from an index on, without white space around it. */
  textFrom(at: number): string {
    let text = '';
    for (let index = this.#pieces.length - 1; index >= 0; index -= 1) {
      const piece = this.#pieces[index];
      if (piece === undefined || piece.at + piece.text.length <= at) break;
      text = piece.text.slice(Math.max(at - piece.at, 0)) + text;
    }
    return text.trim();
  }

  /** Adds a piece. Where the place is as long as the text, every unit of one stands for one of the other. */
  add(value: string, start: number, end: number, markup: Markup): void {
    if (end - start !== value.length) {
      this.#push(/^[ \t\r\n\f]+$/.test(value) ? ' ' : value, start, end, markup, false);
      return;
    }
    if (!foldable.test(value)) {
      this.#push(value, start, end, markup);
      return;
    }
    let from = 0;
    foldableSpace.lastIndex = 0;
    for (let space = foldableSpace.exec(value); space !== null; space = foldableSpace.exec(value)) {
      this.#push(value.slice(from, space.index), start + from, start + space.index, markup);
      from = space.index + space[0].length;
      this.#push(' ', start + space.index, start + from, markup, false);
    }
    this.#push(value.slice(from), start + from, end, markup);
  }

  /** The text and its runs. */
  finish(lines: LineIndex): { readonly text: string; readonly runs: TextRun[] } {
    if (this.#endsInSpace) this.#dropLastSpace();
    const runs: TextRun[] = [];
    let whole = '';
    for (const { text, at, start, end, markup } of this.#pieces) {
      runs.push({ text, at, span: lines.spanOf(start, end), markup });
      whole += text;
    }
    return { text: whole, runs };
  }

  #dropLastSpace(): void {
    const last = this.#pieces.at(-1);
    if (last === undefined) return;
    if (last.text.length === 1) this.#pieces.pop();
    else {
      last.text = last.text.slice(0, -1);
      if (last.isSame) last.end -= 1;
    }
  }

  #push(
    value: string,
    start: number,
    end: number,
    markup: Markup,
    isSame = end - start === value.length,
  ): void {
    const isFolded = value.startsWith(' ') && (this.#length === 0 || this.#endsInSpace);
    const text = isFolded ? value.slice(1) : value;
    if (text === '') return;
    const from = isFolded && isSame ? start + 1 : start;
    const last = this.#pieces.at(-1);
    if (last !== undefined && isSame && last.isSame && last.end === from && sameMarkup(last.markup, markup)) {
      last.text += text;
      last.end = end;
    } else {
      this.#pieces.push({ text, at: this.#length, start: from, end, markup, isSame });
    }
    this.#length += text.length;
    this.#endsInSpace = text.endsWith(' ');
  }
}

/** White space that is not one space; most texts have none. */
const foldable = /[\t\r\n\f]| {2}/;
const foldableSpace = /[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+/g;

function sameMarkup(one: Markup, other: Markup): boolean {
  return one === other || (one.length === other.length && one.every((kind, index) => kind === other[index]));
}
