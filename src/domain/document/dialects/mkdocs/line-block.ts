import type { SourceLine } from './source-line.ts';

/**
 * Lines that no blank one parts, or what is left of them when their first ones are read.
 *
 * What is left shares what was found out about the whole, so that taking line after line costs no more than the lines.
 */
export class LineBlock {
  readonly #lines: readonly SourceLine[];
  readonly #from: number;
  /** By test, for each line the next line that passes it, or the number of lines. */
  readonly #next: Map<LineTest, Uint32Array>;

  constructor(lines: readonly SourceLine[], from = 0, next: Map<LineTest, Uint32Array> = new Map()) {
    this.#lines = lines;
    this.#from = from;
    this.#next = next;
  }

  get length(): number {
    return this.#lines.length - this.#from;
  }

  at(index: number): SourceLine | undefined {
    return this.#lines[this.#from + index];
  }

  lines(): readonly SourceLine[] {
    return this.#from === 0 ? this.#lines : this.#lines.slice(this.#from);
  }

  before(index: number): readonly SourceLine[] {
    return this.#lines.slice(this.#from, this.#from + index);
  }

  /** Shares the lines. */
  behind(index: number): LineBlock {
    return new LineBlock(this.#lines, this.#from + index, this.#next);
  }

  /** The first line that passes a test, or -1. */
  find(test: LineTest): number {
    const next = this.#next.get(test) ?? this.#search(test);
    const index = next[this.#from] ?? this.#lines.length;
    return index < this.#lines.length ? index - this.#from : -1;
  }

  #search(test: LineTest): Uint32Array {
    const next = new Uint32Array(this.#lines.length + 1);
    next[this.#lines.length] = this.#lines.length;
    for (let at = this.#lines.length - 1; at >= 0; at -= 1) {
      const line = this.#lines[at];
      next[at] = line !== undefined && test(line) ? at : (next[at + 1] ?? this.#lines.length);
    }
    this.#next.set(test, next);
    return next;
  }
}

/** What a line is looked for by; the function itself is the key under which the answer is kept. */
export type LineTest = (line: SourceLine) => boolean;
