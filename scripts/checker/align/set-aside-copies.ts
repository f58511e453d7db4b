import { walkBlocks } from '../../../src/domain/document/walk-blocks.ts';
import type { Unit } from './units.ts';

/**
 * The units without those that only repeat the one before them, where the other page repeats nothing: something that
 * stands twice by mistake is extra, and may not push its neighbours away from their counterparts.
 */
export function withoutCopies(units: readonly Unit[], others: readonly Unit[]): readonly Unit[] {
  if (units.length <= others.length || !units.some(isCopy) || others.some(isCopy)) return units;
  return units.filter((unit, at) => !isCopy(unit, at, units));
}

function isCopy(unit: Unit, at: number, units: readonly Unit[]): boolean {
  const before = units[at - 1];
  if (before === undefined || before.kind !== unit.kind || before.deepLength !== unit.deepLength)
    return false;
  return unit.deepLength > 0 && before.list === unit.list && contentOf(before) === contentOf(unit);
}

function contentOf({ blocks }: Unit): string {
  return blocks
    .flatMap((block) => [...walkBlocks(block)])
    .map(({ kind, callout, text, traits }) =>
      [kind, callout, text, ...traits.links.map(({ target }) => target)].join(' '),
    )
    .join('\n');
}
