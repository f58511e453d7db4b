import type { Blockquote, Nodes, Root } from 'mdast';
import { endOf, paragraphBetween, startOf } from '../../node-place.ts';

/** Marks the quotes that are boxes, `> [!div class="checklist"]`: their first line is no text, and they are no notices. */
export function readDivs(tree: Root, body: string): void {
  if (!/\[!(?:div|DIV|Div)\b/.test(body)) return;
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'blockquote') readDiv(node, body);
    if ('children' in node && node.type !== 'paragraph') for (const child of node.children) open.push(child);
  }
}

function readDiv(quote: Blockquote, body: string): void {
  const [first] = quote.children;
  if (first?.type !== 'paragraph') return;
  const start = startOf(first);
  const source = body.slice(start, endOf(first));
  const match = /^\[!div\b([^\]\r\n]*)\][ \t]*(?:(?:\r\n|\n|\r)[ \t>]*)?/i.exec(source);
  if (match === null) return;
  const headEnd = start + match[0].trimEnd().replace(/[\s>]+$/, '').length;
  const text = `div ${(match[1] ?? '').trim()}`.trim();
  quote.data = { titled: { kind: 'component', name: 'div', text, hasTitle: false, headEnd } };
  if (match[0].length === source.length) quote.children.shift();
  else quote.children[0] = paragraphBetween(first, start + match[0].length, endOf(first));
}
