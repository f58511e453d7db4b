import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();
const remarkWithMdx = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .use(remarkMdx)
  .freeze();

/** The tree that remark-parse, which is micromark, makes of a page. */
export function referenceTreeOf(text: string, syntax: 'markdown' | 'mdx'): Root {
  return (syntax === 'mdx' ? remarkWithMdx : remark).parse(text);
}

/** How two trees of one page compare: in every node and place, but for the known differences, or not. */
export function compareTrees(tree: Root, reference: Root): 'same' | 'known difference' | 'other difference' {
  const lines = JSON.stringify(linesOf(tree, reference));
  if (lines !== JSON.stringify(linesOf(reference, reference))) return 'other difference';
  return JSON.stringify(placesOf(tree)) === JSON.stringify(placesOf(reference)) ? 'same' : 'known difference';
}

function placesOf(tree: Root): readonly string[] {
  const places: string[] = [];
  walk(tree, ({ type, position }) => {
    if (type !== 'yaml' && type !== 'toml')
      places.push(`${type} ${position?.start.offset} ${position?.end.offset}`);
  });
  return places;
}

/**
 * Every node on a line: type, content and place. Left out are front matter, which is read apart, the end of an import,
 * and the places of the nodes that remark makes of a bare address in brackets and forgets to place.
 */
export function linesOf(tree: Root, reference: Root): string[] {
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
