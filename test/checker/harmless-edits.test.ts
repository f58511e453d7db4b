import { describe, expect, it } from 'vitest';
import type { PageDocument } from '../../src/domain/document/page-document.ts';
import { applyEdits, type Edit } from '../mutations/edit-text.ts';
import { harmlessKinds } from '../mutations/kinds/harmless.ts';
import { reorderingKinds } from '../mutations/kinds/reorderings.ts';
import { type FaithfulPair, faithfulPairs, findingsOf, parityPairOf, parseIn } from './faithful-pages.ts';

/** Each gives the page with what no reader would see, made all over it at once; the page as it is where it cannot be. */
type Change = (pair: FaithfulPair) => string;

const editsOfPlainText: readonly (readonly [name: string, Change])[] = [
  ['straight apostrophes', (pair) => inPlainText(pair, /(?<=\p{L})’(?=\p{L})/gu, "'")],
  ['spaces that do not break lines', (pair) => inPlainText(pair, /(?<=\p{N}) (?=\p{L})/gu, '\u{a0}')],
  ['a mark of the order of bytes', ({ translation }) => `\u{feff}${translation}`],
];

const changes: readonly (readonly [name: string, Change])[] = [
  ...harmlessKinds
    .filter((kind) => !reorderingKinds.includes(kind))
    .map(({ name, mutationsOf }): readonly [string, Change] => [
      name,
      (pair) => {
        const [mutation] = mutationsOf(parityPairOf(pair));
        return mutation === undefined ? pair.translation : edited(pair.translation, mutation.edits);
      },
    ]),
  ...editsOfPlainText,
];

describe.each(changes)('where a translation has %s', (_name, change) => {
  it.each(faithfulPairs.map((pair) => [pair.name, pair] as const))(
    'the check says nothing of %s',
    (_pairName, pair) => {
      expect(findingsOf(pair, change(pair))).toEqual([]);
    },
  );

  it('some page is another text', () => {
    expect(faithfulPairs.some((pair) => change(pair) !== pair.translation)).toBe(true);
  });
});

function edited(text: string, edits: readonly Edit[]): string {
  return applyEdits(text, edits)?.text ?? text;
}

/** Replaces in the texts of blocks, outside code and markup. */
function inPlainText(pair: FaithfulPair, pattern: RegExp, text: string): string {
  const page: PageDocument = parseIn(pair, pair.translation);
  const runs = page.blocks.flatMap(({ traits }) => traits.runs);
  const edits = runs.flatMap(({ text: own, markup, span: { start, end } }): readonly Edit[] => {
    if (markup.length > 0 || end.offset - start.offset !== own.length) return [];
    return Array.from(own.matchAll(pattern), (match) => {
      const from = start.offset + match.index;
      return { from, to: from + match[0].length, text };
    });
  });
  return edited(pair.translation, edits);
}
