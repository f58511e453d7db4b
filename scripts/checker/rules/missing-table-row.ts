import type { PairRule } from './rule.ts';
import { absentBlocks, missingDraft } from './structure/absent-blocks.ts';
import { isOfEntityList } from './structure/entity-members.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a row of a table that the translation lacks. */
export const missingTableRow: PairRule = {
  id: 'missing-table-row',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'A row of a table of the source has no counterpart in the translation.',
    why: 'A reader takes the table for complete.',
    fix: 'Translate the row and put it where the source has it.',
  },
  *check(context) {
    for (const absent of absentBlocks(context.alignment, 'missing', ['row'])) {
      const cells = absent.block.children.map(({ text }) => text);
      if (isOfEntityList(absent.block, context.source.locale)) continue;
      yield {
        ...missingDraft(context, absent),
        message: `Table row \`${excerptOf(absent.block)}\` has no counterpart`,
        help: 'Translate the row and put it here.',
        data: { cells },
      };
    }
  },
};
