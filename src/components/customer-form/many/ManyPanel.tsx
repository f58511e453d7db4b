import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { initialState } from '../../../domain/customer/form-state.ts';
import { columnLimit } from '../../../domain/customer/many/columns.ts';
import { cellLimit } from '../../../domain/customer/many/read-csv.ts';
import type { FormMessages, FormWords } from '../../../i18n/form-messages.ts';
import { formatMessage, type MessageParams } from '../../../i18n/format-message.ts';
import { keepRow } from '../browser-draft.ts';
import type { FormPart } from '../field.tsx';
import { type FormStore, ownDay } from '../form-store.ts';
import { ColumnsPart } from './ColumnsPart.tsx';
import type { NamedTable } from './named-table.ts';
import { OpenedRow } from './OpenedRow.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';
import { ResultPart, rowButtonId } from './ResultPart.tsx';
import { SourcePart } from './SourcePart.tsx';
import { createTableClient, type TableClient } from './table-client.ts';
import type { CheckedTable, CheckOrder, OpenedTable, Reading, Refusal, RowAnswers } from './table-session.ts';
import { type DropRefusal, useDroppedTable } from './use-dropped-table.ts';

export { loadWords } from './load-words.ts';

type Phase =
  | { readonly kind: 'source' }
  | { readonly kind: 'columns'; readonly opened: OpenedTable }
  | { readonly kind: 'checking' }
  | { readonly kind: 'result'; readonly opened: OpenedTable; readonly checked: CheckedTable };

type Reason = Refusal | { readonly kind: 'refused'; readonly reason: 'notLoaded' | DropRefusal };

