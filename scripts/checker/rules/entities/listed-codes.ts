import type { EntityList } from '../../../../src/domain/locale/entity-list.ts';
import type { EntityToken } from '../../../../src/domain/locale/entity-token.ts';

/** The names of a list by what they stand for; words that stand for nothing are left out. */
export function groupByCode(tokens: readonly EntityToken[]): ReadonlyMap<string, readonly EntityToken[]> {
  const groups = new Map<string, EntityToken[]>();
  for (const token of tokens) {
    if (token.match === undefined) continue;
    const group = groups.get(token.match.code) ?? [];
    group.push(token);
    groups.set(token.match.code, group);
  }
  return groups;
}

/** What a list names, each once, in its order. */
export function codesOf(list: EntityList): readonly string[] {
  return [...groupByCode(list.tokens).keys()];
}

/** The share of the expected codes that a list names. */
export function shareOf(list: EntityList, expected: readonly string[]): number {
  const named = new Set(codesOf(list));
  return expected.filter((code) => named.has(code)).length / Math.max(1, expected.length);
}
