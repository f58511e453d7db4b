import type {
  Anchor,
  Block,
  PageDocument,
  Section,
  Span,
} from '../../../../src/domain/document/page-document.ts';
import { sliceOf } from '../../../../src/domain/document/spans.ts';
import type { Alignment } from '../../align/alignment.ts';

/** An explicit id of the source that the translation has nowhere. */
export interface LostAnchor {
  readonly anchor: Anchor;
  /** The id that its counterpart has instead. */
  readonly replaced: Anchor | undefined;
  /** What it would stand at. */
  readonly node: Block | Section;
  /** How sure it is that this is its place. */
  readonly score: number;
}

/** The explicit ids of the source that the translation lacks or spells otherwise, where what has them is there. */
export function lostAnchors(alignment: Alignment): readonly LostAnchor[] {
  const found = known.get(alignment) ?? findLostAnchors(alignment);
  known.set(alignment, found);
  return found;
}

/** Three rules ask about the same pages. */
const known = new WeakMap<Alignment, readonly LostAnchor[]>();

function findLostAnchors(alignment: Alignment): readonly LostAnchor[] {
  const pairs = pairsWithIds(alignment);
  if (pairs.length === 0) return [];
  const ids = new Set(anchorsOf(alignment.translation).map(({ id }) => id));
  const sourceIds = new Set(anchorsOf(alignment.source).map(({ id }) => id));
  return pairs.flatMap(({ one, other, score }) => {
    const sourceAnchors = anchorsIn(one);
    const lost = sourceAnchors.filter(({ id }) => !ids.has(id));
    // An id of another part of the source is its own only there.
    const own = anchorsIn(other).filter(
      ({ id }) => !sourceIds.has(id) || !sourceAnchors.some((anchor) => anchor.id === id),
    );
    return lost.map((anchor, index) => ({ anchor, replaced: own[index], node: other, score }));
  });
}

interface NodePair {
  readonly one: Block | Section;
  readonly other: Block | Section;
  readonly score: number;
}

/** Single nodes that answer each other; where several are one, that is the fault, and not their ids. */
function pairsWithIds(alignment: Alignment): readonly NodePair[] {
  const found: NodePair[] = [];
  for (const pairs of [alignment.sections, alignment.blocks]) {
    for (const { source, translation, score } of pairs) {
      const [one, other] = [source[0], translation[0]];
      if (one === undefined || other === undefined || source.length + translation.length > 2) continue;
      if (anchorsIn(one).length > 0) found.push({ one, other, score });
    }
  }
  return found;
}

function anchorsOf(document: PageDocument): readonly Anchor[] {
  return anchoredNodes(document).map(({ anchor }) => anchor);
}

/** An explicit id and what has it. */
export interface AnchoredNode {
  readonly anchor: Anchor;
  readonly node: Block | Section;
}

/** Every explicit id of a page: those of headings, then those of blocks. */
export function anchoredNodes({ sections, blocks }: PageDocument): readonly AnchoredNode[] {
  const found: AnchoredNode[] = [];
  for (const nodes of [sections, blocks]) {
    for (const node of nodes) for (const anchor of anchorsIn(node)) found.push({ anchor, node });
  }
  return found;
}

function anchorsIn(node: Block | Section): readonly Anchor[] {
  return node.kind === 'section' ? (node.heading?.anchors ?? []) : node.traits.anchors;
}

/** An id as it is written, without the space before it. */
export function writtenSpan(document: PageDocument, { start, end }: Span): Span {
  const written = sliceOf(document, { start, end });
  const before = written.length - written.trimStart().length;
  const length = written.trim().length;
  if (start.line !== end.line || length === 0) return { start, end };
  const from = { line: start.line, column: start.column + before, offset: start.offset + before };
  return {
    start: from,
    end: { line: from.line, column: from.column + length, offset: from.offset + length },
  };
}
