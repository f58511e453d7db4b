import { changedFigures } from './numbers/changed-figures.ts';
import { figureDraft } from './numbers/figure-draft.ts';
import type { PairRule } from './rule.ts';

/** Finds the version of a product that is another one in the translation. */
export const changedVersion: PairRule = {
  id: 'changed-version',
  on: 'pair',
  severity: 'error',
  docs: {
    summary:
      'The translation names another version than the source, such as `1.2.4` for `1.2.3` or `Python 3.7` for `Python 3.8`.',
    why: 'A reader installs a version that does not do what the page says.',
    fix: 'Write the version of the source; it is the same in every language.',
  },
  *check(context) {
    for (const change of changedFigures(context)) {
      if (change.kind === 'version') yield figureDraft(context, change, 'Version');
    }
  },
};
