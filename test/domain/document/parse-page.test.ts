import { describe, expect, it } from 'vitest';
import type { Block, Dialect, PageDocument } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { sliceOf } from '../../../src/domain/document/spans.ts';
import { outlineOf, placeOf } from './outline.ts';
import { readFixture } from './read-fixture.ts';

function parse(text: string, dialect: Dialect = 'gfm'): PageDocument {
  return parsePage(text, { dialect });
}

function onlyBlock(document: PageDocument): Block {
  const [block] = document.blocks;
  if (block === undefined) throw new Error('The page has no block');
  return block;
}

describe('blocks and sections', () => {
  it('reads every kind of block of a GFM page', () => {
    expect(outlineOf(parse(readFixture('page.md')))).toBe(
      [
        '# Add a customer',
        '  paragraph "Select Add customer, then or press Ctrl+N. It is slow quick, Enter works too. A new line."',
        '  image "The list of customers"',
        '  list',
        '    item "Ask for the name"',
        '    item "Ask for the domain"',
        '      list',
        '        step 1 "Without the ending"',
        '        step 2 "At most 27 signs"',
        String.raw`          code powershell "New-PartnerCustomer ${'`'}\n  -Domain 'example'"`,
        '  quote',
        '    paragraph "Quoted over two lines"',
        '  list',
        '    step 7 "Seven"',
        '    step 8 "Eight"',
        '  divider',
        '  code "indented code"',
        '  html "Bold <text> in HTML second line"',
        '  #### Deeper',
        '    paragraph "See the guide, https://example.com/v1.2.3 and the note."',
        '    definition "Only for direct bill partners."',
        '  ## Later',
        '    paragraph "Done."',
      ].join('\n'),
    );
  });

  it('nests sections by depth and ends them where their content ends', () => {
    const { root, sections } = parse('Intro.\n\n# One\n\n### Deep\n\nText.\n\n## Two\n\n# Three\n');
    expect(
      sections.map(({ heading, parent, span }) => [heading?.text, parent?.index, placeOf(span)]),
    ).toEqual([
      ['One', -1, '3:1-9:7'],
      ['Deep', 0, '5:1-7:6'],
      ['Two', 0, '9:1-9:7'],
      ['Three', -1, '11:1-11:8'],
    ]);
    expect(root.blocks.map(({ text }) => text)).toEqual(['Intro.']);
    expect(root.sections).toHaveLength(2);
  });

  it('numbers steps as a reader sees them', () => {
    const { blocks } = parse('3. Select **Customers**.\n3. Select **Add customer**.\n');
    expect(blocks.map(({ kind, number, position, list }) => ({ kind, number, position, list }))).toEqual([
      { kind: 'list', number: undefined, position: undefined, list: { ordered: true, start: 3 } },
      { kind: 'step', number: 3, position: 0, list: undefined },
      { kind: 'step', number: 4, position: 1, list: undefined },
    ]);
  });

  it('keeps the text of an item empty where it starts with something else, at the place where it would stand', () => {
    const [, item] = parse('- ```\n  code\n  ```\n').blocks;
    expect(item).toMatchObject({
      kind: 'item',
      text: '',
      textSpan: { start: { offset: 2 }, end: { offset: 2 } },
    });
  });

  it('keeps a bold paragraph a paragraph', () => {
    expect(outlineOf(parse('**Add a customer**\n\n1. Select **Customers**.\n'))).toBe(
      'paragraph "Add a customer"\nlist\n  step 1 "Select Customers."',
    );
  });

  it('reads rows and cells with their places in the table', () => {
    const { blocks } = parse('| Country | ID |\n|---|---|\n| Sweden | *none* \\| any |\n| Brazil |\n');
    expect(
      blocks
        .filter(({ kind }) => kind === 'cell')
        .map(({ text, position, textSpan }) => [text, position, placeOf(textSpan)]),
    ).toEqual([
      ['Country', 0, '1:3-1:10'],
      ['ID', 1, '1:13-1:15'],
      ['Sweden', 0, '3:3-3:9'],
      ['none | any', 1, '3:12-3:25'],
      ['Brazil', 0, '4:3-4:9'],
    ]);
  });
});

