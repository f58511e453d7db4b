import type { Finding } from '../../../src/domain/report/report.ts';
import type { ExplainedAlignment, ExplainedPair } from '../engine/explain-alignment.ts';

/** A range of a page: a block, or a heading, which stands for its section. */
export type BlockRange = Finding['range'];

/** The side of a pair of pages that somebody points into. */
export type Side = 'source' | 'translation';

/** What somebody points at, and what answers it in the other page. */
export interface Counterparts {
  /** On the side that was asked about. */
  readonly own: BlockRange;
  readonly pair: ExplainedPair;
  /** In the other page; empty where nothing answers it. */
  readonly others: readonly BlockRange[];
}

/**
 * What answers the innermost block at an offset of one side; `undefined` where no block is.
 *
 * A block's end belongs to it, so that a cursor behind the last character is still inside.
 */
export function counterpartsAt(
  { pairs }: ExplainedAlignment,
  side: Side,
  offset: number,
): Counterparts | undefined {
  return holding(pairs, side, offset)[0];
}

/**
 * As `counterpartsAt`, but where nothing answers the block, what answers the nearest thing around it: a new step leads
 * to the list that it would stand in, a new paragraph to its section's heading.
 */
export function nearestCounterparts(
  { pairs }: ExplainedAlignment,
  side: Side,
  offset: number,
): Counterparts | undefined {
  const headings = counterpartsOn(
    pairs.filter(({ kind }) => kind === 'section'),
    side,
  )
    .filter(({ own }) => own.start.offset <= offset)
    .toSorted((one, other) => other.own.start.offset - one.own.start.offset);
  return [...holding(pairs, side, offset), ...headings].find(({ others }) => others.length > 0);
}

/** Blocks that an offset is in, the innermost first; of two that touch there, the later one. */
function holding(pairs: readonly ExplainedPair[], side: Side, offset: number): readonly Counterparts[] {
  return counterpartsOn(pairs, side)
    .filter(({ own }) => own.start.offset <= offset && offset <= own.end.offset)
    .toSorted(
      (one, other) =>
        lengthOf(one.own) - lengthOf(other.own) || other.own.start.offset - one.own.start.offset,
    );
}

function counterpartsOn(pairs: readonly ExplainedPair[], side: Side): readonly Counterparts[] {
  const other = side === 'source' ? 'translation' : 'source';
  return pairs.flatMap((pair) => pair[side].map((own) => ({ own, pair, others: pair[other] })));
}

function lengthOf({ start, end }: BlockRange): number {
  return end.offset - start.offset;
}
