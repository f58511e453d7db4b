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
    const known = new Set(anchorsOf(alignment.translation).map(({ id }) => id));
    const sourceIds = new Set(anchorsOf(alignment.source).map(({ id }) => id));
    for (const { one, other, score } of pairsWithIds(alignment)) {
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
  return [...alignment.sections, ...alignment.blocks].flatMap(({ source, translation, score }) => {
    const [one, ...ones] = source;
    const [other, ...others] = translation;
    if (one === undefined || other === undefined || ones.length + others.length > 0) return [];
    return anchorsIn(one).length === 0 ? [] : [{ one, other, score }];
  });
}

function anchorsOf(page: Alignment['source']): readonly Anchor[] {
  return [...page.sections, ...page.blocks].flatMap((node) => anchorsIn(node));
}

function anchorsIn(node: Block | Section): readonly Anchor[] {
  return node.kind === 'section' ? (node.heading?.anchors ?? []) : node.traits.anchors;
}

function spanOf(node: Block | Section): Span {
  return node.kind === 'section' ? (node.heading?.span ?? node.span) : spanToShow(node);
}
