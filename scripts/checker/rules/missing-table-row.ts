import { resolveTerritory } from '../../../src/domain/locale/territories.ts';
import type { PairRule } from './rule.ts';
import { absentBlocks, missingDraft } from './structure/absent-blocks.ts';
import { excerpt } from './structure/excerpt.ts';

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
      // A country is missed by what it names, in whichever form the list is.
      if (resolveTerritory(cells[0] ?? '', context.source.locale) !== undefined) continue;
      yield {
        ...missingDraft(context, absent),
        message: `Table row \`${excerpt(cells.join(' | '))}\` has no counterpart`,
        help: 'Translate the row and put it here.',
        data: { cells },
      };
    }
  },
};
