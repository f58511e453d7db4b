import type { Stretch } from './container.ts';

/** Tells of a tag whether it begins or ends its lines, other tags and the markers of quotes and lists left aside. */
export interface TagLines {
  readonly begins: (tag: Stretch) => boolean;
  readonly ends: (tag: Stretch) => boolean;
  /** Whether the tag is the only one between its markers and the line end. */
  readonly isAlone: (tag: Stretch) => boolean;
}

/** Where the tags of a page stand on their lines. */
export function tagLinesOf(body: string, tags: readonly Stretch[]): TagLines {
  const inOrder = tags.toSorted((one, other) => one.start - other.start);
  const beginning = new Set<number>();
  let last: Stretch | undefined;
  for (const tag of inOrder) {
    const isBehind = last !== undefined && behindSpaces(body, last.end) === tag.start;
    if (isBehind ? beginning.has(last?.start ?? -1) : isFirst(body, tag.start)) beginning.add(tag.start);
    last = tag;
  }
  const ending = new Set<number>();
  const starts = new Set(inOrder.map(({ start }) => start));
  for (const { start, end } of inOrder.toReversed()) {
    const next = behindSpaces(body, end);
    const isLast = next >= body.length || body[next] === '\n' || body[next] === '\r';
    if (isLast || ending.has(next)) ending.add(start);
  }
  return {
    begins: ({ start }) => beginning.has(start),
    ends: ({ start }) => ending.has(start),
    isAlone: ({ start, end }) =>
      isFirst(body, start) && ending.has(start) && !starts.has(behindSpaces(body, end)),
  };
}

/** No page indents a tag, or nests it in lists and quotes, further than this. */
const longestIndent = 200;
const markers = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*$/;

function isFirst(body: string, at: number): boolean {
  const from = Math.max(at - longestIndent, 0);
  const before = body.slice(from, at);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return (lineStart > 0 || from === 0) && markers.test(before.slice(lineStart));
}

function behindSpaces(body: string, from: number): number {
  let at = from;
  while (body[at] === ' ' || body[at] === '\t') at += 1;
  return at;
}
