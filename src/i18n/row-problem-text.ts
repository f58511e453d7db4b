import type { RowProblem } from '../domain/customer/many/row-problem.ts';
import type { FormTranslator } from './form-translator.ts';
import type { MessageParams } from './format-message.ts';

/** The words that only a checked table needs, by the ids of `many.json`. */
export type TableSay = (id: string, params?: MessageParams) => string;

/**
 * A problem of a row in words.
 * @example rowProblemText({ kind: 'width', found: 3, expected: 4 }, t, say)
 * // => 'The row has 3 cells, the heading has 4'
 */
export function rowProblemText(problem: RowProblem, t: FormTranslator, say: TableSay): string {
  switch (problem.kind) {
    case 'issue':
      return t.issue(problem.issue);
    case 'cell':
      return say(`problems.${problem.fault.slice('cell.'.length)}`, {
        field: t.field(problem.field),
        value: problem.value,
      });
    case 'width':
      return say('problems.width', {
        found: t.number(problem.found),
        expected: t.number(problem.expected),
      });
    case 'repeated':
      return say('problems.repeated', {
        field: t.field(problem.field),
        rows: t.allOf(problem.rows.map(t.number)),
      });
  }
}
