import type { Severity } from '../../../src/domain/report/report.ts';

/** What a reporter may say of a rule beside its findings. */
export interface RuleWords {
  readonly id: string;
  readonly severity: Severity;
  readonly docs: { readonly summary: string; readonly why: string; readonly fix: string };
}
