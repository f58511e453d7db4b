import type { RuleId } from '../issues.ts';
import rules from './next-step-rules.json' with { type: 'json' };

/**
 * The rules of the guide that what follows a new customer is held to: `next-step-rules.json`, which the checker reads,
 * too.
 */
export const nextStepRules = rules as Readonly<Record<keyof typeof rules, RuleId>>;
