import type { Block, PageDocument } from '../../../src/domain/document/page-document.ts';
import { cutLines, type Edit, lineEnd, linesOf } from '../edit-text.ts';
import type { Mutation, MutationKind, ParityPair } from '../mutation.ts';
import { hasOutline } from '../outline.ts';
import { countryListsOf } from './countries.ts';
import { dropSibling, entriesOf, listsOf, outlineWith, outlineWithout, siblingLines } from './siblings.ts';

/** What can happen to blocks that are no steps. */
export const blockKinds: readonly MutationKind[] = [
  { name: 'drop a list item', rules: ['missing-block'], mutationsOf: droppedItems },
  { name: 'glue a marker to its text', rules: ['broken-list'], mutationsOf: gluedMarkers },
  dropKind('drop a paragraph', ['missing-block'], ({ kind }) => kind === 'paragraph'),
  {
    name: 'duplicate a paragraph',
    rules: ['extra-block'],
    mutationsOf: duplicatedParagraphs,
  },
  dropKind('drop a callout', ['missing-callout'], ({ kind }) => kind === 'callout'),
  { name: 'change the kind of a callout', rules: ['changed-callout'], mutationsOf: changedCallouts },
  dropKind('drop a code block', ['missing-code'], ({ kind }) => kind === 'code'),
  {
    name: 'change a line of code',
    rules: ['changed-code'],
    mutationsOf: (pair) => changedCode(pair, (language) => !sessions.has(language)),
  },
  {
    name: 'change a line of a session',
    rules: ['changed-code'],
    mutationsOf: (pair) => changedCode(pair, (language) => sessions.has(language)),
  },
  { name: 'drop a table row', rules: ['missing-table-row', 'missing-country'], mutationsOf: droppedRows },
  dropKind('drop a table', ['missing-block'], ({ kind }) => kind === 'table'),
  dropKind('drop a list', ['missing-block'], ({ kind }) => kind === 'list'),
  dropKind(
    'drop a component',
    ['missing-block', 'missing-image', 'changed-component'],
    ({ kind }) => kind === 'component',
  ),
];

function dropKind(name: string, rules: readonly string[], isOfKind: (block: Block) => boolean): MutationKind {
  return {
    name,
    rules,
    mutationsOf: ({ translation: { text, document } }) =>
      document.blocks.flatMap((block): Mutation[] => {
        if (!isOfKind(block) || isOnlyChild(block)) return [];
        const lines = linesOf(text, block.span);
        if (lines === undefined) return [];
        return [
          {
            what: whatIs(block),
            node: block,
            edits: [cutLines(text, lines)],
            isMeant: (after) => hasOutline(after, outlineWithout(document, [block])),
          },
        ];
      }),
  };
}

/** What holds it would be left empty, or with a title alone, which is another fault. */
export function isOnlyChild({ parent }: Block): boolean {
  const isFrame = parent?.text === '' || parent?.kind === 'callout';
  return isFrame && parent?.children.length === 1;
}

export function whatIs({ kind, span }: Block): string {
  return `${kind} in line ${span.start.line}`;
}

function droppedItems({ locale, translation: { text, document } }: ParityPair): readonly Mutation[] {
  const ofCountries = new Set(countryListsOf(document, locale).map(({ list }) => list));
  return listsOf(text, document, false)
    .filter(({ list }) => !ofCountries.has(list))
    .flatMap((siblings) =>
      siblings.children.map(
        (item, n): Mutation => ({
          what: whatIs(item),
          node: item,
          edits: [dropSibling(siblings, n)],
          isMeant: (after) => hasOutline(after, outlineWithout(document, [item])),
        }),
      ),
    );
}

/** Without a space behind it, a marker begins no item. */
function gluedMarkers({ translation: { text, document } }: ParityPair): readonly Mutation[] {
  const count = document.blocks.filter(isListed).length;
  return document.blocks.flatMap((block): Mutation[] => {
    const from = block.span.start.offset;
    const marker = /^(?:[-+*]|\d+[.)])(?= +[\p{L}*])/u.exec(text.slice(from, from + 20))?.[0];
    if (!isListed(block) || marker === undefined || block.text === '') return [];
    return [
      {
        what: whatIs(block),
        node: block,
        edits: [{ from, to: block.textSpan.start.offset, text: marker, place: 'all' }],
        isMeant: (after) => after.blocks.filter(isListed).length < count,
      },
    ];
  });
}

