import { compareText } from '../compare-text.ts';
import type { Shard } from './read-shard.ts';

/** A page in all its languages, and how much there is of it. */
export interface WeighedFamily {
  readonly key: string;
  /** Bytes of its pages. */
  readonly size: number;
}

/**
 * The keys of the families that a shard judges: of the same families the same keys, in whatever order they come.
 *
 * The largest is taken first, and goes where there is least so far (Graham's longest processing time first): no shard
 * has more than 4/3 of what it would have in the best split, but for families that are larger than that alone.
 */
export function keysOfShard(families: Iterable<WeighedFamily>, { index, count }: Shard): ReadonlySet<string> {
  const inOrder = [...families].toSorted(
    (one, other) => other.size - one.size || compareText(one.key, other.key),
  );
  const loads = Array.from({ length: count }, () => 0);
  const keys = new Set<string>();
  for (const { key, size } of inOrder) {
    const least = loads.indexOf(Math.min(...loads));
    // A family without bytes is work, too.
    loads[least] = (loads[least] ?? 0) + size + leastWork;
    if (least === index - 1) keys.add(key);
  }
  return keys;
}

/** To read and align the smallest family costs about what so many bytes do. */
const leastWork = 500;
