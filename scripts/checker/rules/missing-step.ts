import type { PairRule } from './rule.ts';
import { absenceSeverity, absentBlocks, missingDraft } from './structure/absent-blocks.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a step of the source that the translation lacks. */
export const missingStep: PairRule = {
  id: 'missing-step',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: 'A step of the source has no counterpart in the translation.',
    why: 'A reader who follows the steps does not get to the end, or gets there wrongly.',
    fix: 'Translate the step and put it where the source has it.',
  },
  *check(context) {
    for (const absent of absentBlocks(context.alignment, 'missing', ['step'])) {
      const { block, score } = absent;
      yield {
        ...missingDraft(context, absent),
        message: `Step \`${excerptOf(block)}\` has no counterpart`,
        help: 'Translate the step and put it here.',
        severity: absenceSeverity('error', score),
        data: { step: block.number ?? 0, text: block.text },
      };
    }
  },
};
