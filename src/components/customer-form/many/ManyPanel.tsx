import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { initialState } from '../../../domain/customer/form-state.ts';
import type { ColumnMap } from '../../../domain/customer/many/columns.ts';
import type { GivenAnswers } from '../../../domain/customer/many/read-row.ts';
import type { CustomerValues } from '../../../domain/customer/values.ts';
import type { FormMessages, FormWords } from '../../../i18n/form-messages.ts';
import { formatMessage, type MessageParams } from '../../../i18n/format-message.ts';
import type { FormPart } from '../field.tsx';
import { type FormStore, ownDay } from '../form-store.ts';
import { ColumnsPart } from './ColumnsPart.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';
import { ResultPart } from './ResultPart.tsx';
import { SourcePart } from './SourcePart.tsx';
import { createTableClient, type TableClient } from './table-client.ts';
import type { CheckedTable, OpenedTable, Reading, Refusal } from './table-session.ts';

const wordFiles = import.meta.glob<FormMessages>('../../../../locales/*/many.json', { import: 'default' });

/** Loads the words of this part. */
export async function loadWords(locale: string): Promise<FormMessages> {
  return (await wordFiles[`../../../../locales/${locale}/many.json`]?.()) ?? {};
}

/** A table with the name that it goes by. */
interface NamedTable {
  readonly source: Blob;
  readonly name: string;
}

type Phase =
  | { readonly kind: 'source' }
  | { readonly kind: 'columns'; readonly opened: OpenedTable }
  | { readonly kind: 'checking'; readonly opened: OpenedTable }
  | { readonly kind: 'result'; readonly opened: OpenedTable; readonly checked: CheckedTable };

type Reason = Refusal | { readonly kind: 'refused'; readonly reason: 'notLoaded' };

/** Takes a table, has its columns confirmed, has it checked in the worker, and shows what was found. */
export function ManyPanel({
  form,
  t,
  words,
  formWords,
  openRow,
}: FormPart & {
  readonly words: FormMessages;
  readonly formWords: FormWords;
  readonly openRow: FormStore['fill'];
}) {
  const [phase, setPhase] = useState<Phase>({ kind: 'source' });
  const [table, setTable] = useState<NamedTable>();
  const [refusal, setRefusal] = useState<Reason>();
  const [progress, setProgress] = useState({ rows: 0, share: 0 });
  const [asked, setAsked] = useState<{ readonly row: number; readonly values: CustomerValues }>();
  const client = useRef<TableClient>();
  const root = useRef<HTMLDivElement>(null);
  const say = useMemo(
    () =>
      (id: string, params?: MessageParams): string =>
        formatMessage(words, id, t.locale, params),
    [words, t.locale],
  );
  useEffect(() => () => client.current?.end(), []);
  useHeadingFocus(phase.kind, root);

  const worker = (): TableClient => {
    client.current ??= createTableClient((rows, share) => setProgress({ rows, share }));
    return client.current;
  };

  /** A worker that has broken down is started anew the next time. */
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch {
      client.current?.end();
      client.current = undefined;
      setPhase({ kind: 'source' });
      setRefusal({ kind: 'refused', reason: 'notLoaded' });
    }
  };

  const open = (next: NamedTable, reading: Omit<Reading, 'locale'> = {}): Promise<void> =>
    attempt(async () => {
      setTable(next);
      setRefusal(undefined);
      const found = await worker().ask({
        kind: 'open',
        source: next.source,
        reading: { ...reading, locale: t.locale },
      });
      if (found.kind === 'opened') {
        setPhase({ kind: 'columns', opened: found });
        return;
      }
      setRefusal(found);
      setPhase({ kind: 'source' });
    });

  const check = (opened: OpenedTable, map: ColumnMap, given: GivenAnswers): Promise<void> =>
    attempt(async () => {
      setRefusal(undefined);
      setProgress({ rows: 0, share: 0 });
      setPhase({ kind: 'checking', opened });
      const checked = await worker().ask({
        kind: 'check',
        order: { map, given, context: { today: ownDay(), nameOrder: t.nameOrder } },
      });
      if (checked.kind === 'checked') {
        setPhase({ kind: 'result', opened: { ...opened, columns: { ...opened.columns, map } }, checked });
        return;
      }
      setRefusal(checked);
      // In another encoding the same table may well be read.
      const isReadable = checked.reason === 'encoding';
      setPhase(
        isReadable ? { kind: 'columns', opened: { ...opened, isEncodingSure: false } } : { kind: 'source' },
      );
    });

  const askToOpen = (row: number): Promise<void> =>
    attempt(async () => {
      const values = await worker().ask({ kind: 'values', row });
      if (values === undefined) return;
      if (form.state.value === initialState) openRow(values);
      else setAsked({ row, values });
    });

  const isBusy = phase.kind === 'checking';
  return (
    <div class="form-table" ref={root}>
      <p>{say('intro')}</p>
      <output>
        {refusal === undefined ? null : (
          <span class="form-note">
            {say(`refused.${refusal.reason}`, 'row' in refusal ? { row: t.number(refusal.row) } : {})}
          </span>
        )}
      </output>
      {phase.kind === 'source' ? <SourcePart t={t} say={say} onTable={open} /> : null}
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
          onCheck={(map, given) => void check(phase.opened, map, given)}
        />
      ) : null}
      {isBusy ? (
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
          map={phase.opened.columns.map}
          ask={(request) => worker().ask(request)}
          words={{ ...formWords, locale: t.locale, many: words }}
          onOpenRow={(row) => void askToOpen(row)}
          onColumns={() => setPhase({ kind: 'columns', opened: phase.opened })}
        />
      ) : null}
      {phase.kind === 'columns' || phase.kind === 'result' ? (
        <button type="button" class="form-plain" onClick={() => setPhase({ kind: 'source' })}>
          {say('source.another')}
        </button>
      ) : null}
      <ReplaceDialog
        t={t}
        say={say}
        row={asked?.row}
        onAnswer={(isConfirmed) => {
          if (isConfirmed && asked !== undefined) openRow(asked.values);
          setAsked(undefined);
        }}
      />
    </div>
  );
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
