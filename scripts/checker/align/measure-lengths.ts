import type { Block } from '../../../src/domain/document/page-document.ts';
import type { Pairing } from './pairing.ts';
import { firstMeasure, type Measure } from './similarity.ts';
import type { Unit, UnitReader } from './units.ts';

/** Shorter texts vary too much to measure on. */
const leastLength = 25;

/** Whether the lengths of two units may be measured: text, and not too short. */
export function isMeasurable(source: Unit, translation: Unit): boolean {
  return lengthOf(source) >= leastLength && lengthOf(translation) >= leastLength;
}

/** How much longer this translation reads than its source, and how steadily, from pairs that are sure. */
export function measureLengths(pairing: Pairing<Block>, units: UnitReader): Measure {
  const shifts: number[] = [];
  const lengthOfAll = (blocks: readonly Block[]): number => {
    let length = 0;
    for (const block of blocks) length += lengthOf(units.unitOf(block));
    return length;
  };
  for (const { source, translation, score } of pairing.links()) {
    if (score <= 3) continue;
    const [one, other] = [lengthOfAll(source), lengthOfAll(translation)];
    if (one >= leastLength && other >= leastLength) shifts.push(Math.log(other / one));
  }
  if (shifts.length < 5) return firstMeasure;
  const middle = median(shifts);
  const spread = 1.48 * median(shifts.map((shift) => Math.abs(shift - middle)));
  return {
    lengthShift: Math.max(-0.7, Math.min(0.7, middle)),
    lengthSpread: Math.max(0.15, Math.min(0.45, spread)),
  };
}

function lengthOf({ kind, ownLength }: Unit): number {
  return kind === 'code' ? 0 : ownLength;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
