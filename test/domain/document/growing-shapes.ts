import type { Dialect } from '../../../src/domain/document/page-document.ts';

/** A page that grows in one way: what it looks like at a size. */
export interface GrowingShape {
  readonly name: string;
  readonly dialect: Dialect;
  readonly pageOf: (size: number) => string;
}

function repeated(piece: string): (size: number) => string {
  return (size) => piece.repeat(size);
}

function numbered(pieceOf: (index: number) => string): (size: number) => string {
  return (size) => Array.from({ length: size }, (_, index) => pieceOf(index)).join('');
}

/** Grows in two ways at once, so that the page grows as much as the size does. */
function squared(pieceOf: (index: number) => string): (size: number) => string {
  return (size) => numbered(pieceOf)(Math.ceil(Math.sqrt(size)));
}

const shapes: readonly (readonly [name: string, dialect: Dialect, pageOf: (size: number) => string])[] = [
  ['bold labels in one paragraph', 'gfm', repeated('Select **Add** now. ')],
  ['bold that opens and never closes', 'gfm', repeated('**a ')],
  ['emphasis that only closes', 'gfm', repeated('a** b* ')],
  ['stars inside words', 'gfm', repeated('a**b')],
  ['links in one paragraph', 'gfm', repeated('[a](b.md) ')],
  ['links by reference', 'gfm', (size) => `${'[a][b] '.repeat(size)}\n\n[b]: c.md\n`],
  ['link definitions', 'gfm', numbered((index) => `[r${index}]\n\n[r${index}]: ${index}.md\n\n`)],
  ['brackets that open', 'gfm', repeated('[a ')],
  ['bare addresses', 'gfm', repeated('https://a.example/b ')],
  ['images', 'gfm', repeated('![a](b.png)\n\n')],
  ['quotes on one line', 'gfm', repeated('> ')],
  ['quotes in quotes', 'gfm', squared((index) => `${'> '.repeat(index + 1)}a\n`)],
  ['callouts', 'gfm', repeated('> [!NOTE]\n> Save first.\n\n')],
  ['lists in lists', 'gfm', squared((index) => `${'  '.repeat(index)}- a\n`)],
  ['items', 'gfm', repeated('- Select **Add**.\n')],
  ['lists of one item', 'gfm', repeated('- a\n+ b\n')],
  ['steps with blocks', 'gfm', repeated('1. Select.\n\n   Then wait.\n\n')],
  ['cells of one row', 'gfm', (size) => `|${'a|'.repeat(size)}\n|${'-|'.repeat(size)}\n`],
  ['rows of a table', 'gfm', (size) => `| a | b |\n|---|---|\n${'| c | 12 |\n'.repeat(size)}`],
  ['footnotes', 'gfm', numbered((index) => `a[^${index}]\n\n[^${index}]: b\n\n`)],
  ['tags that open', 'gfm', repeated('a <b>')],
  ['tags on lines of one block', 'gfm', repeated('<div>\n')],
  ['signs of tags', 'gfm', repeated('a <b ')],
  ['attributes of one tag', 'gfm', (size) => `<a ${'b=c '.repeat(size)}>d</a>`],
  ['comments that open', 'gfm', repeated('a <!-- ')],
  ['details', 'gfm', repeated('<details>\n<summary>a</summary>\n\nb\n\n</details>\n\n')],
  ['ids on lines of their own', 'gfm', repeated('<a name="x"></a>\n\n')],
  ['code spans', 'gfm', repeated('`a` ')],
  ['rows of backticks', 'gfm', squared((index) => `a${'`'.repeat(index + 1)}`)],
  ['code blocks', 'gfm', repeated('```\na\n```\n\n')],
  ['lines of code in an item', 'gfm', (size) => `- a\n\n  \`\`\`\n${'  b\n'.repeat(size)}  \`\`\`\n`],
  ['backslashes', 'gfm', repeated('\\')],
  ['escapes', 'gfm', repeated('\\*')],
  ['character references', 'gfm', repeated('&lt; ')],
  ['lines with character references', 'gfm', repeated('&lt; a\n')],
  ['headings', 'gfm', repeated('## Add a customer\n\n')],
  ['headings in headings', 'gfm', repeated('# a\n\n## b\n\n### c\n\n')],
  ['paragraphs', 'gfm', repeated('Select the customer.\n\n')],
  ['words of one line', 'gfm', repeated('customer ')],
  ['letters of one word', 'gfm', repeated('客户')],
  ['spaces', 'gfm', (size) => `a${' '.repeat(size)}b`],
  ['empty lines', 'gfm', repeated('\n')],
  ['numbers', 'gfm', repeated('1,000 ')],
  ['digits with points', 'gfm', repeated('1.')],
  ['fields of front matter', 'gfm', (size) => `---\n${numbered((at) => `k${at}: v\n`)(size)}---\n\na\n`],
  ['combining marks', 'gfm', (size) => `e${'\u0301'.repeat(size)}`],
  ['marks of direction', 'gfm', repeated('\u202Eא ')],
  ['ids in comments', 'mdx', repeated('{/* #a */}\n\n')],
  ['expressions of one paragraph', 'mdx', repeated('a {b} ')],
  ['elements of one paragraph', 'mdx', repeated('<b>a</b> ')],
  ['components', 'mdx', repeated('<A>\n\nb\n\n</A>\n\n')],
  ['elements in elements', 'mdx', (size) => `${'<b>'.repeat(size)}a${'</b>'.repeat(size)}`],
  ['imports', 'mdx', numbered((index) => `import a${index} from "b"\n`)],
  ['images of Learn', 'learn', repeated(':::image source="a.png" alt-text="b":::\n\n')],
  ['zones', 'learn', repeated('::: zone pivot="a"\n\nb\n\n::: zone-end\n\n')],
  ['includes in one paragraph', 'learn', repeated('[!INCLUDE [a](b.md)]\n')],
  ['includes that open', 'learn', repeated('[!INCLUDE ')],
  ['sentences with their source', 'learn', repeated('<span class="sxs-lookup">a</span> b ')],
  ['shortcodes', 'hugo', repeated('{{< a b="c" >}}\n\n')],
  ['shortcodes in one paragraph', 'hugo', repeated('{{< a >}} b ')],
  ['shortcodes that open', 'hugo', repeated('{{< a ')],
  ['ids of headings', 'hugo', repeated('## a {#b}\n\n')],
  ['admonitions', 'mkdocs', repeated('/// note\n\na\n\n///\n\n')],
  ['admonitions that open', 'mkdocs', repeated('/// note\n\n')],
  ['fences in one paragraph', 'mkdocs', repeated('/// note\na\n///\n')],
  ['attribute lists', 'mkdocs', repeated('a { .b } ')],
  ['terms', 'mkdocs', repeated('a\n: b\n\n')],
  ['brackets that open without a word', 'gfm', repeated('[')],
  ['tags that open, then others that close', 'gfm', (size) => '<b>'.repeat(size) + '</i>'.repeat(size)],
  ['numbers and code', 'mkdocs', repeated('1 `2` ')],
  ['attribute lists that open', 'mkdocs', repeated('{ .a ')],
  ['character references without a space', 'mkdocs', repeated('&amp;')],
  ['numbers in a list', 'mkdocs', repeated('1,')],
  [
    'shortcodes in shortcodes',
    'hugo',
    (size) => '{{< note >}}\n'.repeat(size) + '{{< /note >}}\n'.repeat(size),
  ],
  [
    'shortcodes that open, then others that close',
    'hugo',
    (size) => `${'{{< a >}}'.repeat(size)}${'{{< /b >}}'.repeat(size)}{{< b >}}`,
  ],
  ['callouts of Hugo', 'hugo', repeated('{{< note >}}\nText.\n{{< /note >}}\n')],
  ['values that open', 'hugo', repeated('{{< a "')],
  ...[
    '# a\n',
    '!!! note\n    a\n',
    '```a\n',
    '<div>\n',
    ':   a\n',
    '[^1]: a\n',
    '[a]: b\n',
    'a\n---\n',
    '- a\n  - b\n',
    '**a *b _c ',
    '> - a\n',
  ].map((piece): readonly [string, Dialect, (size: number) => string] => [
    `${JSON.stringify(piece)} behind a list without an empty line`,
    'mkdocs',
    (size) => `x\n- y\n\n${piece.repeat(size)}`,
  ]),
];

/** Pages that grow in every way that we know a page to grow. */
export const growingShapes: readonly GrowingShape[] = shapes.map(([name, dialect, pageOf]) => ({
  name,
  dialect,
  pageOf,
}));
