import type { PairRule } from './rule.ts';
import { absenceSeverity, absentBlocks, missingDraft } from './structure/absent-blocks.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a code block of the source that the translation lacks. */
export const missingCode: PairRule = {
  id: 'missing-code',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: 'A code block of the source has no counterpart in the translation.',
    why: 'A reader has nothing to run, or nothing to compare with.',
    fix: 'Copy the code block from the source.',
  },
  *check(context) {
    for (const absent of absentBlocks(context.alignment, 'missing', ['code'])) {
      const { block, score } = absent;
      if (block.text.trim() === '') continue;
      yield {
        ...missingDraft(context, absent),
        message: `Code block \`${excerptOf(block)}\` has no counterpart`,
        help: 'Copy the code block from the source to this place.',
        severity: absenceSeverity('error', score),
        data: { language: block.language ?? '', code: block.text },
      };
    }
  },
};
