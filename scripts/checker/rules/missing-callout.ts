import { walkBlocks } from '../../../src/domain/document/walk-blocks.ts';
import type { PairRule } from './rule.ts';
import { absenceSeverity, absentBlocks, missingDraft } from './structure/absent-blocks.ts';
import { blockName } from './structure/block-names.ts';
import { excerptOf } from './structure/excerpt.ts';
import { isGraveCallout } from './structure/grave-callouts.ts';

/** Finds a note, tip, warning or other callout of the source that the translation lacks. */
export const missingCallout: PairRule = {
  id: 'missing-callout',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: 'A callout of the source has no counterpart in the translation.',
    why: 'Readers of the translation are not warned, or not told what makes the task easier.',
    fix: 'Translate the callout and put it where the source has it.',
  },
  *check(context) {
    for (const absent of absentBlocks(context.alignment, 'missing', ['callout'])) {
      const { block, score } = absent;
      // Text that is there without its frame is for `changed-callout`.
      if (block.children.some((child) => context.alignment.pairOf(child).translation.length > 0)) continue;
      yield {
        ...missingDraft(context, absent),
        message: `${blockName(block)} \`${excerptOf(block)}\` has no counterpart`,
        help: 'Translate the callout and put it here.',
        severity: absenceSeverity(isGraveCallout(block.callout) ? 'error' : 'warning', score),
        data: {
          callout: block.callout ?? '',
          text: [...walkBlocks(block)]
            .map(({ text }) => text)
            .join(' ')
            .trim(),
        },
      };
    }
  },
};
