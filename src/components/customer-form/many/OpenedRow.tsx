import { useEffect } from 'preact/hooks';
import { initialState } from '../../../domain/customer/form-state.ts';
import type { RowProblem } from '../../../domain/customer/many/row-problem.ts';
import { problemKey } from '../../../domain/customer/many/row-problem.ts';
import { rowProblemText, type TableSay } from '../../../i18n/row-problem-text.ts';
import type { FormPart } from '../field.tsx';

/**
 * Says above the form which row of a table is in it, and what the row says that the form has no answer for: there the
 * question is open, and nobody could know from the form what the table had. Beside the answers of another customer it
 * would be wrong, so it goes when the form is emptied or the customer is submitted.
 */
export function OpenedRow({
  form,
  t,
  say,
  row,
  name,
  problems,
  onReturn,
}: FormPart & {
  readonly say: TableSay;
  readonly row: number;
  readonly name: string;
  readonly problems: readonly RowProblem[];
  readonly onReturn: () => void;
}) {
  const { stage } = form.state.value;
  const isOver = form.state.value === initialState || stage === 'confirmation' || stage === 'done';
  useEffect(() => {
    if (isOver) form.beside.value = undefined;
  }, [form, isOver]);
  if (stage !== 'account' && stage !== 'subscriptions' && stage !== 'review') return null;
  return (
    <section class="form-row" aria-labelledby="form-row-title">
      <h3 id="form-row-title">{say('row.title', { row: t.number(row), name })}</h3>
      {problems.length === 0 ? null : (
        <>
          <p>{say('row.notUnderstood')}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problemKey(problem)}>{rowProblemText(problem, t, say)}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <button type="button" class="form-plain" onClick={onReturn}>
          {say('row.back')}
        </button>
      </p>
    </section>
  );
}
