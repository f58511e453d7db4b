import { array, assert, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysOfShard, type WeighedFamily } from '../../../scripts/checker/shards/assign-families.ts';

const families = uniqueArray(integer({ min: 0, max: 40_000 }), { maxLength: 60 }).map((sizes) =>
  sizes.map((size): WeighedFamily => ({ key: `page-${size}`, size })),
);

describe('shards', () => {
  it('hold every family once, in whatever order the files come', () => {
    assert(
      property(families, integer({ min: 1, max: 9 }), (all, count) => {
        const shards = shardsOf(all, count);
        expect(shards.flatMap((keys) => [...keys]).toSorted()).toEqual(all.map(({ key }) => key).toSorted());
        expect(shardsOf(all.toReversed(), count)).toEqual(shards);
      }),
      { seed: 5 },
    );
  });

  it('are as heavy as each other, but for the last family that each took', () => {
    assert(
      property(families, integer({ min: 1, max: 9 }), (all, count) => {
        const sizes = new Map(all.map(({ key, size }) => [key, size + 500]));
        const loads = shardsOf(all, count).map((keys) =>
          [...keys].reduce((sum, key) => sum + (sizes.get(key) ?? 0), 0),
        );
        const total = loads.reduce((sum, load) => sum + load, 0);
        const largest = Math.max(0, ...sizes.values());
        expect(Math.max(...loads)).toBeLessThanOrEqual(total / count + largest);
      }),
      { seed: 5 },
    );
  });

  it('are a third heavier than the best split at most', () => {
    assert(
      property(array(integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 7 }), (sizes) => {
        const all = sizes.map((size, at) => ({ key: `page-${at}`, size: size * 1000 }));
        const weights = all.map(({ size }) => size + 500);
        const heaviest = Math.max(
          ...shardsOf(all, 2).map((keys) =>
            weights.reduce((sum, weight, at) => sum + (keys.has(`page-${at}`) ? weight : 0), 0),
          ),
        );
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const splits = Array.from({ length: 2 ** weights.length }, (_, split) => {
          const one = weights.reduce((sum, weight, at) => sum + (((split >> at) & 1) === 1 ? weight : 0), 0);
          return Math.max(one, total - one);
        });
        expect(heaviest).toBeLessThanOrEqual((Math.min(...splits) * 4) / 3);
      }),
      { seed: 5 },
    );
  });
});

function shardsOf(all: readonly WeighedFamily[], count: number): readonly ReadonlySet<string>[] {
  return Array.from({ length: count }, (_, at) => keysOfShard(all, { index: at + 1, count }));
}
