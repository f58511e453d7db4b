import { useEffect, useRef, useState } from 'preact/hooks';
import type { RuleId } from '../../../domain/customer/issues.ts';
import { problemKey, ruleOf, severityOf } from '../../../domain/customer/many/row-problem.ts';
import type { FieldId } from '../../../domain/customer/values.ts';
import type { FormTranslator } from '../../../i18n/form-translator.ts';
import { gapAfter } from '../../../i18n/punctuation.ts';
import { rowProblemText, type TableSay } from '../../../i18n/row-problem-text.ts';
import { saveFile } from '../exports/save-file.ts';
import { RuleLink } from '../field.tsx';
import type { RowFilter } from './row-store.ts';
import type { TableClient } from './table-client.ts';
import type { ReaderWords } from './table-messages.ts';
import type { CheckedTable, RowPage } from './table-session.ts';

/** How many rows are shown at once. Pages rather than rows that come and go: every reader can follow them. */
const pageSize = 50;

/** What was found in a table: in figures, row by row, and as a table to save. */
export function ResultPart({
  t,
  say,
  name,
  checked: { counts, isStopped },
  ask,
  words,
  onOpenRow,
  onColumns,
}: {
  readonly t: FormTranslator;
  readonly say: TableSay;
  readonly name: string;
  readonly checked: CheckedTable;
  readonly ask: TableClient['ask'];
  readonly words: ReaderWords;
  readonly onOpenRow: (row: number) => void;
  readonly onColumns: () => void;
}) {
  const [filter, setFilter] = useState<RowFilter>({
    show: counts.errors > 0 ? 'errors' : 'all',
    rule: '',
    field: '',
    sort: 'row',
  });
  const [from, setFrom] = useState(0);
  const [page, setPage] = useState<RowPage>();
  const [status, setStatus] = useState('');
  const range = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = async (): Promise<void> => {
      const found = await ask({ kind: 'page', filter, from, count: pageSize }).catch(() => undefined);
      if (!isCurrent) return;
      if (found === undefined) setStatus(say('refused.notLoaded'));
      else setPage(found);
    };
    void show();
    return () => {
      isCurrent = false;
    };
  }, [filter, from, counts]);
  const change = (changes: Partial<RowFilter>): void => {
    setFilter({ ...filter, ...changes });
    setFrom(0);
  };
  /** The buttons stand below the rows, and one of them goes at either end: reading goes on at the top of the others. */
  const turnTo = (next: number): void => {
    setFrom(next);
    range.current?.focus();
  };
  const save = async (): Promise<void> => {
    setStatus(say('result.saving'));
    const saved = await ask({ kind: 'save', words }).catch(() => undefined);
    if (saved === undefined) {
      setStatus(say('refused.notLoaded'));
      return;
    }
    const file = `${name.replace(/\.\w+$/u, '')}-checked.csv`;
    saveFile(file, saved);
    setStatus(say('result.saved', { file }));
  };
  const fine = counts.rows - counts.errors - counts.warnings;
  const option = (label: string, count: number | undefined): string =>
    say('result.option', { name: label, count: t.number(count ?? 0) });
  // The keys are exactly the rules and questions with a count, which Object.keys forgets.
  const rules = Object.keys(counts.byRule) as RuleId[];
  const fields = Object.keys(counts.byField) as FieldId[];
  return (
    <>
      <h4 tabIndex={-1}>{say('result.heading')}</h4>
      <p>
        {say('result.summary', {
          count: t.number(counts.rows),
          errors: t.number(counts.errors),
          warnings: t.number(counts.warnings),
          fine: t.number(fine),
        })}
      </p>
      {isStopped ? <p class="form-note">{say('result.stopped')}</p> : null}
      <p class="form-hint">{say('result.about')}</p>
      <div class="form-buttons">
        <button type="button" onClick={() => void save()}>
          {say('result.save')}
        </button>
        <button type="button" class="form-secondary" onClick={onColumns}>
          {say('columns.heading')}
        </button>
      </div>
      <output>{status}</output>
      <div class="form-filter">
        <Choice
          id="show"
          label={say('result.show')}
          value={filter.show}
          options={[
            ['all', option(say('result.all'), counts.rows)],
            ['errors', option(say('result.errors'), counts.errors)],
            ['warnings', option(say('result.warnings'), counts.warnings)],
            ['fine', option(say('result.fine'), fine)],
          ]}
          // The options are made of these codes, here and below.
          onChoose={(show) => change({ show: show as RowFilter['show'] })}
        />
        <Choice
          id="rule"
          label={say('result.rule')}
          value={filter.rule}
          options={[
            ['', say('result.anyRule')],
            ...rules.map((rule) => [rule, option(say(`rules.${rule}`), counts.byRule[rule])] as const),
          ]}
          onChoose={(rule) => change({ rule: rule as RowFilter['rule'] })}
        />
        <Choice
          id="field"
          label={say('result.field')}
          value={filter.field}
          options={[
            ['', say('result.anyField')],
            ...fields.map((field) => [field, option(t.field(field), counts.byField[field])] as const),
          ]}
          onChoose={(field) => change({ field: field as RowFilter['field'] })}
        />
        <Choice
          id="sort"
          label={say('result.sort')}
          value={filter.sort}
          options={[
            ['row', say('result.byRow')],
            ['problems', say('result.byProblems')],
          ]}
          onChoose={(sort) => change({ sort: sort as RowFilter['sort'] })}
        />
      </div>
      {page === undefined ? null : (
        <>
          <output id="form-many-range" tabIndex={-1} ref={range}>
            {page.total === 0
              ? say('result.none')
              : say('result.caption', {
                  from: t.number(from + 1),
                  to: t.number(from + page.rows.length),
                  total: t.number(page.total),
                })}
          </output>
          {page.rows.length === 0 ? null : (
            <table aria-labelledby="form-many-range">
              <thead>
                <tr>
                  <th scope="col">
                    {say('result.row')} <span>{t.field('companyName')}</span>
                  </th>
                  <th scope="col">{say('result.problems')}</th>
                </tr>
              </thead>
              <tbody>
                {page.rows.map(({ row, company, problems }) => (
                  <tr key={row}>
                    <th scope="row">
                      {t.number(row)} <span translate={false}>{company}</span>
                    </th>
                    <td>
                      {problems.length === 0 ? say('result.nothing') : null}
                      <ul>
                        {problems.map((problem) => {
                          const severity = severityOf(problem);
                          const rule = ruleOf(problem);
                          const text = rowProblemText(problem, t, say);
                          return (
                            <li key={problemKey(problem)} data-severity={severity}>
                              <strong>{t.text(`summary.${severity}`)}</strong>
                              {gapAfter(t.text(`summary.${severity}`))}
                              {text}
                              {gapAfter(text)}
                              {rule === undefined ? null : <RuleLink t={t} rule={rule} about={text} />}
                            </li>
                          );
                        })}
                      </ul>
                      <button
                        type="button"
                        class="form-plain"
                        id={rowButtonId(row)}
                        onClick={() => onOpenRow(row)}
                      >
                        {say('result.open', { row: t.number(row) })}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <div class="form-buttons">
            {from === 0 ? null : (
              <button type="button" class="form-secondary" onClick={() => turnTo(from - pageSize)}>
                {say('result.previous')}
              </button>
            )}
            {from + pageSize >= page.total ? null : (
              <button type="button" class="form-secondary" onClick={() => turnTo(from + pageSize)}>
                {say('result.next')}
              </button>
            )}
          </div>
        </>
      )}
    </>
  );
}

/** What opens a row in the form; the reader comes back to it. */
export function rowButtonId(row: number): string {
  return `form-many-open-${row}`;
}

function Choice({
  id,
  label,
  value,
  options,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <div class="form-field">
      <label for={`form-many-${id}`}>{label}</label>
      <select
        id={`form-many-${id}`}
        value={value}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