describe('callouts', () => {
  it.each([
    '> [!NOTE]\n> Read this.',
    '>[!NOTE]\n>Read this.',
    '> [!note]\n>\n>\n> Read this.',
    '>[!NOTE]\nRead this.',
  ])('reads %j', (text) => {
    expect(outlineOf(parse(text, 'learn'))).toBe('callout note\n  paragraph "Read this."');
  });

  it('reads items glued to their quote marker', () => {
    expect(outlineOf(parse('>[!IMPORTANT]\n>Confirm:\n>- the name\n>- the address\n', 'learn'))).toBe(
      'callout important\n  paragraph "Confirm:"\n  list\n    item "the name"\n    item "the address"',
    );
  });

  it('takes what follows the marker on its line for the title', () => {
    const callout = onlyBlock(parse('> [!TIP] Before **you** start\n> Ask.\n'));
    expect(callout).toMatchObject({ kind: 'callout', callout: 'tip', text: 'Before you start' });
    expect(placeOf(callout.textSpan)).toBe('1:10-1:30');
    expect(callout.traits.emphases.map(({ text }) => text)).toEqual(['you']);
    expect(callout.children.map(({ text, span }) => [text, placeOf(span)])).toEqual([['Ask.', '2:3-2:7']]);
  });

  it('keeps a quote a quote', () => {
    expect(outlineOf(parse('> Said [!NOTE] once.\n'))).toBe('quote\n  paragraph "Said [!NOTE] once."');
  });
});

describe('traits', () => {
  it('gives what bold, links and code hold, with and without their markers', () => {
    const text = '*Select* **Add `New` customer** or [go [back]](../list.md "List"), ``a ` b``.\n';
    const document = parse(text);
    const { emphases, links, codes } = onlyBlock(document).traits;
    expect(emphases.map((run) => [run.kind, run.text, sliceOf(document, run.contentSpan)])).toEqual([
      ['emphasis', 'Select', 'Select'],
      ['strong', 'Add New customer', 'Add `New` customer'],
    ]);
    expect(links.map((link) => [link.target, link.text, sliceOf(document, link.textSpan)])).toEqual([
      ['../list.md', 'go [back]', 'go [back]'],
    ]);
    expect(codes.map((code) => [code.text, sliceOf(document, code.span)])).toEqual([
      ['New', '`New`'],
      ['a ` b', '``a ` b``'],
    ]);
  });

  it('resolves references, wherever they are defined, and reads links of every form', () => {
    const text =
      '[Guide][g] [G] <https://example.com/a> www.example.com [](empty.md) <a href="h.md">HTML</a>\n\n> [g]: guide.md\n\n[G]: other.md\n';
    expect(onlyBlock(parse(text)).traits.links.map((link) => `${link.text} → ${link.target}`)).toEqual([
      'Guide → guide.md',
      'G → guide.md',
      'https://example.com/a → https://example.com/a',
      'www.example.com → http://www.example.com',
      ' → empty.md',
      'HTML → h.md',
    ]);
  });

  it('reads bold and italic of HTML, and a link inside', () => {
    const document = parse('Select <b>Add <a href="c.md">customer</a></b>, <EM>then</EM> <i>wait.\n');
    const { emphases, links } = onlyBlock(document).traits;
    expect(
      emphases.map(({ kind, text, span, contentSpan }) => [
        kind,
        text,
        placeOf(span),
        sliceOf(document, contentSpan),
      ]),
    ).toEqual([
      ['strong', 'Add customer', '1:8-1:46', 'Add <a href="c.md">customer</a>'],
      ['emphasis', 'then', '1:48-1:61', 'then'],
    ]);
    expect(links.map(({ text, target }) => [text, target])).toEqual([['customer', 'c.md']]);
  });

  it('gives numbers of running text, not those of code and addresses', () => {
    const { numbers } = onlyBlock(
      parse('Up to **1,000** of `5` at https://example.com/7, see [9](10.md).\n'),
    ).traits;
    expect(numbers.map(({ value, text, span }) => [value, text, placeOf(span)])).toEqual([
      [1000, '1,000', '1:9-1:14'],
      [9, '9', '1:55-1:56'],
    ]);
  });

  it('gives an image alone its description as text', () => {
    const image = onlyBlock(parse('![The list](list.png)\n'));
    expect(image).toMatchObject({
      kind: 'image',
      text: 'The list',
      traits: { images: [{ source: 'list.png', alt: 'The list' }] },
    });
    expect(placeOf(image.textSpan)).toBe('1:3-1:11');
  });

  it('gives an id on a line of its own to what comes next', () => {
    const { blocks, sections } = parse('<a name="first"></a>\n\nText.\n\n<a id="second"></a>\n## Heading\n');
    expect(blocks.map(({ text, traits }) => [text, traits.anchors.map(({ id }) => id)])).toEqual([
      ['Text.', ['first']],
    ]);
    expect(sections[0]?.heading?.anchors.map(({ id }) => id)).toEqual(['second']);
  });
});

