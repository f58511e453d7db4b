import { useEffect } from 'preact/hooks';
import { initialState } from '../../../domain/customer/form-state.ts';
import { type OpenedRow as Row, serialiseOpenedRow } from '../../../domain/customer/many/opened-row.ts';
import { problemKey } from '../../../domain/customer/many/row-problem.ts';
import { rowProblemText, type TableSay } from '../../../i18n/row-problem-text.ts';
import { keepRow } from '../browser-draft.ts';
import type { FormPart } from '../field.tsx';

/**
 * Says above the form which row of a table is in it, and what the row says that the form has no answer for: there the
 * question is open, and nobody could know from the form what the table had. Beside the answers of another customer it
 * would be wrong, so it goes when the form is emptied or the customer is submitted. Until then it is kept as the draft is.
 */
export function OpenedRow({
  form,
  t,
  say,
  row,
  name,
  problems,
  onReturn,
}: FormPart &
  Row & {
    readonly say: TableSay;
    /** Goes back to the table, while it is there. */
    readonly onReturn?: () => void;
  }) {
  const { stage } = form.state.value;
  const isOver = form.state.value === initialState || stage === 'confirmation' || stage === 'done';
  useEffect(() => {
    if (isOver) form.beside.value = undefined;
    keepRow(isOver ? undefined : serialiseOpenedRow({ row, name, problems }));
  }, [form, isOver, row, name, problems]);
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
      {onReturn === undefined ? null : (
        <p>
          <button type="button" class="form-plain" onClick={onReturn}>
            {say('row.back')}
          </button>
        </p>
      )}
    </section>
  );
}
