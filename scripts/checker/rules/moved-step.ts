import type { Block } from '../../../src/domain/document/page-document.ts';
import type { Pair } from '../align/alignment.ts';
import type { PairContext, PairRule } from './rule.ts';
import { spanToShow } from './structure/absent-blocks.ts';
import { brokenMarkersOf } from './structure/broken-markers.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a step that comes earlier or later than in the source. */
export const movedStep: PairRule = {
  id: 'moved-step',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: 'A step stands in another order among its steps than in the source.',
    why: 'A reader does things in an order in which they do not work.',
    fix: 'Put the step where the source has it.',
  },
  *check({ alignment, source }) {
    for (const pair of alignment.blocks) {
      const { verdict, score } = pair;
      const [one] = pair.source;
      const [other] = pair.translation;
      if (verdict !== 'moved' || one?.kind !== 'step' || other === undefined) continue;
      if (other.kind !== 'step' && other.kind !== 'item') continue;
      if (brokenMarkersOf(alignment).hasMarker(other)) continue;
      if (!isCertain(pair, one, other, alignment)) continue;
      const number = other.number ?? (other.position ?? 0) + 1;
      yield {
        message: `Step \`${excerptOf(other)}\` stands as number ${number}, in the source as number ${one.number ?? 0}`,
        help: 'Put the step where the source has it.',
        span: spanToShow(other),
        severity: score >= 0.6 ? 'error' : 'warning',
        confidence: score,
        related: [{ label: 'the source', path: source.path, span: spanToShow(one) }],
        data: { step: number, sourceStep: one.number ?? 0 },
      };
    }
  },
};

/**
 * Among steps of which many came or went, one without anything of its own to be known by is paired for want of
 * another; a step alone among such stands neither before nor behind anything.
 */
function isCertain(
  { reasons }: Pair<Block>,
  one: Block,
  other: Block,
  { pairOf }: PairContext['alignment'],
): boolean {
  const siblings = [one, other].flatMap((step) =>
    (step.parent?.children ?? []).filter((sibling) => sibling !== step),
  );
  const paired = siblings.filter((sibling) => {
    const { source, translation } = pairOf(sibling);
    return source.length > 0 && translation.length > 0;
  });
  const isKnown = reasons.length > 1;
  return paired.length === siblings.length || (isKnown && paired.length > 0);
}
