import { type Issue, issueKey, type RuleId } from '../issues.ts';
import type { FieldId } from '../values.ts';
import rules from './row-rules.json' with { type: 'json' };

/** What a cell can say that the form has no answer for. */
export const cellFaults = [
  'cell.country',
  'cell.state',
  'cell.culture',
  'cell.option',
  'cell.yesNo',
  'cell.reseller',
  'cell.date',
  'cell.ambiguousDate',
  'cell.offer',
  'cell.term',
] as const;

/** One of `cellFaults`. */
export type CellFault = (typeof cellFaults)[number];

/** The questions whose answer no two customers have. Inferred: each customer has a tenant and a registration of its own. */
export const distinctFields = ['domain', 'registrationId', 'companyName'] as const satisfies FieldId[];

/** One of `distinctFields`. */
export type DistinctField = (typeof distinctFields)[number];

/** Something about a row of a table that somebody should mend or look at. */
export type RowProblem =
  | { readonly kind: 'issue'; readonly issue: Issue }
  | {
      readonly kind: 'cell';
      readonly fault: CellFault;
      readonly field: FieldId;
      /** The cell, or the part of it that is not understood. */
      readonly value: string;
    }
  /** More or fewer cells than the heading has columns. */
  | { readonly kind: 'width'; readonly found: number; readonly expected: number }
  /** Other rows, by their numbers, say the same. */
  | { readonly kind: 'repeated'; readonly field: DistinctField; readonly rows: readonly number[] };

/**
 * Whether the row would be refused. The same domain cannot be had twice; two rows of one company may be meant.
 * @example severityOf({ kind: 'width', found: 3, expected: 4 }) // => 'warning'
 */
export function severityOf(problem: RowProblem): 'error' | 'warning' {
  switch (problem.kind) {
    case 'issue':
      return problem.issue.severity;
    case 'cell':
      return 'error';
    case 'width':
      // What is missing at the end may have been empty; with one cell too many, all behind it are in a wrong column.
      return problem.found > problem.expected ? 'error' : 'warning';
    case 'repeated':
      return problem.field === 'domain' ? 'error' : 'warning';
  }
}

/**
 * The rule of the guide that the problem comes from, if there is one: by its kind, or by its kind and question. The checker
 * reads `row-rules.json`, too, and proves that the rules are there.
 */
export function ruleOf(problem: RowProblem): RuleId | undefined {
  switch (problem.kind) {
    case 'issue':
      return problem.issue.rule;
    case 'cell':
      return rowRules[problem.fault] ?? rowRules[`${problem.fault} ${problem.field}`];
    case 'width':
      return undefined;
    case 'repeated':
      return rowRules[`repeated ${problem.field}`];
  }
}

/** The question that the problem is about; none where it is about the whole row. */
export function fieldOfProblem(problem: RowProblem): FieldId | undefined {
  switch (problem.kind) {
    case 'issue':
      // What stands before the dot of a path is always a field.
      return problem.issue.field.split('.')[0] as FieldId;
    case 'cell':
    case 'repeated':
      return problem.field;
    case 'width':
      return undefined;
  }
}

/** What tells a problem from the others of its row. */
export function problemKey(problem: RowProblem): string {
  if (problem.kind === 'issue') return issueKey(problem.issue);
  if (problem.kind === 'cell') return `${problem.field}:${problem.fault}:${problem.value}`;
  return problem.kind === 'width' ? 'width' : `${problem.field}:repeated`;
}

// TypeScript widens the texts of JSON; a test holds them to the form of ids.
const rowRules = rules as Readonly<Partial<Record<string, RuleId>>>;
