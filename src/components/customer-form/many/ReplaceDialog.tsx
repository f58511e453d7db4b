import { useEffect, useRef } from 'preact/hooks';
import type { FormTranslator } from '../../../i18n/form-translator.ts';
import type { TableSay } from '../../../i18n/row-problem-text.ts';

/** Asks before a row takes the place of what is in the form. Closing it in any way but by its second button keeps that. */
export function ReplaceDialog({
  t,
  say,
  row,
  onAnswer,
}: {
  readonly t: FormTranslator;
  readonly say: TableSay;
  /** The row that was asked for; none closes the dialog. */
  readonly row: number | undefined;
  readonly onAnswer: (isConfirmed: boolean) => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (row === undefined) dialog.current?.close();
    else dialog.current?.showModal();
  }, [row]);
  const params = { row: t.number(row ?? 0) };
  return (
    <dialog ref={dialog} aria-labelledby="form-replace-title" onCancel={() => onAnswer(false)}>
      <h3 id="form-replace-title">{say('replace.title')}</h3>
      <p>{say('replace.text', params)}</p>
      <div class="form-buttons">
        <button type="button" onClick={() => onAnswer(false)}>
          {t.text('practice.cancel')}
        </button>
        <button type="button" class="form-secondary" onClick={() => onAnswer(true)}>
          {say('replace.confirm', params)}
        </button>
      </div>
    </dialog>
  );
}
