import type { PairRule } from './rule.ts';
import { spanToShow } from './structure/absent-blocks.ts';
import { brokenMarkersOf } from './structure/broken-markers.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds steps of the source that are one step in the translation. */
export const mergedSteps: PairRule = {
  id: 'merged-steps',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'Several steps of the source are one step in the translation.',
    why: 'The steps after it have other numbers than in the source, and part of a long step is easily missed.',
    fix: 'Make each step of the source a step of its own.',
  },
  *check({ alignment, source }) {
    for (const { source: steps, translation, verdict, score } of alignment.blocks) {
      if (verdict !== 'merged') continue;
      const [step] = translation;
      if (step === undefined || translation.length > 1) continue;
      if (step.kind === 'paragraph' || !steps.every((block) => block.kind === 'step')) continue;
      // `Select **A**. 2.Select **B**.`: the marker is what is wrong.
      if (brokenMarkersOf(alignment).hasMarker(step)) continue;
      const texts = steps.map((block) => `\`${excerptOf(block)}\``);
      yield {
        message: `Steps ${texts.slice(0, -1).join(', ')} and ${texts.at(-1)} are one step here`,
        help: 'Make each of them a step of its own.',
        span: spanToShow(step),
        confidence: score,
        related: steps.map((block) => ({ label: 'the source', path: source.path, span: spanToShow(block) })),
        data: { step: step.number ?? 0, sourceSteps: steps.map((block) => block.number ?? 0) },
      };
    }
  },
};
