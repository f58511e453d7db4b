import type { Blockquote, Nodes, Paragraph, Root } from 'mdast';
import { endOf, startOf } from '../../node-place.ts';
import type { Container, Stretch } from './container.ts';

/** Puts what stands between the tags of each container into a quote, which says what it is. */
export function groupContainers(tree: Root, body: string, containers: readonly Container[]): void {
  const grouping: Grouping = {
    body,
    opening: new Map(containers.map((container) => [container.open.start, container])),
    closing: new Map(
      containers.flatMap((container) => (container.close ? [[container.close.start, container]] : [])),
    ),
    edges: containers
      .flatMap(({ open, close }) => [open, ...(close ? [close] : [])])
      .flatMap(({ start, end }) => [start, end])
      .toSorted((one, other) => one - other),
    unfolded: new Set(),
  };
  groupChildren(tree, grouping, true);
}

interface Grouping {
  readonly body: string;
  readonly opening: ReadonlyMap<number, Container>;
  readonly closing: ReadonlyMap<number, Container>;
  /** Where tags begin and end, in order. */
  readonly edges: readonly number[];
  /** Containers whose content has headings: these divide the page, so that the content is no child of the container. */
  readonly unfolded: Set<Container>;
}

function groupChildren(node: Nodes, grouping: Grouping, isTop: boolean): void {
  if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading' || node.type === 'table')
    return;
  const children: Nodes[] = node.children;
  if (!holdsEdge(grouping.edges, startOf(node), endOf(node)) && !isTop) return;
  const divided = children.flatMap((child) => divideAtEdges(child, grouping));
  const grouped = group(divided, grouping, isTop);
  children.splice(0, children.length, ...grouped);
}

function group(nodes: readonly Nodes[], grouping: Grouping, isTop: boolean): Nodes[] {
  const grouped: Nodes[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) continue;
    const container = grouping.opening.get(startOf(node));
    if (container === undefined) {
      const closed = grouping.closing.get(startOf(node));
      if (closed === undefined) {
        groupChildren(node, grouping, false);
        grouped.push(node);
      } else if (grouping.unfolded.has(closed) && closed.close !== undefined) {
        grouped.push(tagNode(node, closed.close, grouping.body));
      }
      continue;
    }
    let last = at;
    while (last + 1 < nodes.length && startOf(nodes[last + 1]) < container.end) last += 1;
    const content = nodes.slice(at + 1, last + 1);
    const isUnfolded =
      isTop &&
      container.kind === 'component' &&
      content.some((child) => child.type === 'heading' && !grouping.opening.has(startOf(child)));
    if (isUnfolded) {
      grouping.unfolded.add(container);
      grouped.push(container.opensWithHeading === true ? node : tagNode(node, container.open, grouping.body));
      continue;
    }
    at = last;
    if (container.kind === 'hidden') continue;
    if (container.kind === 'code' && node.type === 'code') {
      if (container.language !== undefined) node.lang = container.language;
      grouped.push(node);
      continue;
    }
    grouped.push(quoteOf(container, node, group(content, grouping, false), grouping.body));
  }
  return grouped;
}

function quoteOf(container: Container, head: Nodes, content: readonly Nodes[], body: string): Nodes {
  const title = titleOf(container, head, body);
  const end = Math.max(container.close?.end ?? container.open.end, endOf(content.at(-1)));
  const children = [...(title === undefined ? [] : [title]), ...content];
  const quote: Blockquote = {
    type: 'blockquote',
    // The children of a quote are blocks, as those of what it stands for.
    children: children as Blockquote['children'],
    data: {
      titled: {
        kind: container.kind === 'callout' ? 'callout' : 'component',
        name: container.name,
        text: container.text,
        hasTitle: title !== undefined,
        headEnd: container.open.end,
      },
    },
    ...placedAt(head, container.open.start, end),
  };
  return quote;
}

function titleOf({ title }: Container, head: Nodes, body: string): Paragraph | undefined {
  if (title === undefined) return undefined;
  const [first] = head.type === 'heading' ? head.children : [];
  const isLinkAlone = head.type === 'heading' && head.children.length === 1 && first?.type === 'link';
  const value = body.slice(title.start, title.end);
  const children: Paragraph['children'] = isLinkAlone
    ? first.children
    : head.type === 'heading'
      ? head.children
      : [{ type: 'text', value, ...placedAt(head, title.start, title.end) }];
  return { type: 'paragraph', children, ...placedAt(head, title.start, title.end) };
}

/** A tag that stays in the page, as the paragraph that the dialect's marks are read from. */
function tagNode(node: Nodes, { start, end }: Stretch, body: string): Paragraph {
  const place = placedAt(node, start, end);
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: body.slice(start, end), ...place }],
    ...place,
  };
}

/** The paragraph, or the line across the page that stands for several tags, in pieces. */
function divideAtEdges(node: Nodes, { edges, body }: Grouping): readonly Nodes[] {
  if (node.type !== 'paragraph' && node.type !== 'thematicBreak') return [node];
  const start = startOf(node);
  const end = endOf(node);
  const inside = edges.slice(firstAfter(edges, start), firstAfter(edges, end - 1));
  if (inside.length === 0) return [node];
  return [start, ...inside].flatMap((from, at) => {
    const to = inside[at] ?? end;
    const piece = body.slice(from, to);
    const trimmed = piece.trim();
    if (trimmed === '' || from === to) return [];
    const pieceStart = from + piece.search(/\S/);
    return [{ ...node, ...placedAt(node, pieceStart, pieceStart + trimmed.length) }];
  });
}

/** Lines and columns are read from offsets later on. */
function placedAt({ position }: Nodes, start: number, end: number): Pick<Paragraph, 'position'> {
  if (position === undefined) return {};
  return {
    position: { start: { ...position.start, offset: start }, end: { ...position.end, offset: end } },
  };
}

function holdsEdge(edges: readonly number[], start: number, end: number): boolean {
  return (edges[firstAfter(edges, start - 1)] ?? Number.POSITIVE_INFINITY) < end;
}

/** Index of the first edge behind an offset. */
function firstAfter(edges: readonly number[], offset: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
