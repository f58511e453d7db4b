import { changedFigures } from './numbers/changed-figures.ts';
import { figureDraft } from './numbers/figure-draft.ts';
import type { PairRule } from './rule.ts';

/** Finds a date or a time of day that is another one in the translation. */
export const changedDate: PairRule = {
  id: 'changed-date',
  on: 'pair',
  severity: 'error',
  docs: {
    summary:
      'The translation gives another date or time of day than the source, however the language writes it.',
    why: 'A reader misses a deadline, or waits for a change that has come already.',
    fix: 'Write the date of the source as the language writes it.',
  },
  *check(context) {
    for (const change of changedFigures(context)) {
      if (change.kind === 'date') yield figureDraft(context, change, 'Date');
      if (change.kind === 'time') yield { ...figureDraft(context, change, 'Time'), severity: 'warning' };
    }
  },
};
