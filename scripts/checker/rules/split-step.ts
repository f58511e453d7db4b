import type { PairRule } from './rule.ts';
import { spanToShow } from './structure/absent-blocks.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a step of the source that is several steps in the translation. */
export const splitStep: PairRule = {
  id: 'split-step',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'One step of the source is several steps in the translation.',
    why: 'The steps after it have other numbers than in the source.',
    fix: 'Make them one step, or split the step in the source too.',
  },
  *check({ alignment, source }) {
    for (const { source: sources, translation: steps, verdict, score } of alignment.blocks) {
      if (verdict !== 'split') continue;
      const [step] = sources;
      const [first] = steps;
      const last = steps.at(-1);
      if (step?.kind !== 'step' || sources.length > 1) continue;
      if (first === undefined || last === undefined || first === last) continue;
      if (!steps.every((block) => block.kind === 'step')) continue;
      yield {
        message: `Step \`${excerptOf(step)}\` is ${steps.length} steps here`,
        help: 'Make them one step, or split the step in the source too.',
        span: { start: spanToShow(first).start, end: spanToShow(last).end },
        confidence: score,
        related: [{ label: 'the source', path: source.path, span: spanToShow(step) }],
        data: { steps: steps.map((block) => block.number ?? 0), sourceStep: step.number ?? 0 },
      };
    }
  },
};
