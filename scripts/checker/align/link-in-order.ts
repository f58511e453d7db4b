import { alignSequences } from './align-sequences.ts';
import { compareUnits } from './similarity.ts';
import { type UnitScores, unitAt } from './unit-scores.ts';
import { combineUnits, type Unit } from './units.ts';

/** Units that answer each other. */
export interface UnitLink {
  readonly source: Unit;
  readonly translation: Unit;
  readonly score: number;
}

/** Below this, two units are rather strangers than a bad translation. */
export const floor = -1.2;

/** Pairs the units at some places of two sequences in order; neighbours merged and split where that fits better. */
export function linkInOrder(
  scores: UnitScores,
  ones: readonly number[],
  others: readonly number[],
): readonly UnitLink[] {
  const { scoreOf } = scores;
  const source = createRuns(scores.source, ones);
  const translation = createRuns(scores.translation, others);
  const matches = alignSequences({
    sourceLength: ones.length,
    translationLength: others.length,
    compare: (one, other) => {
      const score = scoreOf(ones[one] ?? 0, others[other] ?? 0);
      return score < 0 && isOtherCallout(source.at(one), translation.at(other))
        ? strangers
        : aboveFloor(score);
    },
    compareMerged: (from, count, other) => {
      const single = translation.at(other);
      const run = fittingRun(source, from, count, single);
      return run === undefined ? strangers : aboveFloor(compareUnits(run, single, scores.measure));
    },
    compareSplit: (one, from, count) => {
      const single = source.at(one);
      const run = fittingRun(translation, from, count, single);
      return run === undefined ? strangers : aboveFloor(compareUnits(single, run, scores.measure));
    },
    gapCost: (side, index) => gapCostOf((side === 'source' ? source : translation).at(index)),
    keysOf: (side, index) => (side === 'source' ? source : translation).at(index).evidence.ids,
  });
  return matches.map((match) => ({
    source: source.combined(match.source, match.sourceCount),
    translation: translation.combined(match.translation, match.translationCount),
    score: match.score,
  }));
}

const strangers = Number.NEGATIVE_INFINITY;

function aboveFloor(score: number): number {
  return score < floor ? strangers : score;
}

/** A tip where the source has a warning is rather another callout than the same one. */
function isOtherCallout(one: Unit, other: Unit): boolean {
  return one.kind === 'callout' && one.blocks[0]?.callout !== other.blocks[0]?.callout;
}

function gapCostOf(unit: Unit): number {
  return unit.kind === 'divider' || unit.kind === 'html' ? 0.2 : 0.7;
}

/** A sequence of units, and what its neighbours taken together are: a table asks for the same again and again. */
interface Runs {
  readonly at: (index: number) => Unit;
  /** How long some neighbours are; `undefined` where they are no text of one kind and list. */
  readonly lengthsOf: (from: number, count: number) => RunLengths | undefined;
  readonly combined: (from: number, count: number) => Unit;
}

interface RunLengths {
  readonly whole: number;
  readonly longest: number;
}

function createRuns(units: readonly Unit[], places: readonly number[]): Runs {
  const lengths: (RunLengths | null)[] = [];
  const made = new Map<number, Unit>();
  const at = (index: number): Unit => unitAt(units, places[index] ?? -1);
  return {
    at,
    lengthsOf: (from, count) => {
      const key = from * 2 + count - 2;
      let found = lengths[key];
      if (found === undefined) {
        found = measureRun(at, from, count) ?? null;
        lengths[key] = found;
      }
      return found ?? undefined;
    },
    combined: (from, count) => {
      if (count === 1) return at(from);
      const key = from * 4 + count;
      let unit = made.get(key);
      if (unit === undefined) {
        const rest = Array.from({ length: count - 1 }, (_, index) => at(from + 1 + index));
        unit = combineUnits([at(from), ...rest]);
        made.set(key, unit);
      }
      return unit;
    },
  };
}

function measureRun(at: Runs['at'], from: number, count: number): RunLengths | undefined {
  const { kind, list } = at(from);
  let whole = 0;
  let longest = 0;
  for (let index = from; index < from + count; index++) {
    const unit = at(index);
    if (unit.kind !== kind || unit.list !== list) return undefined;
    whole += unit.outline.length;
    longest = Math.max(longest, unit.outline.length);
  }
  return { whole, longest };
}

/**
 * Neighbours taken together, where they may answer a single unit: only text of one kind and list is, and only where
 * that fits the length of its counterpart better than any of it alone.
 */
function fittingRun(runs: Runs, from: number, count: number, single: Unit): Unit | undefined {
  const { kind } = single;
  if (kind !== 'paragraph' && kind !== 'step' && kind !== 'item') return undefined;
  if (runs.at(from).kind !== kind) return undefined;
  const lengths = runs.lengthsOf(from, count);
  if (lengths === undefined) return undefined;
  const { whole, longest } = lengths;
  const target = single.outline.length;
  if (longest >= target * 1.15 || whole >= target * 2.2 || whole <= target * 0.45) return undefined;
  // A few words without markup are one thing, whatever the lengths.
  if (target < shortestCombined && hasFewMarks(single) && single.lead() === undefined) return undefined;
  return runs.combined(from, count);
}

const shortestCombined = 40;

function hasFewMarks({ outline }: Unit): boolean {
  let count = 0;
  for (const own of outline.markCounts) count += own;
  return count < 2;
}
