import type { FamilyResult } from '../engine/judge-family.ts';
import type { OpenResults } from '../workspace/check-workspace.ts';
import { nameOfJudgement, type ResultCache } from './result-cache.ts';

/** Results that several looks share: what one has judged, another need not. */
export interface SharedResults {
  readonly open: OpenResults;
  /** Keeps what all of them used; gives back why it could not, where it could not. */
  readonly save: () => string | undefined;
}

/**
 * Opens results for several looks at one project, which are kept when all have looked; `known` are there from the start.
 */
export function sharedResults(known: ReadonlyMap<string, FamilyResult> = new Map()): SharedResults {
  const shelves = new Map<string, Shelf>();
  return {
    open: (judgement, openCache) => {
      const name = nameOfJudgement(judgement, '');
      const shelf = shelves.get(name) ?? { cache: undefined, results: new Map(known), keys: new Set() };
      shelves.set(name, shelf);
      shelf.cache ??= openCache();
      const { cache, results, keys } = shelf;
      return {
        get: (family) => {
          const result = results.get(family) ?? cache?.get(family);
          if (result !== undefined) results.set(family, result);
          return result;
        },
        put: (family, result, json) => {
          results.set(family, result);
          cache?.put(family, result, json);
        },
        save: (own) => {
          for (const key of own) keys.add(key);
          return undefined;
        },
      };
    },
    save: () => {
      const reasons = Array.from(shelves.values(), ({ cache, keys }) => cache?.save(keys));
      return reasons.find((reason) => reason !== undefined);
    },
  };
}

interface Shelf {
  cache: ResultCache | undefined;
  readonly results: Map<string, FamilyResult>;
  readonly keys: Set<string>;
}
