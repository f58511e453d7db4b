import type { Severity } from '../../../src/domain/report/report.ts';
import { ruleUrl } from '../reference/rule-url.ts';
import { rules as registered } from '../rules/index.ts';

/** What is to be said of a rule. */
export interface RuleDescription {
  /** Names what is found; permanent. */
  readonly id: string;
  /** That of a sure finding, unless the settings say otherwise. */
  readonly severity: Severity;
  /** What it finds, one sentence. */
  readonly summary: string;
  /** Why a reader or a maintainer minds. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  /** Its section of the rule reference, a file of this package. */
  readonly url: string;
}

/**
 * Every rule there is, in the order of the reference.
 * @example rules.find(({ id }) => id === 'missing-step')?.severity // => 'error'
 */
export const rules: readonly RuleDescription[] = registered.map(({ id, severity, docs }) => {
  return { id, severity, summary: docs.summary, why: docs.why, fix: docs.fix, url: ruleUrl(id) };
});
