import { describe, expect, it } from 'vitest';
import type { Block, PageDocument } from '../../src/domain/document/page-document.ts';
import { walkBlocks } from '../../src/domain/document/walk-blocks.ts';
import { type FaithfulPair, faithfulPairs, findingsOf, parseIn } from './faithful-pages.ts';

/** Another text in place of a stretch of the page. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type EditsOf = (pair: FaithfulPair, page: PageDocument) => readonly Edit[];

/** What nobody who reads the page would see, made all over the page at once. */
const harmlessEdits: Readonly<Record<string, EditsOf>> = {
  'lines broken in other places': (_, page) => inPlainText(paragraphsOf(page), / (?=\p{L})/gu, '\n', 40),
  'stars for dashes before bullets': (_, page) =>
    markersOf(page, 'item').map((from) => {
      const marker = page.text[from] === '-' ? '*' : '-';
      return { from, to: from + 1, text: marker };
    }),
  'brackets behind the numbers of steps': ({ dialect }, page) =>
    // Python-Markdown knows no `1)`.
    dialect === 'mkdocs'
      ? []
      : markersOf(page, 'step').map((start) => {
          const from = start + (/^\d+/.exec(page.text.slice(start))?.[0].length ?? 0);
          return { from, to: from + 1, text: ')' };
        }),
  'straight apostrophes': (_, page) => inPlainText(page.blocks, /(?<=\p{L})’(?=\p{L})/gu, "'"),
  'other quotation marks': (_, page) => [
    ...inPlainText(page.blocks, /(?<=[\p{L}.!])"/gu, '”'),
    ...inPlainText(page.blocks, /"(?=\p{L})/gu, '“'),
    ...inPlainText(page.blocks, /« ?/gu, '“'),
    ...inPlainText(page.blocks, / ?»/gu, '”'),
  ],
  'spaces that do not break lines': (_, page) => inPlainText(page.blocks, /(?<=\p{N}) (?=\p{L})/gu, '\u{a0}'),
  'spaces at the ends of lines': (_, page) =>
    inPlainText(paragraphsOf(page), /$/gu, ' ').filter(({ from }) => page.text[from] === '\n'),
  'comments between the blocks': ({ dialect }, page) =>
    topBlocks(page).map(({ span: { start } }) => ({
      from: start.offset,
      to: start.offset,
      text: dialect === 'mdx' ? '{/* checked */}\n\n' : '<!-- checked -->\n\n',
    })),
  'more blank lines between the blocks': (_, page) =>
    topBlocks(page).map(({ span: { start } }) => ({ from: start.offset, to: start.offset, text: '\n\n' })),
  'line ends of Windows': (_, page) =>
    [...page.text.matchAll(/\n/g)].map(({ index }) => ({ from: index, to: index, text: '\r' })),
  'a mark of the order of bytes': () => [{ from: 0, to: 0, text: '\u{feff}' }],
};

describe.each(Object.entries(harmlessEdits))('where a translation has %s', (_name, editsOf) => {
  it.each(faithfulPairs.map((pair) => [pair.name, pair] as const))(
    'the check says nothing of %s',
    (_pairName, pair) => {
      const text = edited(pair.translation, editsOf(pair, parseIn(pair, pair.translation)));
      expect(findingsOf(pair, text)).toEqual([]);
    },
  );

  it('some page is another text', () => {
    const lengths = faithfulPairs.map((pair) => editsOf(pair, parseIn(pair, pair.translation)).length);
    expect(lengths.some((length) => length > 0)).toBe(true);
  });
});

function edited(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { from, to, text: other } of edits.toSorted((one, next) => next.from - one.from)) {
    result = result.slice(0, from) + other + result.slice(to);
  }
  return result;
}

/** Where the bullets or numbers of a page's lists stand. */
function markersOf(page: PageDocument, kind: 'item' | 'step'): readonly number[] {
  return page.blocks.filter((block) => block.kind === kind).map(({ span }) => span.start.offset);
}

/** Replaces in the texts of blocks, outside code and markup, at most once in so many letters. */
function inPlainText(blocks: readonly Block[], pattern: RegExp, text: string, every = 0): readonly Edit[] {
  return blocks.flatMap(({ traits }) => {
    let last = 0;
    return traits.runs
      .filter(
        (run) => run.markup.length === 0 && run.span.end.offset - run.span.start.offset === run.text.length,
      )
      .flatMap((run) =>
        [...run.text.matchAll(pattern)].flatMap((match) => {
          const at = run.at + match.index;
          if (at - last < every) return [];
          last = at;
          const from = run.span.start.offset + match.index;
          return [{ from, to: from + match[0].length, text }];
        }),
      );
  });
}

/** Paragraphs that stand on their own, where a line break needs no indent. */
function paragraphsOf(page: PageDocument): readonly Block[] {
  return topBlocks(page)
    .flatMap((block) => [...walkBlocks(block)])
    .filter(({ kind, span }) => kind === 'paragraph' && span.start.column === 1);
}

function topBlocks(page: PageDocument): readonly Block[] {
  return page.blocks.filter(
    ({ kind, parent, span }) => parent === undefined && kind === 'paragraph' && span.start.column === 1,
  );
}
