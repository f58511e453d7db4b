import { changedFigures } from './numbers/changed-figures.ts';
import { figureDraft } from './numbers/figure-draft.ts';
import type { PairRule } from './rule.ts';

/** Finds an amount whose number is right and whose unit is not. */
export const changedUnit: PairRule = {
  id: 'changed-unit',
  on: 'pair',
  severity: 'error',
  docs: {
    summary:
      'The translation counts in another unit than the source: hours where the source says days, megabytes where it says gigabytes.',
    why: 'A reader takes a deadline, a duration or a size for another one, although the number is right.',
    fix: 'Write the unit of the source in the language of the page, or convert the number too.',
  },
  *check(context) {
    for (const change of changedFigures(context)) {
      if (change.kind === 'unit') yield figureDraft(context, change, 'Amount');
    }
  },
};
