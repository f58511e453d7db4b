import { type Block, type BlockKind } from '../../../../src/domain/document/page-document.ts';
import type { Alignment, Pair } from '../../align/alignment.ts';

/** Texts that answer each other, with how long each reads. */
export interface MeasuredPair {
  readonly pair: Pair<Block>;
  readonly sourceLength: number;
  readonly length: number;
}

/** How long the translations of a page's texts are beside their source. */
export interface PageRatio {
  /** In the source's order. */
  readonly pairs: readonly MeasuredPair[];
  /** Median of length : source length. */
  readonly usual: number;
  /** How far ratios lie from the usual one, as a factor: 1.2 for a fifth more or less. */
  readonly spread: number;
  /** How many ratios that was seen on; 0 where they are too few. */
  readonly count: number;
}

/**
 * How a page's texts and their translations relate in length, by median, so that a few odd pairs change nothing.
 *
 * A page with few texts takes a ratio of 1, which reading lengths are made for, and a wide spread.
 */
export function measurePage(alignment: Alignment, lengthOfText: (text: string) => number): PageRatio {
  const lengthOf = (blocks: readonly Block[]): number => {
    let length = 0;
    for (const { text } of blocks) length += lengthOfText(text);
    return length;
  };
  const pairs: MeasuredPair[] = [];
  for (const pair of alignment.blocks) {
    const { source, translation } = pair;
    if (source.length === 0 || translation.length === 0) continue;
    if (!source.every(isRunningText) || !translation.every(isRunningText)) continue;
    pairs.push({ pair, sourceLength: lengthOf(source), length: lengthOf(translation) });
  }
  const ratios = pairs
    .filter(({ sourceLength, length }) => sourceLength >= 40 && length > 0)
    .map(({ sourceLength, length }) => Math.log(length / sourceLength));
  if (ratios.length < fewestTexts) return { pairs, usual: 1, spread: 1.6, count: 0 };
  const usual = medianOf(ratios);
  // The median's distance times 1.48 is the standard deviation of what is spread normally.
  const spread = 1.48 * medianOf(ratios.map((ratio) => Math.abs(ratio - usual)));
  return {
    pairs,
    usual: Math.exp(usual),
    spread: Math.exp(Math.max(0.12, Math.min(0.5, spread))),
    count: ratios.length,
  };
}

const fewestTexts = 6;

const kinds: ReadonlySet<BlockKind> = new Set(['paragraph', 'step', 'item', 'quote', 'definition']);

function isRunningText({ kind }: Block): boolean {
  return kinds.has(kind);
}

/** The middle one of the numbers; 0 of none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}
