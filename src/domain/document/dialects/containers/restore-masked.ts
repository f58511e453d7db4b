import type { Nodes, Root } from 'mdast';
import { codePieces } from '../../code-pieces.ts';
import { endOf, startOf } from '../../node-place.ts';
import { maskSign } from './mask-tags.ts';

/** Gives the nodes of a masked page the words of the page back: texts, code, and the targets of links. */
export function restoreMasked(
  tree: Root,
  body: string,
  masked: string,
  readTarget: ((tag: string) => string | undefined) | undefined,
): void {
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('children' in node) for (const child of node.children) open.push(child);
    switch (node.type) {
      case 'code':
        node.value = codeOf(node.value, startOf(node), endOf(node), body, masked);
        break;
      case 'text':
      case 'inlineCode':
        node.value = unmask(node.value, startOf(node), body, masked);
        break;
      case 'link':
      case 'definition':
      case 'image': {
        if (!node.url.includes(maskSign)) break;
        const from = 'children' in node ? endOf(node.children.at(-1)) : startOf(node);
        const url = unmask(node.url, Math.max(from, startOf(node)), body, masked);
        node.url = readTarget?.(url) ?? url;
        break;
      }
      default:
    }
  }
}

/** A value with each run of masks replaced by what stands in the page there. */
function unmask(value: string, from: number, body: string, masked: string): string {
  if (!value.includes(maskSign)) return value;
  let at = from;
  return value.replace(runs, (run) => {
    const start = masked.indexOf(run, at);
    if (start === -1) return run;
    at = start + run.length;
    return body.slice(start, at);
  });
}

const runs = new RegExp(`${maskSign}+`, 'g');

function codeOf(value: string, start: number, end: number, body: string, masked: string): string {
  // The lines of the fence itself may be masks.
  const inside = masked.slice(start, end);
  if (inside === body.slice(start, end)) return value;
  return codePieces({ text: masked }, value, start, end)
    .map((piece) => body.slice(piece.start, piece.end))
    .join('');
}
