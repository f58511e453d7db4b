import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Block,
  dialects,
  type PageDocument,
  type Span,
} from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';

/** Pieces of Markdown of every dialect, so that random pages have structure and random faults. */
const pieces = [
  '# ',
  '## ',
  '- ',
  '1. ',
  '2) ',
  '> ',
  '>',
  '>[!NOTE]',
  '[!INCLUDE [a](b.md)]',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '   ',
  '\t',
  '    ',
  '**',
  '*',
  '_',
  '`',
  '```',
  '~~~',
  '[a](b)',
  '[a][b]',
  '[b]: c',
  '![a](b.png)',
  '<b>',
  '</b>',
  '<a name="x"></a>',
  '<a href="y">',
  '</a>',
  '<span class="sxs-lookup">',
  '</span>',
  '<!--',
  '-->',
  '<br>',
  '<div>',
  '</div>',
  '| a | b |',
  '|---|---|',
  '---',
  '+++',
  'title: a',
  'a = 1',
  '{/* #id */}',
  '{#id}',
  '{ #id }',
  '{',
  '}',
  '<Form />',
  '<Tabs>',
  '</Tabs>',
  'import a from "b"',
  '/// note | T',
  '///',
  '{* a.py *}',
  ':::image source="a.png" alt-text="b":::',
  ':::zone',
  ':::no-loc text="c":::',
  '{{< a >}}',
  '{{% /a %}}',
  'https://a.b/1',
  '\\*',
  '\\',
  '&amp;',
  '&#0;',
  '&unknown;',
  'Kunder',
  '客户',
  '😀',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\u00A0',
  '1,000',
  '2019-10-01',
  '٣',
  '[ ] ',
  '[^1]',
  '[^1]: ',
  'Term\n: ',
  ': ',
  '!!! note "T"\n    ',
  '??? tip\n\n    ',
  '=== "A"\n',
  ':   ',
  '--8<-- "a.md"',
  '*[A]: b',
  '::: a.b\n',
  '+ ',
];
const page = oneof(
  array(constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  array(oneof(constantFrom(...pieces), string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 30,
  }).map((parts) => parts.join('')),
);

it('reads any text in any dialect, with every place where it belongs', () => {
  assert(
    property(page, constantFrom(...dialects), (text, dialect) => {
      expect(faultsOf(parsePage(text, { dialect }))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

/** What is not as it ought to be in a document, each as a sentence. */
function faultsOf(document: PageDocument): string[] {
  return [...faultsOfSections(document), ...faultsOfBlocks(document), ...faultsOfTheRest(document)];
}

function* faultsOfSections({ root, sections }: PageDocument): Generator<string> {
  for (const [index, section] of [root, ...sections].entries()) {
    const before = sections[index - 2];
    if (section.index !== index - 1) yield `Section ${section.index} is at ${index - 1}`;
    if (section.parent !== undefined && !section.parent.sections.includes(section))
      yield 'A section is not in its parent';
    if (!holds(section.parent?.span, section.span)) yield 'A section is outside its parent';
    if (!holds(section.span, section.heading?.span)) yield 'A heading is outside its section';
    if (before !== undefined && before.span.start.offset >= section.span.start.offset)
      yield 'Sections are not in order';
  }
}

function* faultsOfBlocks(document: PageDocument): Generator<string> {
  const { root, sections, blocks } = document;
  let reached = 0;
  for (const section of [root, ...sections]) {
    const open = section.blocks.map((block) => ({ block, parent: undefined as Block | undefined }));
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { block, parent } = next;
      reached += 1;
      open.push(...block.children.map((child) => ({ block: child, parent: block })));
      if (block.parent !== parent || block.section !== section) yield 'A block does not know its parent';
      if (!holds(parent?.span ?? section.span, block.span)) yield `A ${block.kind} is outside its parent`;
      if (!holds(block.span, block.textSpan)) yield `The text of a ${block.kind} is outside it`;
      yield* faultsOfText(block, document);
    }
  }
  if (reached !== blocks.length) yield 'A block is in no section';
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    if (block.index !== index) yield `Block ${block.index} is at ${index}`;
    if (before !== undefined && before.span.start.offset > block.span.start.offset)
      yield 'Blocks are not in order';
  }
}

function* faultsOfText(block: Block, document: PageDocument): Generator<string> {
  const { runs, links, images, codes, emphases, numbers, components } = block.traits;
  let text = '';
  let end = 0;
  for (const run of runs) {
    if (run.at !== text.length) yield 'A run does not stand where it says';
    if (run.span.start.offset < end) yield 'Runs overlap';
    text += run.text;
    end = run.span.end.offset;
  }
  if (text !== block.text) yield 'The runs are not the text';
  for (const { span } of [...runs, ...links, ...images, ...codes, ...emphases, ...numbers, ...components]) {
    if (!holds(block.span, span)) yield `A trait is outside its ${block.kind}`;
    yield* faultsOfSpan(span, document);
  }
  for (const { contentSpan, span } of emphases)
    if (!holds(span, contentSpan)) yield 'Bold text is outside its markers';
  for (const { textSpan, span } of links)
    if (!holds(span, textSpan)) yield 'The text of a link is outside it';
}

function* faultsOfTheRest(document: PageDocument): Generator<string> {
  const { problems, frontMatter, blocks, sections } = document;
  const values = [...(frontMatter?.valueSpans.values() ?? [])];
  for (const span of values) if (!holds(frontMatter?.span, span)) yield 'A value is outside the front matter';
  for (const { message } of problems)
    if (/\n|\.$/.test(message)) yield `Not one line without a full stop: ${message}`;
  for (const { span } of [...problems, ...blocks, ...sections]) yield* faultsOfSpan(span, document);
  for (const span of values) yield* faultsOfSpan(span, document);
}

/** Whether each end of a span is in the file, and its line and column are those of its offset. */
function* faultsOfSpan({ start, end }: Span, { text }: PageDocument): Generator<string> {
  if (start.offset < 0 || start.offset > end.offset || end.offset > text.length)
    yield 'A span is outside the file';
  for (const { line, column, offset } of [start, end]) {
    // Between the two signs of a line end no line has begun.
    const isInLineEnd = text[offset - 1] === '\r' && text[offset] === '\n';
    const lines = (isInLineEnd ? text.slice(0, offset - 1) : text.slice(0, offset)).split(/\r\n|\n|\r/);
    const expected = (lines.at(-1)?.length ?? 0) + (isInLineEnd ? 2 : 1);
    if (line !== lines.length || column !== expected) yield `Offset ${offset} is not at ${line}:${column}`;
  }
}

function holds(outer: Span | undefined, inner: Span | undefined): boolean {
  if (outer === undefined || inner === undefined) return true;
  return outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}
