import type { PairRule } from './rule.ts';
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
    for (const { source: sources, translation, verdict, score } of alignment.blocks) {
      const [one] = sources;
      const [other] = translation;
      if (verdict !== 'moved' || one?.kind !== 'step' || other === undefined) continue;
      if (other.kind !== 'step' && other.kind !== 'item') continue;
      if (brokenMarkersOf(alignment).hasMarker(other)) continue;
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
