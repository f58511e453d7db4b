import type { Severity } from '../../../src/domain/report/report.ts';

/** What a rule says of pages that are wrong, and which pages it says nothing of: from the rule's own test cases. */
export interface RuleExample {
  /** What the rule says in one of its cases. */
  readonly finding: {
    readonly severity: Severity;
    readonly message: string;
    readonly help: string;
    readonly at: QuotedLine;
    readonly related: readonly QuotedLine[];
    /** What its fix would do, where there is one. */
    readonly fix: { readonly title: string; readonly safety: 'safe' | 'unsafe' } | null;
  };
  /** Names of the cases with findings, as words. */
  readonly found: readonly string[];
  /** Names of the cases without. */
  readonly letPass: readonly string[];
}

/** A line of a page. */
export interface QuotedLine {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Without white space around; cut where it is long. */
  readonly text: string;
}

/** By the rule's id. */
export type RuleExamples = Readonly<Record<string, RuleExample>>;
