import { changedFigures } from './numbers/changed-figures.ts';
import { figureDraft } from './numbers/figure-draft.ts';
import type { PairRule } from './rule.ts';

/** Finds a number that is another one in the translation. */
export const changedNumber: PairRule = {
  id: 'changed-number',
  on: 'pair',
  severity: 'error',
  docs: {
    summary:
      'The translation gives another number than the source, in digits of any script or in a word: a limit, an amount, a count.',
    why: 'A reader plans with a limit or a price that does not hold.',
    fix: 'Write the number of the source as the language writes it, or ignore the line with a reason where another number holds in that country.',
  },
  *check(context) {
    for (const change of changedFigures(context)) {
      if (change.kind === 'number') yield figureDraft(context, change, 'Number');
    }
  },
};
