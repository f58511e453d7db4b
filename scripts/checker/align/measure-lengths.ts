import type { Block } from '../../../src/domain/document/page-document.ts';
import type { Pairing } from './pairing.ts';
import { readingLength } from './reading-length.ts';
import { firstMeasure, type Measure } from './similarity.ts';

/** How much longer this translation reads than its source, and how steadily, from pairs that are sure. */
export function measureLengths(pairing: Pairing<Block>): Measure {
  const shifts: number[] = [];
  for (const { source, translation, score } of pairing.links()) {
    const [one, other] = [lengthOf(source), lengthOf(translation)];
    if (score > 3 && one >= 25 && other >= 25) shifts.push(Math.log(other / one));
  }
  if (shifts.length < 5) return firstMeasure;
  const middle = median(shifts);
  const spread = 1.48 * median(shifts.map((shift) => Math.abs(shift - middle)));
  return {
    lengthShift: Math.max(-0.7, Math.min(0.7, middle)),
    lengthSpread: Math.max(0.15, Math.min(0.45, spread)),
  };
}

function lengthOf(blocks: readonly Block[]): number {
  let length = 0;
  for (const block of blocks) if (block.kind !== 'code') length += readingLength(block.text);
  return length;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
