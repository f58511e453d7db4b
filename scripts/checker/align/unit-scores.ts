import { compareUnits, type Measure } from './similarity.ts';
import type { Unit } from './units.ts';

/** How well the units of two sequences answer each other, by their places in them. */
export interface UnitScores {
  readonly source: readonly Unit[];
  readonly translation: readonly Unit[];
  readonly measure: Measure;
  /** As `compareUnits` gives it. */
  readonly scoreOf: (one: number, other: number) => number;
}

/** Up to this many pairs what was compared is remembered: several ways of pairing look at the same ones. */
const mostRemembered = 40_000;

/** The scores of two sequences; each is worked out when it is asked for. */
export function createUnitScores(
  source: readonly Unit[],
  translation: readonly Unit[],
  measure: Measure,
): UnitScores {
  const compare = (one: number, other: number): number =>
    compareUnits(unitAt(source, one), unitAt(translation, other), measure);
  if (source.length * translation.length > mostRemembered) {
    return { source, translation, measure, scoreOf: compare };
  }
  const known = new Float64Array(source.length * translation.length).fill(Number.NaN);
  const scoreOf = (one: number, other: number): number => {
    const at = one * translation.length + other;
    const before = known[at] ?? Number.NaN;
    if (!Number.isNaN(before)) return before;
    const score = compare(one, other);
    known[at] = score;
    return score;
  };
  return { source, translation, measure, scoreOf };
}

/** The unit at an index that lies in the sequence. */
export function unitAt(units: readonly Unit[], index: number): Unit {
  const unit = units[index];
  if (unit === undefined) throw new RangeError('An index lies outside of its sequence');
  return unit;
}
