import type { PhrasingContent, Text } from 'mdast';
import { type Custom, defineMdastPlugin, type MdastTarget } from 'satteri';
import { element } from './element.ts';

/**
 * Turns `{/* #id *\/}` comments into ids. In a heading the comment names the heading; in the first paragraph of a
 * list item the first comment names the item; anywhere else in text a comment names a span around everything since
 * the previous comment or the start. Alone between two blocks it marks that place.
 */
export const anchors = defineMdastPlugin({
  name: 'anchors',
  heading(node, context) {
    const { own, children } = takeAnchors(node.children, true);
    if (own !== undefined) context.setProperty(node, 'data', { hProperties: { id: own } });
    if (children) context.setProperty(node, 'children', children);
  },
  paragraph(node, context) {
    const parent = context.parent(node);
    const opensItem = parent.type === 'listItem' && context.indexOf(node) === 0;
    const { own, children } = takeAnchors(node.children, opensItem);
    if (own !== undefined) context.setProperty(parent, 'data', { hProperties: { id: own } });
    if (children) context.setProperty(node, 'children', children);
  },
  tableCell(node, context) {
    const { children } = takeAnchors(node.children, false);
    if (children) context.setProperty(node, 'children', children);
  },
  mdxFlowExpression(node, context) {
    const id = anchorId(node);
    if (id !== undefined) context.replaceNode(node, element('div', { id }, []));
  },
});

type Inline = PhrasingContent | Custom;

/**
 * The text without its anchor comments: `own` is the id for the element around it, when it takes the first;
 * `children` is `undefined` where there was no comment, so that the text can stay as it is.
 */
function takeAnchors(
  children: readonly Readonly<PhrasingContent>[],
  firstNamesElement: boolean,
): { own: string | undefined; children: MdastTarget[] | undefined } {
  const placed: Inline[] = [];
  let run: Inline[] = [];
  let own: string | undefined;
  let found = false;
  for (const child of children) {
    const id = anchorId(child);
    if (id === undefined) {
      run.push(child);
      continue;
    }
    found = true;
    if (firstNamesElement && own === undefined) {
      own = id;
      placed.push(...run);
    } else {
      placed.push(...named(run, id));
    }
    run = [];
  }
  if (!found) return { own, children: undefined };
  return { own, children: trimEnd([...placed, ...run]) };
}

/** The id an MDX expression holds when it is nothing but an anchor comment. */
function anchorId(node: Readonly<{ type: string; value?: unknown }>): string | undefined {
  if (node.type !== 'mdxTextExpression' && node.type !== 'mdxFlowExpression') return undefined;
  return String(node.value).match(/^\s*\/\*\s*#([\p{L}\p{N}_-]+)\s*\*\/\s*$/u)?.[1];
}

/** A span with the id around `run`; white space at its ends stays outside, so that no highlight begins with a gap. */
function named(run: readonly Inline[], id: string): Inline[] {
  const [first, ...others] = run;
  const before = first?.type === 'text' ? (textOf(first).match(/^\s+/)?.[0] ?? '') : '';
  const words = first && before ? [text(textOf(first).slice(before.length)), ...others] : [...run];
  const last = words.at(-1);
  const after = last?.type === 'text' ? (textOf(last).match(/\s+$/)?.[0] ?? '') : '';
  return [
    ...(before ? [text(before)] : []),
    element('span', { id }, trimEnd(words)),
    ...(after ? [text(after)] : []),
  ];
}

function trimEnd(inline: readonly Inline[]): Inline[] {
  const last = inline.at(-1);
  if (last?.type !== 'text') return [...inline];
  const value = textOf(last).trimEnd();
  const kept = inline.slice(0, -1);
  return value === '' ? trimEnd(kept) : [...kept, text(value)];
}

function text(value: string): Text {
  return { type: 'text', value };
}

function textOf(node: Inline): string {
  return 'value' in node ? String(node.value) : '';
}
