import type { SuppressionsRule } from './rule.ts';

/** Finds a comment that lets findings pass where there are none. */
export const unusedSuppression: SuppressionsRule = {
  id: 'unused-suppression',
  on: 'suppressions',
  severity: 'warning',
  docs: {
    summary: 'A comment lets findings of a rule pass, and there are none.',
    why: 'What was wrong has been fixed; the comment would hide the next fault in its place.',
    fix: 'Remove the comment, or the rule from it.',
  },
  *check({ suppressions }) {
    for (const { path, rules, span, unused } of suppressions) {
      if (unused.length === 0) continue;
      const names = unused.map((rule) => `\`${rule}\``).join(', ');
      const isWhole = unused.length === rules.length;
      yield {
        message: `Nothing of ${names} is here to let pass`,
        help: isWhole ? 'Remove the comment.' : `Remove ${names} from the comment.`,
        path,
        span,
        data: { rules: unused },
        ...(isWhole && {
          fix: { title: 'Remove the comment', safety: 'safe' as const, edits: [{ span, text: '' }] },
        }),
      };
    }
  },
};
