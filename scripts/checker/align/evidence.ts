import type { Feature, FeatureBag, FeatureKind } from './features.ts';

/** Features in a form that is quickly compared, many times over. */
export interface Evidence {
  /** Of the features, rising. */
  readonly ids: Int32Array;
  /** What sharing each feature gains; negative for words, which count together. */
  readonly gains: Float64Array;
  /** What not sharing each feature loses. */
  readonly losses: Float64Array;
  /** Of all features together. */
  readonly loss: number;
  /** Links, codes, images and components that the other page has nowhere. */
  readonly foreignCount: number;
}

/** What a feature that only one of two nodes has takes away, as a share of its weight. */
const lossShares: Readonly<Record<FeatureKind, number>> = {
  anchor: 0.7,
  link: 0.6,
  code: 0.5,
  image: 0.6,
  component: 0.5,
  number: 0.5,
  term: 0.4,
  territory: 0.6,
  listing: 0.4,
  word: 0.2,
  cognate: 0,
};

/** The evidence of a bag of features. */
export function evidenceOf(features: FeatureBag, foreignCount: number): Evidence {
  const sorted = [...features].toSorted(([one], [other]) => one.id - other.id);
  const losses = Float64Array.from(sorted, ([feature, count]) => lossOf(feature, count));
  return {
    ids: Int32Array.from(sorted, ([feature]) => feature.id),
    gains: Float64Array.from(
      sorted,
      ([feature, count]) => feature.weight * count * (isWord(feature) ? -1 : 1),
    ),
    losses,
    loss: losses.reduce((total, loss) => total + loss, 0),
    foreignCount,
  };
}

/** The evidence of several nodes together; what several have counts once. */
export function joinEvidence(parts: readonly Evidence[]): Evidence {
  const ids: number[] = [];
  const gains: number[] = [];
  const losses: number[] = [];
  let loss = 0;
  let foreignCount = 0;
  const at = parts.map(() => 0);
  for (;;) {
    let next = Number.POSITIVE_INFINITY;
    for (const [index, part] of parts.entries()) {
      next = Math.min(next, part.ids[at[index] ?? 0] ?? Number.POSITIVE_INFINITY);
    }
    if (next === Number.POSITIVE_INFINITY) break;
    let gain = 0;
    let own = 0;
    for (const [index, part] of parts.entries()) {
      const place = at[index] ?? 0;
      if (part.ids[place] !== next) continue;
      const other = part.gains[place] ?? 0;
      if (Math.abs(other) > Math.abs(gain)) gain = other;
      own = Math.max(own, part.losses[place] ?? 0);
      at[index] = place + 1;
    }
    ids.push(next);
    gains.push(gain);
    losses.push(own);
    loss += own;
  }
  for (const part of parts) foreignCount += part.foreignCount;
  return {
    ids: Int32Array.from(ids),
    gains: Float64Array.from(gains),
    losses: Float64Array.from(losses),
    loss,
    foreignCount,
  };
}

/** Gain and loss from features; many weak ones together do not outweigh everything else. */
export function compareEvidence(source: Evidence, translation: Evidence): number {
  let gain = 0;
  let words = 0;
  let loss = source.loss + translation.loss;
  let one = 0;
  let other = 0;
  const { ids } = source;
  const otherIds = translation.ids;
  while (one < ids.length && other < otherIds.length) {
    const difference = (ids[one] ?? 0) - (otherIds[other] ?? 0);
    if (difference === 0) {
      const shared = source.gains[one] ?? 0;
      const otherShared = translation.gains[other] ?? 0;
      if (shared < 0) words -= Math.max(shared, otherShared);
      else gain += Math.min(shared, otherShared);
      loss -= (source.losses[one] ?? 0) + (translation.losses[other] ?? 0);
    }
    if (difference <= 0) one++;
    if (difference >= 0) other++;
  }
  const foreign = 0.3 * Math.abs(source.foreignCount - translation.foreignCount);
  return softCap(gain + softCap(words, 5), 14) - softCap(loss, 5) - Math.min(1, foreign);
}

/** What stands in children proves something where it is shared, and nothing where it is not. */
function lossOf(feature: Feature, count: number): number {
  return count < 1 ? 0 : feature.weight * lossShares[feature.kind];
}

function isWord({ kind }: Feature): boolean {
  return kind === 'word' || kind === 'cognate';
}

function softCap(value: number, cap: number): number {
  return value <= cap ? value : cap + (value - cap) * 0.15;
}