describe('text and its place', () => {
  it('maps escapes, references, line breaks and quote prefixes to the file', () => {
    const document = parse('> Terms &amp; \\*rules\\*\n>  of **the\n> year**.\n');
    const [, paragraph] = document.blocks;
    expect(paragraph?.text).toBe('Terms & *rules* of the year.');
    expect(
      paragraph?.traits.runs.map((run) => [run.text, run.at, sliceOf(document, run.span), run.markup.join()]),
    ).toEqual([
      ['Terms ', 0, 'Terms ', ''],
      ['&', 6, '&amp;', ''],
      [' ', 7, ' ', ''],
      ['*', 8, '\\*', ''],
      ['rules', 9, 'rules', ''],
      ['*', 14, '\\*', ''],
      [' ', 15, '\n>  ', ''],
      ['of ', 16, 'of ', ''],
      ['the', 19, 'the', 'strong'],
      [' ', 22, '\n> ', 'strong'],
      ['year', 23, 'year', 'strong'],
      ['.', 27, '.', ''],
    ]);
  });

  it('keeps the no-break space and the ideographic one', () => {
    expect(onlyBlock(parse('a\u00A0\u00A0b\u3000 c&nbsp;d\n')).text).toBe('a\u00A0\u00A0b\u3000 c\u00A0d');
  });

  it.each([
    ['a byte order mark', '\uFEFF'],
    ['a byte order mark and front matter', '\uFEFF---\ntitle: Kunder 😀\n---\n'],
    ['front matter', '---\ntitle: Kunder 😀\n---\n'],
  ])('counts UTF-16 units of the whole file after %s', (_, before) => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const text =
        `${before}# Kunder 😀 **här**\n\n1. Välj 👩‍👩‍👧 **Kunder**.\n2. 选择**客户**。\n`.replaceAll(
          '\n',
          lineEnd,
        );
      const document = parse(text);
      const { heading } = document.sections[0] ?? {};
      expect(heading?.text).toBe('Kunder 😀 här');
      expect(heading && sliceOf(document, heading.span)).toBe('# Kunder 😀 **här**');
      const steps = document.blocks.filter(({ kind }) => kind === 'step');
      expect(steps.map((step) => sliceOf(document, step.textSpan))).toEqual([
        'Välj 👩‍👩‍👧 **Kunder**.',
        '选择**客户**。',
      ]);
      expect(
        steps.flatMap(({ traits }) =>
          traits.emphases.map(({ contentSpan }) => sliceOf(document, contentSpan)),
        ),
      ).toEqual(['Kunder', '客户']);
      const lines = before.split('\n').length;
      expect(steps.map(({ span }) => placeOf(span))).toEqual([
        `${lines + 2}:1-${lines + 2}:29`,
        `${lines + 3}:1-${lines + 3}:13`,
      ]);
      for (const run of document.blocks.flatMap(({ traits }) => traits.runs))
        expect(sliceOf(document, run.span)).toBe(run.text);
    }
  });

  it('says where each line of indented code stands', () => {
    const document = parse('- Run:\n\n  ```sh\n  npm ci\n    npm start\n  ```\n');
    const code = document.blocks.find(({ kind }) => kind === 'code');
    expect(code).toMatchObject({ text: 'npm ci\n  npm start', language: 'sh' });
    expect(code?.traits.runs.map(({ text, span }) => [text, placeOf(span)])).toEqual([
      ['npm ci', '4:3-4:9'],
      ['\n', '4:9-5:1'],
      ['  npm start', '5:3-5:14'],
    ]);
  });
});

