import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../src/domain/document/parse-page.ts';
import { sliceOf } from '../../../../src/domain/document/spans.ts';
import { outlineOf, placeOf } from '../outline.ts';
import { readFixture } from '../read-fixture.ts';

describe('mdx', () => {
  it('reads components and ids of a page, and shows no comment', () => {
    expect(outlineOf(parsePage(readFixture('guide.mdx'), { dialect: 'mdx' }))).toBe(
      [
        'callout note "Read this first" #before-you-read',
        '  paragraph "Nothing is sent." #nothing-is-sent',
        '## Considerations #considerations',
        '  paragraph "Enter the legal name. Don\'t use test names." #rule-legal-name #rule-test-names',
        '## Add the customer #steps',
        '  list',
        '    step 1 "Select Customers." #select-customers',
        '    step 2 "Select Add customer." #add-customer',
        '      list',
        '        item "Name" #name',
        '        item "Domain"',
        '    step 3 "Select Next: Review and wait 5 seconds." #next',
        '  component PracticeForm',
        '  component Aside',
        '    paragraph "At most 1,000 customers."',
        '  html #more',
        '    paragraph "More"',
        '    paragraph "See the list."',
      ].join('\n'),
    );
  });

  it('gives an anchor the place of its whole comment, so that the stretch it names lies between two of them', () => {
    const document = parsePage('Use the legal name. {/* #legal */} No test names. {/* #test */}\n', {
      dialect: 'mdx',
    });
    const anchors = document.blocks[0]?.traits.anchors ?? [];
    expect(anchors.map(({ id, span }) => [id, sliceOf(document, span)])).toEqual([
      ['legal', '{/* #legal */}'],
      ['test', '{/* #test */}'],
    ]);
  });

  it('reads a line that is one JSX element as the paragraph it shows', () => {
    const { blocks } = parsePage(
      '<b>Add a customer</b>\n\n<a id="x" />\n\n<Note title="A">Ask **first**.</Note>\n',
      { dialect: 'mdx' },
    );
    expect(
      blocks.map(({ kind, text, traits }) => [
        kind,
        text,
        traits.emphases.map((run) => run.text),
        traits.anchors.map(({ id }) => id),
      ]),
    ).toEqual([
      ['paragraph', 'Add a customer', ['Add a customer'], []],
      ['component', 'Ask first.', ['first'], ['x']],
    ]);
  });

  it.each([
    ['Text.\n\n<Aside>\n\nNever closed. {/* #kept */}\n', '3:1-3:8', 'Expected a closing tag for `<Aside>`'],
    [
      '---\ntitle: A\n---\n\nText {count\n\nMore.\n',
      '5:6-5:12',
      'Unexpected end of file in expression, expected a corresponding closing brace for `{`',
    ],
    [
      '\uFEFF😀 {a\n',
      '1:5-1:7',
      'Unexpected end of file in expression, expected a corresponding closing brace for `{`',
    ],
  ])('reports what it cannot parse in %j and reads the rest as GFM', (text, place, message) => {
    const { problems, blocks } = parsePage(text, { dialect: 'mdx' });
    expect(problems.map((problem) => [problem.kind, placeOf(problem.span), problem.message])).toEqual([
      ['syntax', place, message],
    ]);
    expect(blocks.length).toBeGreaterThan(0);
  });

  it('keeps ids and hides comments in a page it could not parse', () => {
    const document = parsePage('1. Select **Add**. {/* #add */}\n2. {broken {/* a note */}\n', {
      dialect: 'mdx',
    });
    expect(outlineOf(document)).toBe('list\n  step 1 "Select Add." #add\n  step 2 "{broken"');
  });

  it.each(["export const label = 'Customers\\", 'import a from "b\\', 'import a from "b\\\n\n'])(
    'refuses the open string of %j, which could end the process of a build',
    (text) => {
      const { blocks, problems } = parsePage(text, { dialect: 'mdx' });
      expect(blocks).toEqual([]);
      expect(problems).toMatchObject([
        { kind: 'syntax', message: 'Expected a quotation mark that closes the last string' },
      ]);
    },
  );

  it('reads the ids and admonitions of Docusaurus, nested ones and such as end a list', () => {
    const text = [
      '## Steg {#steg}',
      '',
      '1. Välj **Kunder**.',
      '',
      '   :::note[Läs **detta**]',
      '   - Namn',
      '   :::',
      '',
      '::::tip Bra att veta',
      'Text {antal}.',
      ':::danger',
      '注意。',
      ':::',
      '::::',
      '',
      ':::note',
      'Aldrig stängd.',
    ].join('\n');
    const document = parsePage(text, { dialect: 'mdx' });
    expect(document.problems).toEqual([]);
    expect(outlineOf(document)).toBe(
      [
        '## Steg #steg',
        '  list',
        '    step 1 "Välj Kunder."',
        '      callout note "Läs detta"',
        '        list',
        '          item "Namn"',
        '  callout tip "Bra att veta"',
        '    paragraph "Text ."',
        '    callout danger',
        '      paragraph "注意。"',
        '  paragraph ":::note Aldrig stängd."',
      ].join('\n'),
    );
    expect(document.blocks.filter(({ kind }) => kind === 'callout').map(({ span }) => placeOf(span))).toEqual(
      ['5:4-7:7', '9:1-14:5', '11:1-13:4'],
    );
  });

  it('keeps the sections of tabs that have headings', () => {
    const text = '<Tabs>\n<TabItem value="a">\n\n## Install\n\nText.\n\n</TabItem>\n</Tabs>\n';
    expect(outlineOf(parsePage(text, { dialect: 'mdx' }))).toBe(
      ['component Tabs', 'component TabItem', '## Install', '  paragraph "Text."'].join('\n'),
    );
  });

  it('reports an export that is never closed, and reads the text behind it', () => {
    const document = parsePage('Text.\n\nexport const label = {\n  a: 1\n\nMore **text**.\n', {
      dialect: 'mdx',
    });
    expect(document.problems.map(({ message, span }) => [message, placeOf(span)])).toEqual([
      ['Expected a closing bracket for `export`', '3:1-3:23'],
    ]);
    expect(outlineOf(document)).toBe('paragraph "Text."\nparagraph "More text."');
  });

  it.each([
    'export const meta = {\n  re: /[{]/,\n\n  b: "{",\n};\n\nText.',
    'export default function Page() {\n\n  return <b>{"("}</b>;\n}\n\nText.',
    "import { a } from 'a';\nexport const b = `(${a}`;\n\nText.",
  ])('finds nothing wrong with %j', (text) => {
    const { problems, blocks } = parsePage(text, { dialect: 'mdx' });
    expect([problems, blocks.map((block) => block.text)]).toEqual([[], ['Text.']]);
  });

  it('knows the components of a page that it could not parse', () => {
    const text =
      "import Note from './note.astro';\n\n<Note>\n\nRead **this**.\n\n</Note>\n\n<Form a={{ b: 1 }} />\n\n{open\n\n<Aside>\n\nText.\n";
    expect(outlineOf(parsePage(text, { dialect: 'mdx' }))).toBe(
      [
        'component Note',
        '  paragraph "Read this."',
        'component Form',
        'paragraph "{open"',
        'component Aside',
        'paragraph "Text."',
      ].join('\n'),
    );
  });
});
