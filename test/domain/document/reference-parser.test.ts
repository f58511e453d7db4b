import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { blankFrontMatter, readFrontMatter } from '../../../src/domain/document/front-matter.ts';
import { indexLines } from '../../../src/domain/document/line-index.ts';
import { parseMarkdown } from '../../../src/domain/document/satteri-parser.ts';
import { fixtures, readFixture } from './read-fixture.ts';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();
const remarkWithMdx = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .use(remarkMdx)
  .freeze();

it.each(fixtures)('gives the same tree of $name as remark does, to the last position', ({ name }) => {
  for (const lineEnd of ['\n', '\r\n']) {
    const text = readFixture(name).replaceAll('\n', lineEnd);
    const isMdx = name.endsWith('.mdx');
    const body = blankFrontMatter(text, readFrontMatter(text, indexLines(text)).bodyStart);
    const tree = parseMarkdown(body, { syntax: isMdx ? 'mdx' : 'markdown' });
    const reference = (isMdx ? remarkWithMdx : remark).parse(text);
    expect(linesOf(tree, reference)).toEqual(linesOf(reference, reference));
  }
});

it('differs from remark where a line is one JSX element, as MDX itself does', () => {
  const text = '<b>Add a customer</b>\n';
  expect(parseMarkdown(text, { syntax: 'mdx' }).children.map(({ type }) => type)).toEqual([
    'mdxJsxFlowElement',
  ]);
  expect(remarkWithMdx.parse(text).children.map(({ type }) => type)).toEqual(['paragraph']);
});

it('differs from remark in the end of an import, which includes the line end', () => {
  const text = "import Form from './form.astro'\n\nText.\n";
  expect([endOfFirst(parseMarkdown(text, { syntax: 'mdx' })), endOfFirst(remarkWithMdx.parse(text))]).toEqual(
    [32, 31],
  );
});

function endOfFirst(tree: Root): number | undefined {
  return tree.children[0]?.position?.end.offset;
}

/**
 * Every node on a line: type, content and place. Left out are front matter, which is read apart, the end of an import,
 * and the places of the nodes that remark makes of a bare address in brackets and forgets to place.
 */
function linesOf(tree: Root, reference: Root): string[] {
  const unplaced = new Set<string>();
  walk(reference, (node) => {
    if (node.position === undefined) unplaced.add(contentOf(node));
  });
  const lines: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'yaml' || node.type === 'toml') return;
    // Compared as remark has it: the element in a paragraph of its own.
    const isLifted =
      node.type === 'mdxJsxFlowElement' && node.children.some(({ type }) => String(type) === 'text');
    if (isLifted) lines.push(`paragraph ${placeOf(node)}`, `mdxJsxTextElement ${placeOf(node)}`);
    else
      lines.push(
        `${node.type} ${unplaced.has(contentOf(node)) ? '' : placeOf(node)} ${contentOf(node)}`.trim(),
      );
  });
  return lines;
}

function contentOf(node: Nodes): string {
  if ('value' in node) return JSON.stringify(node.value);
  return 'url' in node ? node.url : '';
}

function placeOf({ type, position }: Nodes): string {
  const { start, end } = position ?? {};
  const last = type === 'mdxjsEsm' ? '' : `${end?.line}:${end?.column} ${end?.offset}`;
  return `${start?.line}:${start?.column} ${start?.offset} to ${last}`;
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child, visit);
}
