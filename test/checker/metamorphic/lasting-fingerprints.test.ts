import { describe, expect, it } from 'vitest';
import { changedPage } from '../../mutations/changed-page.ts';
import { mutationKinds } from '../../mutations/kinds/index.ts';
import { findingsOf, realPages } from './real-pages.ts';

/** Pages that are damaged in every way there is, each by one damage of a kind. */
const damaged = mutationKinds
  .filter(({ rules }) => rules.length > 0)
  .flatMap((kind) => {
    for (const pair of realPages) {
      for (const mutation of kind.mutationsOf(pair)) {
        const page = changedPage(pair, mutation);
        if (page !== undefined) return [{ what: kind.name, pair, text: page.text }];
      }
    }
    return [];
  });

/** What moves every finding and makes no other. */
const moves: Readonly<Record<string, (text: string) => string>> = {
  'line ends': (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  'a comment below the front matter': (text) =>
    text.replace(/^(\uFEFF?(?:---\n[^]*?\n---\n)?)/, '$1\n[//]: # (Moved down)\n\n'),
};

describe.each(Object.entries(moves))('after a change of %s', (_name, move) => {
  it.each(damaged.map((each) => [each.what, each] as const))(
    'a baseline holds back what "%s" damaged',
    (_what, { pair, text }) => {
      const before = findingsOf(pair, text);
      const moved = findingsOf(pair, move(text));
      const known = new Set(before.map(({ fingerprint }) => fingerprint));
      expect(known.size).toBe(before.length);
      expect(moved.filter(({ fingerprint }) => !known.has(fingerprint))).toEqual([]);
      expect(moved).toHaveLength(before.length);
    },
  );
});
