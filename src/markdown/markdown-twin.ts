import type { Nodes, Parents } from 'mdast';
import { parseMarkdown } from '../domain/document/satteri-parser.ts';

/** What a page's Markdown leaves to the site. */
export interface TwinContext {
  /** The address of the page itself. */
  readonly page: URL;
  /** The Markdown that stands for a component; `undefined` for one that is not known. */
  readonly component: (name: string) => string | undefined;
}

/**
 * A page as plain Markdown that can be read anywhere: ids in comments are left out, links are absolute, and what a
 * component would show is written out.
 * @throws When the page has a component that `context` does not know.
 */
export function markdownTwin(body: string, context: TwinContext): string {
  let text = body;
  // From the end on, so that the places of what is still to be changed stay true.
  const edits = editsIn(parseMarkdown(body, syntax), body, context).toSorted((a, b) => b.start - a.start);
  for (const { start, end, replacement } of edits)
    text = text.slice(0, start) + replacement + text.slice(end);
  return `${text.trim()}\n`;
}

const syntax = { syntax: 'mdx' } as const;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

function editsIn(node: Nodes, body: string, context: TwinContext): Edit[] {
  const own = editOf(node, body, context);
  if (own !== undefined) return [own];
  const inside =
    'children' in node ? (node as Parents).children.flatMap((child) => editsIn(child, body, context)) : [];
  const target =
    node.type === 'link' || node.type === 'image' || node.type === 'definition'
      ? targetEdit(node, body, context)
      : undefined;
  return target === undefined ? inside : [...inside, target];
}

function editOf(node: Nodes, body: string, context: TwinContext): Edit | undefined {
  const { start, end } = rangeOf(node);
  switch (node.type) {
    case 'mdxTextExpression':
      return { start: start - spacesBefore(body, start), end, replacement: '' };
    case 'mdxFlowExpression':
    case 'mdxjsEsm':
      return { start, end: end + lineEndsAfter(body, end), replacement: '' };
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const name = node.name ?? '';
      const replacement = context.component(name);
      if (replacement === undefined)
        throw new Error(`No Markdown stands for the component \`<${name} />\` in ${context.page.pathname}.`);
      return { start, end, replacement };
    }
    default:
      return undefined;
  }
}

/** Makes the address of a link one that works from anywhere. */
function targetEdit(node: Nodes & { url: string }, body: string, { page }: TwinContext): Edit | undefined {
  const absolute = new URL(node.url.replace(/^(?:\.\/)?(?<key>[^:#?]+)\.mdx(?=#|$)/, '../$<key>/'), page)
    .href;
  const { start, end } = rangeOf(node);
  const inside = 'children' in node ? node.children.at(-1) : undefined;
  const at = body.indexOf(node.url, inside === undefined ? start : rangeOf(inside).end);
  if (absolute === node.url || at < 0 || at > end) return undefined;
  return { start: at, end: at + node.url.length, replacement: absolute };
}

function rangeOf({ position }: Nodes): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function spacesBefore(body: string, offset: number): number {
  return /[ \t]*$/.exec(body.slice(Math.max(0, offset - 20), offset))?.[0].length ?? 0;
}

function lineEndsAfter(body: string, offset: number): number {
  return /^[ \t]*\n*/.exec(body.slice(offset, offset + 20))?.[0].length ?? 0;
}
