import { nameOfJudgement, type ResultCache } from '../cache/result-cache.ts';
import type { FamilyResult, Judgement } from '../engine/judge-family.ts';
import type { OpenResults } from '../workspace/check-workspace.ts';

/**
 * What families came to, kept in memory from look to look, as long as the judgement is the same.
 *
 * What lies on the disk is read and written once for each judgement: a look after a change need not wait for it.
 */
export function lastingResults(): OpenResults {
  let judgedBy: Judgement | undefined;
  let name: string | undefined;
  let last: ReadonlyMap<string, FamilyResult> = new Map();
  return (judgement, openCache) => {
    let cache: ResultCache | undefined;
    if (judgedBy === undefined || !isSame(judgedBy, judgement)) {
      const now = nameOfJudgement(judgement, '');
      if (now !== name) {
        last = new Map();
        cache = openCache();
      }
      name = now;
    }
    judgedBy = judgement;
    const used = new Map<string, FamilyResult>();
    return {
      get: (family) => {
        const known = last.get(family) ?? cache?.get(family);
        if (known !== undefined) used.set(family, known);
        return known;
      },
      put: (family, result, json) => {
        used.set(family, result);
        cache?.put(family, result, json);
      },
      save: (keys) => {
        last = used;
        return cache?.save(keys);
      },
    };
  };
}

/** Most looks find the very same product and rules, and need not write them out to compare them. */
function isSame(one: Judgement, other: Judgement): boolean {
  const isEqual = (key: keyof Judgement): boolean => one[key] === other[key];
  return (
    one.rules.length === other.rules.length &&
    one.rules.every((rule, at) => rule === other.rules[at]) &&
    [...new Set([...Object.keys(one), ...Object.keys(other)])]
      .filter((key) => key !== 'rules')
      .every((key) => isEqual(key as keyof Judgement))
  );
}
