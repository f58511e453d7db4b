import type { WordKeys } from './word-keys.ts';

/** What a feature is taken from; how much it proves depends on it. */
export const featureKinds = [
  'anchor',
  'link',
  'code',
  'image',
  'component',
  'number',
  'term',
  'territory',
  'listing',
  'word',
  'cognate',
] as const;

/** One of `featureKinds`. */
export type FeatureKind = (typeof featureKinds)[number];

/** Numbers for the things that a page has: rising from 0 in the order they were first seen. */
export interface Vocabulary {
  readonly size: () => number;
  readonly kindOf: (id: number) => FeatureKind;
  readonly valueOf: (id: number) => string;
  /** The number of a thing; -1 where the page has it nowhere. */
  readonly find: (kind: FeatureKind, value: string) => number;
  /** The numbers of a word and its cognate; of a vocabulary to which nothing is added any more. */
  readonly findWord: (keys: WordKeys) => { readonly word: number; readonly cognate: number };
  /** As `find`; gives what is new a number. */
  readonly add: (kind: FeatureKind, value: string) => number;
}

let vocabularies = 0;

/** An empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const byKind = Object.fromEntries(
    featureKinds.map((kind) => [kind, new Map<string, number>()]),
  ) as Readonly<Record<FeatureKind, Map<string, number>>>; // Object.fromEntries forgets the keys.
  const kinds: FeatureKind[] = [];
  const values: string[] = [];
  const own = ++vocabularies;
  const find = (kind: FeatureKind, value: string): number => byKind[kind].get(value) ?? -1;
  return {
    size: () => values.length,
    kindOf: (id) => kinds[id] ?? 'word',
    valueOf: (id) => values[id] ?? '',
    find,
    findWord: ({ word, cognate, found }) => {
      if (found.vocabulary !== own) {
        found.vocabulary = own;
        found.word = word === undefined ? -1 : find('word', word);
        found.cognate = cognate === undefined ? -1 : find('cognate', cognate);
      }
      return found;
    },
    add: (kind, value) => {
      const known = find(kind, value);
      if (known !== -1) return known;
      byKind[kind].set(value, values.length);
      kinds.push(kind);
      return values.push(value) - 1;
    },
  };
}
