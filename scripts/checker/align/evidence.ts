import type { FeatureWeights } from './features.ts';

/** Features in a form that is quickly compared, many times over. */
export interface Evidence {
  /** Of the features, rising. */
  readonly ids: readonly number[];
  /** How much each counts: 1 for a node's own, less for those of its children. Absent where each counts 1. */
  readonly counts: readonly number[] | undefined;
  /** What all features together lose where none is shared. */
  readonly loss: number;
  /** Links, codes, images and components that the other page has nowhere. */
  readonly foreignCount: number;
  readonly weights: FeatureWeights;
}

/** The evidence of features that count as given; 1 where no counts are. */
export function evidenceOf(
  ids: readonly number[],
  counts: readonly number[] | undefined,
  foreignCount: number,
  weights: FeatureWeights,
): Evidence {
  let loss = 0;
  for (let at = 0; at < ids.length; at++) {
    if (isOwn(counts, at)) loss += weights.losses[ids[at] ?? 0] ?? 0;
  }
  return { ids, counts, loss, foreignCount, weights };
}

/** What stands in children proves something where it is shared, and nothing where it is not. */
function isOwn(counts: readonly number[] | undefined, at: number): boolean {
  return counts === undefined || (counts[at] ?? 1) >= 1;
}

/** The evidence of several nodes together; what several have counts once. */
export function joinEvidence(one: Evidence, other: Evidence): Evidence {
  const ids: number[] = [];
  const counts: number[] = [];
  let at = 0;
  let otherAt = 0;
  while (at < one.ids.length || otherAt < other.ids.length) {
    const id = one.ids[at] ?? Number.POSITIVE_INFINITY;
    const otherId = other.ids[otherAt] ?? Number.POSITIVE_INFINITY;
    ids.push(Math.min(id, otherId));
    counts.push(
      Math.max(
        id <= otherId ? (one.counts?.[at] ?? 1) : 0,
        otherId <= id ? (other.counts?.[otherAt] ?? 1) : 0,
      ),
    );
    if (id <= otherId) at++;
    if (otherId <= id) otherAt++;
  }
  const isPlain = one.counts === undefined && other.counts === undefined;
  const foreignCount = one.foreignCount + other.foreignCount;
  return evidenceOf(ids, isPlain ? undefined : counts, foreignCount, one.weights);
}

/** Gain and loss from features; many weak ones together do not outweigh everything else. */
export function compareEvidence(source: Evidence, translation: Evidence): number {
  let gain = 0;
  let words = 0;
  let loss = source.loss + translation.loss;
  let one = 0;
  let other = 0;
  const { ids, counts, weights } = source;
  const { ids: otherIds, counts: otherCounts } = translation;
  const { gains, losses } = weights;
  while (one < ids.length && other < otherIds.length) {
    const id = ids[one] ?? 0;
    const difference = id - (otherIds[other] ?? 0);
    if (difference === 0) {
      const count = counts === undefined ? 1 : (counts[one] ?? 1);
      const otherCount = otherCounts === undefined ? 1 : (otherCounts[other] ?? 1);
      const shared = (gains[id] ?? 0) * Math.min(count, otherCount);
      if (shared < 0) words -= shared;
      else gain += shared;
      if (count >= 1) loss -= losses[id] ?? 0;
      if (otherCount >= 1) loss -= losses[id] ?? 0;
    }
    if (difference <= 0) one++;
    if (difference >= 0) other++;
  }
  const foreign = 0.3 * Math.abs(source.foreignCount - translation.foreignCount);
  return softCap(gain + softCap(words, 5), 14) - softCap(loss, 5) - Math.min(1, foreign);
}

function softCap(value: number, cap: number): number {
  return value <= cap ? value : cap + (value - cap) * 0.15;
}
