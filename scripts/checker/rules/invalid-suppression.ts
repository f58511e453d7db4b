import type { SuppressionsRule } from './rule.ts';

/** Finds a comment that ought to let findings pass and cannot, or does not say why. */
export const invalidSuppression: SuppressionsRule = {
  id: 'invalid-suppression',
  on: 'suppressions',
  severity: 'warning',
  docs: {
    summary: 'A comment that lets findings pass names no rule, one that does not exist, or gives no reason.',
    why: 'It lets nothing pass, or the next reader cannot tell whether it still should.',
    fix: 'Write `<!-- lockstep-ignore RULE: reason -->`, in MDX `{/* lockstep-ignore RULE: reason */}`.',
  },
  *check({ suppressions, ruleIds }) {
    const known = new Set(ruleIds);
    for (const { path, rules, reason, span } of suppressions) {
      const unknown = rules.filter((rule) => !known.has(rule));
      const message =
        rules.length === 0
          ? 'The comment names no rule'
          : unknown.length > 0
            ? `There is no rule ${unknown.map((rule) => `\`${rule}\``).join(', ')}`
            : reason === ''
              ? `The comment does not say why ${rules.map((rule) => `\`${rule}\``).join(', ')} may pass`
              : undefined;
      if (message === undefined) continue;
      yield {
        message,
        help:
          rules.length === 0 || unknown.length > 0
            ? 'Name the rules as the findings do, with commas between them, then a colon and the reason.'
            : 'Write the reason behind a colon.',
        path,
        span,
        ...(reason === '' && rules.length > 0 && unknown.length === 0 && { severity: 'note' as const }),
        data: { rules, unknown },
      };
    }
  },
};
