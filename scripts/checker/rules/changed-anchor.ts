import type { Anchor, Block, Section, Span } from '../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../src/domain/document/spans.ts';
import type { Alignment } from '../align/alignment.ts';
import type { PairRule } from './rule.ts';
import { spanToShow } from './structure/absent-blocks.ts';

/** Finds an id of the source that the translation lacks or spells otherwise. */
export const changedAnchor: PairRule = {
  id: 'changed-anchor',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: 'An explicit id of the source is missing or different in the translation.',
    why: 'Links that lead to it in every other language lead nowhere in this one.',
    fix: 'Give the heading, step or sentence the id that it has in the source.',
  },
  *check({ alignment, source }) {
    const pairs = pairsWithIds(alignment);
    if (pairs.length === 0) return;
    const known = new Set(anchorsOf(alignment.translation).map(({ id }) => id));
    const sourceIds = new Set(anchorsOf(alignment.source).map(({ id }) => id));
    for (const { one, other, score } of pairs) {
      const lost = anchorsIn(one).filter(({ id }) => !known.has(id));
      const own = anchorsIn(other).filter(({ id }) => !sourceIds.has(id));
      for (const [index, anchor] of lost.entries()) {
        const replaced = own[index];
        yield {
          message:
            replaced === undefined
              ? `Id \`${anchor.id}\` has no counterpart`
              : `Id is \`${replaced.id}\`, the source's is \`${anchor.id}\``,
          help: `Give it the id \`${anchor.id}\`.`,
          span: replaced?.span ?? emptySpanAt(spanOf(other).end),
          severity: score >= 0.6 ? 'error' : 'warning',
          confidence: score,
          related: [{ label: 'the source', path: source.path, span: anchor.span }],
          data: { id: replaced?.id ?? '', sourceId: anchor.id },
        };
      }
    }
  },
};

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

function anchorsOf({ sections, blocks }: Alignment['source']): readonly Anchor[] {
  const found: Anchor[] = [];
  for (const nodes of [sections, blocks]) {
    for (const node of nodes) for (const anchor of anchorsIn(node)) found.push(anchor);
  }
  return found;
}

function anchorsIn(node: Block | Section): readonly Anchor[] {
  return node.kind === 'section' ? (node.heading?.anchors ?? []) : node.traits.anchors;
}

function spanOf(node: Block | Section): Span {
  return node.kind === 'section' ? (node.heading?.span ?? node.span) : spanToShow(node);
}
