import type { Block, BlockKind } from '../../../src/domain/document/page-document.ts';
import { type Edit, lineStart, linesOf, type Range } from '../edit-text.ts';
import type { Mutation, MutationKind } from '../mutation.ts';
import { hasOutline } from '../outline.ts';
import { isOnlyChild, whatIs } from './blocks.ts';
import { entriesOf, outlineWith, outlineWithout, separatorAt, siblingLines } from './siblings.ts';

/** Blocks that stand twice, or where another of their kind belongs. */
export const copyKinds: readonly MutationKind[] = [
  duplicateKind('duplicate a callout', 'callout'),
  duplicateKind('duplicate a code block', 'code'),
  duplicateKind('duplicate an image', 'image'),
  { name: 'duplicate a table row', rules: ['extra-block'], mutationsOf: duplicatedRows },
  { name: 'swap two table rows', rules: [], mutationsOf: swappedRows },
  swapKind('swap two callouts', 'callout'),
  swapKind('swap two code blocks', 'code'),
  swapKind('swap two images', 'image'),
];

function duplicateKind(name: string, kind: BlockKind): MutationKind {
  return {
    name,
    rules: ['extra-block'],
    mutationsOf: ({ translation: { text, document } }) =>
      document.blocks.flatMap((block): Mutation[] => {
        if (block.kind !== kind || isOnlyChild(block)) return [];
        const range = linesOf(text, block.span);
        if (range === undefined) return [];
        const lines = text.slice(range.from, range.to);
        const quote = /^[ \t]*>[ \t>]*/.exec(text.slice(range.from, block.span.start.offset))?.[0] ?? '';
        const entries = entriesOf(document, block);
        return [
          {
            what: whatIs(block),
            node: block,
            edits: [
              { ...range, text: lines, place: 'first-line' },
              { from: range.to, to: range.to, text: `\n${quote.trimEnd()}\n${lines}`, place: 'first-line' },
            ],
            isMeant: (after) => hasOutline(after, outlineWith(document, block, [...entries, ...entries])),
          },
        ];
      }),
  };
}

function duplicatedRows({ translation: { text, document } }: Pair): readonly Mutation[] {
  return document.blocks.flatMap((table): readonly Mutation[] =>
    tablesLines(text, table).flatMap((siblings) =>
      siblings.children.slice(1).map((row, index): Mutation => {
        const range = siblings.lines[index + 1] ?? nowhere;
        const lines = text.slice(range.from, range.to);
        const entries = entriesOf(document, row);
        const copy = `${separatorAt(text, siblings, index + 1)}${lines}`;
        return {
          what: whatIs(row),
          node: row,
          edits: [
            { ...range, text: lines, place: 'all' },
            { from: range.to, to: range.to, text: copy, place: 'all' },
          ],
          isMeant: (after) => hasOutline(after, outlineWith(document, row, [...entries, ...entries])),
        };
      }),
    ),
  );
}

function swappedRows({ translation: { text, document } }: Pair): readonly Mutation[] {
  return document.blocks.flatMap((table): readonly Mutation[] =>
    tablesLines(text, table).flatMap(({ children, lines }) =>
      children.slice(1, -1).flatMap((row, index): Mutation[] => {
        const [one, other] = [lines[index + 1], lines[index + 2]];
        const next = children[index + 2];
        if (one === undefined || other === undefined || next === undefined) return [];
        return [swapOf({ text, document }, [row, one], [next, other])];
      }),
    ),
  );
}

type Pair = Parameters<MutationKind['mutationsOf']>[0];

const nowhere: Range = { from: 0, to: 0 };

function tablesLines(text: string, table: Block): NonNullable<ReturnType<typeof siblingLines>> {
  return table.kind === 'table' && table.children.length >= 3 ? (siblingLines(text, table) ?? []) : [];
}

/** Each with the next one of its kind that is as deep in the page. */
function swapKind(name: string, kind: BlockKind): MutationKind {
  return {
    name,
    rules: ['moved-block'],
    mutationsOf: ({ translation: { text, document } }) => {
      const blocks = document.blocks.flatMap((block) => {
        const range = block.kind === kind && !isOnlyChild(block) ? linesOf(text, block.span) : undefined;
        return range === undefined ? [] : [{ block, range, indent: block.span.start.column }];
      });
      return blocks.flatMap((one, n): Mutation[] => {
        const other = blocks.slice(n + 1).find(({ indent }) => indent === one.indent);
        if (other === undefined) return [];
        return [swapOf({ text, document }, [one.block, one.range], [other.block, other.range])];
      });
    },
  };
}

function swapOf(
  { text, document }: Pick<Pair['translation'], 'text' | 'document'>,
  [one, range]: readonly [Block, Range],
  [other, otherRange]: readonly [Block, Range],
): Mutation {
  const edit = (place: Range, lines: Range): Edit => ({
    ...place,
    text: text.slice(lineStart(text, lines.from), lines.to),
    place: 'first-line',
  });
  const entries = [entriesOf(document, one), entriesOf(document, other)] as const;
  const expected = outlineWithout(document, []).flatMap((entry) => {
    if (entry.node === one) return entries[1];
    if (entry.node === other) return entries[0];
    return entries.flat().some(({ node }) => node === entry.node) ? [] : [entry];
  });
  return {
    what: `${whatIs(one)} and line ${other.span.start.line}`,
    node: one,
    edits: [edit(range, otherRange), edit(otherRange, range)],
    isMeant: (after) => hasOutline(after, expected),
  };
}
