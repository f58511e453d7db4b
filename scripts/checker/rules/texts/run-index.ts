import { type OwnText, ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { PageDocument } from '../../../../src/domain/document/page-document.ts';
import { type Word, wordsOf } from '../../../../src/domain/document/words.ts';
import { createWordFilter, type WordFilter } from './word-filter.ts';

/** So many words in a row are no name and no borrowed expression any more. */
export const runLength = 5;

/** Runs of the source's words, each with the text it stands in. */
export interface RunIndex {
  readonly vocabulary: ReadonlySet<string>;
  /** Lets the words of the vocabulary pass. */
  readonly filter: WordFilter;
  /** Words that the source writes in lower case anywhere, so that they are no names. */
  readonly plain: ReadonlySet<string>;
  readonly runs: ReadonlyMap<string, OwnText>;
  /** Words that the source writes with a capital inside its sentences, as it does names. */
  readonly named: () => ReadonlySet<string>;
}

/** A source has as many pairs as there are locales. */
const indexedBefore = new WeakMap<PageDocument, RunIndex>();

/** The runs of a source page. */
export function indexRuns(source: PageDocument): RunIndex {
  const known = indexedBefore.get(source);
  if (known !== undefined) return known;
  let runs: RunIndex['runs'] | undefined;
  let named: ReadonlySet<string> | undefined;
  const vocabulary = new Set<string>();
  const plain = new Set<string>();
  for (const text of ownTexts(source)) {
    for (const { key, isLower } of wordsOf(text)) {
      vocabulary.add(key);
      if (isLower) plain.add(key);
    }
  }
  const index: RunIndex = {
    vocabulary,
    filter: createWordFilter(vocabulary),
    plain,
    // Many pages have no translation that needs them.
    get runs() {
      runs ??= readRuns(source);
      return runs;
    },
    named: () => {
      named ??= readNames(source);
      return named;
    },
  };
  indexedBefore.set(source, index);
  return index;
}

function readNames(source: PageDocument): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of ownTexts(source)) {
    if (text.node.kind === 'section') continue;
    for (const { key, isLower, from } of wordsOf(text)) {
      if (!isLower && /[\p{L}\p{N},][ \u00a0]$/u.test(text.text.slice(Math.max(0, from - 2), from)))
        names.add(key);
    }
  }
  return names;
}

function readRuns(source: PageDocument): RunIndex['runs'] {
  const runs = new Map<string, OwnText>();
  for (const text of ownTexts(source)) {
    const words = wordsOf(text);
    for (let at = 0; at + runLength <= words.length; at++) {
      const key = runKey(words, at);
      if (!runs.has(key)) runs.set(key, text);
    }
  }
  return runs;
}

/** What a run is looked up by. */
export function runKey(words: readonly Word[], at: number): string {
  let key = '';
  for (let next = at; next < at + runLength; next++) key += `${words[next]?.key} `;
  return key;
}
