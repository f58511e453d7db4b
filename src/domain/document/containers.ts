import type { Nodes } from 'mdast';
import type { Fence } from './dialects/dialect-reader.ts';
import { endOf, paragraphBetween, startOf } from './node-place.ts';
import type { Reading } from './reading.ts';

/**
 * The siblings, a paragraph divided where a line of it opens or closes a container: no blank line need stand there,
 * documented for Python-Markdown's block extensions.
 */
export function withFencesApart(reading: Reading, nodes: readonly Nodes[]): readonly Nodes[] {
  const { readFence } = reading;
  if (readFence === undefined) return nodes;
  return nodes.flatMap((node): readonly Nodes[] => {
    if (node.type !== 'paragraph') return [node];
    const source = reading.text.slice(startOf(node), endOf(node));
    if (!mayHoldFence(source)) return [node];
    const lines = [...source.matchAll(/[^\r\n]+/g)];
    const fences = lines.filter(([line]) => readFence(line.trim()) !== undefined);
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

/** Whether a line starts with a sign, as every fence does; most paragraphs have none. */
function mayHoldFence(source: string): boolean {
  return /^[ \t]*[!-/:-@[-`{-~]/m.test(source);
}

/** Where each container that opens among siblings closes, by the places of its fences. */
export function containersIn(reading: Reading, nodes: readonly Nodes[]): ReadonlyMap<number, number> {
  if (reading.readFence === undefined) return none;
  const lastOf = new Map<number, number>();
  const open: { readonly at: number; readonly length: number }[] = [];
  for (const [at, node] of nodes.entries()) {
    const fence = fenceOf(reading, node);
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
  const { readFence } = reading;
  if (readFence === undefined || node?.type !== 'paragraph') return undefined;
  return readFence(reading.text.slice(startOf(node), endOf(node)));
}
