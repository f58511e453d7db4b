import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import { textRangeOf } from '../../../../src/domain/document/text-place.ts';

/** What stands at the edges of a page's bold runs: words as they are written, and how often. */
export interface BoldEdges {
  /** Right before a run and right behind one. */
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
  /** First and last words of runs of several words. */
  readonly firsts: ReadonlyMap<string, number>;
  readonly lasts: ReadonlyMap<string, number>;
  /** How many of the runs within sentences begin with a capital, 0 to 1. */
  readonly labelShare: number;
}

/** Reads the edges of all bold runs of a page. */
export function readBoldEdges(texts: readonly OwnText[]): BoldEdges {
  const [before, after, firsts, lasts] = [counter(), counter(), counter(), counter()];
  let runs = 0;
  let capitals = 0;
  for (const { text, traits } of texts) {
    for (const { kind, text: bold, contentSpan } of traits.emphases) {
      const range = kind === 'strong' ? textRangeOf(traits, contentSpan) : undefined;
      if (range === undefined) continue;
      count(
        before,
        /(\p{L}+)["'“„«]?\s+["'“„«]?$/u.exec(text.slice(Math.max(0, range.from - 60), range.from))?.[1],
      );
      count(after, /^["'”“»]?\s+["'“„«]?(\p{L}+)/u.exec(text.slice(range.to, range.to + 60))?.[1]);
      const words = wordsOfRun(bold);
      if (words.length > 1) {
        count(firsts, words[0]);
        count(lasts, words.at(-1));
      }
      if (!/[\p{L}\p{N},]["'“„«([]?\s+["'“„«([]?$/u.test(text.slice(Math.max(0, range.from - 4), range.from)))
        continue;
      runs++;
      if (/^\P{L}*\p{Lu}/u.test(bold)) capitals++;
    }
  }
  return { before, after, firsts, lasts, labelShare: runs === 0 ? 0 : capitals / runs };
}

/** The words of a bold run, without the punctuation at its end. */
export function wordsOfRun(bold: string): readonly string[] {
  return bold
    .trim()
    .replace(/[.,:;!?]+$/u, '')
    .split(/\s+/u);
}

function counter(): Map<string, number> {
  return new Map();
}

function count(counts: Map<string, number>, word: string | undefined): void {
  if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
}