function isListed({ kind }: Block): boolean {
  return kind === 'item' || kind === 'step';
}

function droppedRows({ translation: { text, document } }: ParityPair): readonly Mutation[] {
  return document.blocks.flatMap((table): readonly Mutation[] => {
    if (table.kind !== 'table' || table.children.length < 3) return [];
    return (siblingLines(text, table) ?? []).flatMap((siblings) =>
      siblings.children.slice(1).map(
        (row, n): Mutation => ({
          what: whatIs(row),
          node: row,
          edits: [dropSibling(siblings, n + 1)],
          isMeant: (after) => hasOutline(after, outlineWithout(document, [row])),
        }),
      ),
    );
  });
}

function duplicatedParagraphs({ translation: { text, document } }: ParityPair): readonly Mutation[] {
  return document.blocks.flatMap((block): Mutation[] => {
    const lines = block.kind === 'paragraph' ? linesOf(text, block.span) : undefined;
    if (lines === undefined || block.traits.anchors.length > 0) return [];
    const words = text.slice(lines.from, lines.to);
    const quote = /^[ \t]*>[ \t>]*/.exec(words)?.[0].trimEnd() ?? '';
    const entries = entriesOf(document, block);
    return [
      {
        what: whatIs(block),
        node: block,
        edits: [
          { ...lines, text: words, place: 'all' },
          { from: lines.to, to: lines.to, text: `\n${quote}\n${words}`, place: 'all' },
        ],
        isMeant: (after) => hasOutline(after, outlineWith(document, block, [...entries, ...entries])),
      },
    ];
  });
}

function changedCallouts({ translation: { text, document } }: ParityPair): readonly Mutation[] {
  return document.blocks.flatMap((block): Mutation[] => {
    const { callout } = block;
    if (callout === undefined) return [];
    const other = callout === 'tip' ? 'warning' : 'tip';
    const from = block.span.start.offset;
    const line = text.slice(from, lineEnd(text, from));
    const at = line.toLowerCase().indexOf(callout);
    if (at === -1) return [];
    const isUpper = line.slice(at, at + callout.length) !== callout;
    return [
      {
        what: `${callout} in line ${block.span.start.line}`,
        node: block,
        edits: [
          { from, to: from + at, text: line.slice(0, at), place: 'all' },
          { from: from + at, to: from + at + callout.length, text: isUpper ? other.toUpperCase() : other },
        ],
        isMeant: (after) =>
          after.blocks.length === document.blocks.length && after.blocks[block.index]?.callout === other,
      },
    ];
  });
}

/** What holds commands and what they print, or does not say what it holds. */
const sessions: ReadonlySet<string> = new Set(['', 'console', 'output', 'plain', 'text', 'txt']);

/** Another letter in the longest word of a line that is no comment. */
function changedCode(
  { translation: { text, document } }: ParityPair,
  isWanted: (language: string) => boolean,
): readonly Mutation[] {
  return document.blocks.flatMap((block): Mutation[] => {
    if (block.kind !== 'code' || !isWanted(block.language ?? '')) return [];
    const { start, end } = block.textSpan;
    const lines = [...text.slice(start.offset, end.offset).matchAll(/^[^\n#/"']+$/gm)];
    const words = lines.flatMap((line) =>
      Array.from(line[0].matchAll(/[a-z]{5,}/g), (word) => ({ at: line.index + word.index, word: word[0] })),
    );
    const longest = words.toSorted((one, other) => other.word.length - one.word.length)[0];
    if (longest === undefined) return [];
    const from = start.offset + longest.at;
    const changed = `${longest.word.slice(0, -1)}${longest.word.endsWith('x') ? 'z' : 'x'}`;
    const edit: Edit = { from, to: from + longest.word.length, text: changed, place: 'all' };
    return [
      {
        what: whatIs(block),
        node: block,
        edits: [edit],
        isMeant: (after) => isChangedAt(document, after, block),
      },
    ];
  });
}

function isChangedAt(before: PageDocument, after: PageDocument, { index, kind, text }: Block): boolean {
  const now = after.blocks[index];
  return after.blocks.length === before.blocks.length && now?.kind === kind && now.text !== text;
}