/** Takes a table, has its columns confirmed, has it checked in the worker, and shows what was found. */
export function ManyPanel({
  form,
  t,
  words,
  formWords,
  openRow,
  onReturn,
}: FormPart & {
  readonly words: FormMessages;
  readonly formWords: FormWords;
  readonly openRow: FormStore['fill'];
  /** Brings the reader back from the form. */
  readonly onReturn: () => void;
}) {
  const [phase, setPhase] = useState<Phase>({ kind: 'source' });
  const [text, setText] = useState('');
  const [table, setTable] = useState<NamedTable>();
  const [refusal, setRefusal] = useState<Reason>();
  const [progress, setProgress] = useState({ rows: 0, share: 0 });
  const [asked, setAsked] = useState<AskedRow>();
  const client = useRef<TableClient>();
  /** Counts what the reader asks for: what an earlier wish brings is of no use any more. */
  const turn = useRef(0);
  const root = useRef<HTMLDivElement>(null);
  const say = useMemo(
    () =>
      (id: string, params?: MessageParams): string =>
        formatMessage(words, id, t.locale, params),
    [words, t.locale],
  );
  useEffect(
    () => () => {
      client.current?.end();
      form.beside.value = undefined;
    },
    [form],
  );
  useHeadingFocus(phase.kind, root);

  const worker = (): TableClient => {
    client.current ??= createTableClient((rows, share) => setProgress({ rows, share }));
    return client.current;
  };

  /** A worker that has broken down is started anew the next time. */
  const attempt = async (act: (isCurrent: () => boolean) => Promise<void>): Promise<void> => {
    turn.current += 1;
    const own = turn.current;
    const isCurrent = (): boolean => turn.current === own;
    setRefusal(undefined);
    try {
      await act(isCurrent);
    } catch {
      if (!isCurrent()) return;
      client.current?.end();
      client.current = undefined;
      setPhase({ kind: 'source' });
      setRefusal({ kind: 'refused', reason: 'notLoaded' });
    }
  };

  const open = (next: NamedTable, reading: Omit<Reading, 'locale'> = {}): Promise<void> =>
    attempt(async (isCurrent) => {
      const found = await worker().ask({
        kind: 'open',
        source: next.source,
        reading: { ...reading, locale: t.locale },
      });
      if (!isCurrent()) return;
      form.beside.value = undefined;
      keepRow(undefined);
      setTable(next);
      if (found.kind === 'opened') {
        setPhase({ kind: 'columns', opened: found });
        return;
      }
      setRefusal(found);
      setPhase({ kind: 'source' });
    });

  const check = (opened: OpenedTable, order: Omit<CheckOrder, 'context'>): Promise<void> =>
    attempt(async (isCurrent) => {
      setProgress({ rows: 0, share: 0 });
      setPhase({ kind: 'checking' });
      const checked = await worker().ask({
        kind: 'check',
        order: { ...order, context: { today: ownDay(), nameOrder: t.nameOrder } },
      });
      if (!isCurrent()) return;
      const { map, hasHeader } = order;
      const confirmed = { ...opened, hasHeader, columns: { ...opened.columns, map } };
      if (checked.kind === 'checked') {
        setPhase({ kind: 'result', opened: confirmed, checked });
        return;
      }
      setRefusal(checked);
      // In another encoding the same table may well be read.
      const isReadable = checked.reason === 'encoding';
      setPhase(
        isReadable
          ? { kind: 'columns', opened: { ...confirmed, isEncodingSure: false } }
          : { kind: 'source' },
      );
    });

  const showRow = ({ row, values, problems }: AskedRow): void => {
    form.beside.value = (
      <OpenedRow
        form={form}
        t={t}
        say={say}
        row={row}
        name={table?.name ?? ''}
        problems={problems}
        onReturn={() => {
          onReturn();
          // The row's own button is where the reader left; the part is in view again first.
          setTimeout(() => document.getElementById(rowButtonId(row))?.focus());
        }}
      />
    );
    openRow(values);
  };

  const askToOpen = (row: number): Promise<void> =>
    attempt(async (isCurrent) => {
      const answers = await worker().ask({ kind: 'values', row });
      if (answers === undefined || !isCurrent()) return;
      const next = { row, ...answers };
      if (form.state.value === initialState) showRow(next);
      else setAsked(next);
    });

  const { isOver, handlers } = useDroppedTable({
    pastedName: say('source.pasted'),
    onTable: (dropped) => void open(dropped),
    onRefused: (reason) => setRefusal({ kind: 'refused', reason }),
  });

  return (
    <div class="form-table" data-over={isOver} ref={root} {...handlers}>
      <p>{say('intro')}</p>
      <output>
        {refusal === undefined ? null : (
          <span class="form-note">
            {say(`refused.${refusal.reason}`, {
              row: 'row' in refusal ? t.number(refusal.row) : '',
              count: 'columns' in refusal ? t.number(refusal.columns) : '',
              max: t.number(refusal.reason === 'manyColumns' ? columnLimit : cellLimit),
            })}
          </span>
        )}
      </output>
      {phase.kind === 'source' ? (
        <SourcePart t={t} say={say} text={text} onText={setText} onTable={(next) => void open(next)} />
      ) : null}
      {phase.kind === 'columns' && table !== undefined ? (
        <ColumnsPart
          // Another reading of the table has other columns.
          key={`${phase.opened.encoding} ${phase.opened.delimiter}`}
          form={form}
          t={t}
          say={say}
          name={table.name}
          opened={phase.opened}
          onReading={(reading) => void open(table, reading)}
          onCheck={(order) => void check(phase.opened, order)}
        />
      ) : null}
      {phase.kind === 'checking' ? (
        <div class="form-field">
          <h4 tabIndex={-1}>{say('progress.label')}</h4>
          <progress max={1} value={progress.share} aria-label={say('progress.label')} />
          <p>{say('progress.rows', { count: t.number(progress.rows) })}</p>
          <button type="button" class="form-secondary" onClick={() => client.current?.stop()}>
            {say('progress.cancel')}
          </button>
        </div>
      ) : null}
      {phase.kind === 'result' && table !== undefined ? (
        <ResultPart
          t={t}
          say={say}
          name={table.name}
          checked={phase.checked}
          ask={(request) => worker().ask(request)}
          words={{ ...formWords, locale: t.locale, many: words }}
          onOpenRow={(row) => void askToOpen(row)}
          onColumns={() => setPhase({ kind: 'columns', opened: phase.opened })}
        />
      ) : null}
      {phase.kind === 'source' ? null : (
        <button
          type="button"
          class="form-plain"
          onClick={() => {
            turn.current += 1;
            client.current?.stop();
            setPhase({ kind: 'source' });
          }}
        >
          {say('source.another')}
        </button>
      )}
      <ReplaceDialog
        t={t}
        say={say}
        row={asked?.row}
        onAnswer={(isConfirmed) => {
          if (isConfirmed && asked !== undefined) showRow(asked);
          setAsked(undefined);
        }}
      />
    </div>
  );
}

/** A row that is to be opened in the form. */
interface AskedRow extends RowAnswers {
  readonly row: number;
}

/** Each step of the way begins at its heading, for readers of the page by ear, too. */
function useHeadingFocus(kind: Phase['kind'], root: { readonly current: HTMLElement | null }): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current)
      root.current?.querySelector<HTMLElement>(kind === 'source' ? 'input' : 'h4')?.focus();
    isFirst.current = false;
  }, [kind, root]);
}
