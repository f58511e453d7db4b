import type { Nodes } from 'mdast';
import type { Fence } from './dialects/dialect-reader.ts';
import { endOf, paragraphBetween, startOf } from './node-place.ts';
import type { Reading } from './reading.ts';

/**
 * The siblings, a paragraph divided where a line of it opens or closes a container: no blank line need stand there,
 * documented for Python-Markdown's block extensions.
 */
export function withFencesApart(reading: Reading, nodes: readonly Nodes[]): readonly Nodes[] {
  const { fences: known } = reading;
  if (known === undefined) return nodes;
  const mayHoldFence = (node: Nodes): boolean => {
    if (node.type !== 'paragraph') return false;
    return reading.text.slice(startOf(node), endOf(node)).includes(known.sign);
  };
  // Most siblings stay as they are.
  if (!nodes.some(mayHoldFence)) return nodes;
  return nodes.flatMap((node): readonly Nodes[] => {
    if (node.type !== 'paragraph' || !mayHoldFence(node)) return [node];
    const source = reading.text.slice(startOf(node), endOf(node));
    const lines = [...source.matchAll(/[^\r\n]+/g)];
    const fences = lines.filter(([line]) => known.read(line.trim()) !== undefined);
    if (fences.length === 0 || lines.length === 1) return [node];
    const ends = fences.flatMap(({ index, 0: line }) => [index, index + line.length]);
    return [0, ...ends].flatMap((from, at) => {
      const piece = source.slice(from, ends[at]);
      const start = startOf(node) + from + piece.search(/\S|$/);
      const end = startOf(node) + from + piece.trimEnd().length;
      return piece.trim() === '' ? [] : [paragraphBetween(node, start, end)];
    });
  });
}

/** Where each container that opens among siblings closes, by the places of its fences. */
export function containersIn(reading: Reading, nodes: readonly Nodes[]): ReadonlyMap<number, number> {
  if (reading.fences === undefined) return none;
  const lastOf = new Map<number, number>();
  const open: { readonly at: number; readonly length: number }[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const fence = fenceOf(reading, nodes[at]);
    if (fence?.kind === 'open') open.push({ at, length: fence.length });
    if (fence?.kind !== 'close') continue;
    const match = open.findLastIndex(({ length }) => length === fence.length);
    if (match === -1) continue;
    lastOf.set(open[match]?.at ?? at, at);
    // What opened inside and was not closed there is no container.
    open.length = match;
  }
  return lastOf;
}

const none: ReadonlyMap<number, number> = new Map();

/** What a paragraph opens or closes. */
export function fenceOf(reading: Reading, node: Nodes | undefined): Fence | undefined {
  const { fences, text } = reading;
  if (fences === undefined || node?.type !== 'paragraph') return undefined;
  const start = startOf(node);
  return text.startsWith(fences.sign, start) ? fences.read(text.slice(start, endOf(node))) : undefined;
}