describe('what cannot be read', () => {
  it('bounds nesting and says so', () => {
    for (const marker of ['>', '> ', '- ', '1. ']) {
      const { problems, blocks } = parse(`Before.\n\n${marker.repeat(10_000)}deep\n\nAfter.\n`);
      expect(problems.map(({ kind, span }) => [kind, span.start.line])).toEqual([
        ['syntax', 3],
        ['syntax', 3],
      ]);
      expect(blocks.at(-1)?.text).toBe('After.');
    }
    const nested = Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- deep`).join('\n');
    expect(parse(nested).problems.map(({ message }) => message)).toEqual([
      'Blocks are nested more than 100 levels deep, what is deeper is not read',
    ]);
    expect(
      parse(`${'*'.repeat(2000)}deep${'*'.repeat(2000)}`).problems.map(({ message }) => message),
    ).toEqual(['Markup is nested more than 100 levels deep, what is deeper is not read']);
  });

  it('refuses MDX whose brackets nest deeper than its parser can go', () => {
    const { problems, blocks } = parse(`Before.\n\nexport const a = ${'`${'.repeat(20_000)}\n`, 'mdx');
    expect(problems.map(({ message, span }) => [message, span.start.line])).toEqual([
      ['Brackets are nested more than 1000 levels deep', 3],
    ]);
    expect(blocks[0]?.text).toBe('Before.');
  });

  it.each([
    ['<A b={', 60, 'Expressions open more than 14 tags that are not closed'],
    ['<A b={"}"', 60, 'Expressions open more than 14 tags that are not closed'],
    ['<A><B c={', 60, 'Expressions open more than 14 tags that are not closed'],
    ['{a} ', 5000, 'A paragraph has more than 4000 expressions'],
    ['<b>a</b> ', 5000, 'A paragraph has more than 4000 closing tags'],
  ])('refuses MDX whose parser would take too long over many %s', (piece, count, message) => {
    const { problems, blocks } = parse(`Before.\n\n${piece.repeat(count)}\n`, 'mdx');
    expect(problems.map((problem) => [problem.message, problem.span.start.line])).toEqual([[message, 3]]);
    expect(blocks[0]?.text).toBe('Before.');
  });

  it('takes no code for tags of MDX that are not closed', () => {
    const generic = 'new Map<string, List<number>>() {\n'.repeat(30);
    const { problems } = parse(`Write \`{\`, \`<b>\` and:\n\n\`\`\`ts\n${generic}\`\`\`\n`, 'mdx');
    expect(problems).toEqual([]);
  });

  it('takes a great many ids and links after a byte order mark', () => {
    const { blocks } = parse(`\uFEFF${'<a name="x"></a>'.repeat(150_000)}\n\nText.\n`);
    expect(blocks.map(({ text, traits }) => [text, traits.anchors.length])).toEqual([['Text.', 150_000]]);
  });

  it('reads nothing from nothing', () => {
    for (const text of ['', '\uFEFF', '\n', '---\n---\n']) {
      const { blocks, sections, root, problems } = parse(text);
      expect({ blocks, sections, problems }).toEqual({ blocks: [], sections: [], problems: [] });
      expect(root.span.end.offset).toBe(text.length);
    }
  });
});
