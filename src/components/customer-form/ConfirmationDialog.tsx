import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FormMessageId } from '../../i18n/form-messages.ts';
import type { FormPart } from './field.tsx';
import type { Confirmation } from './form-store.ts';

/** Asks before something is lost. Closing it in any way but by its second button loses nothing. */
export function ConfirmationDialog({ form, t }: FormPart) {
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = form.confirmation.value;
  // Closing gives the focus back to where it was, so it comes before the form puts the focus where it goes on.
  useLayoutEffect(() => {
    if (asked === undefined) dialog.current?.close();
    else dialog.current?.showModal();
  }, [asked]);
  const say = words[asked?.kind ?? 'leave'];
  return (
    <dialog ref={dialog} aria-labelledby="form-dialog-title" onCancel={() => form.answerConfirmation(false)}>
      <h3 id="form-dialog-title">{t.text(say.title)}</h3>
      <p>{t.text(say.text)}</p>
      <div class="form-buttons">
        <button type="button" onClick={() => form.answerConfirmation(false)}>
          {t.text(say.stay)}
        </button>
        <button type="button" class="form-secondary" onClick={() => form.answerConfirmation(true)}>
          {t.text(say.confirm)}
        </button>
      </div>
    </dialog>
  );
}

const words = {
  leave: {
    title: 'confirmation.leaveTitle',
    text: 'confirmation.leaveText',
    stay: 'confirmation.stay',
    confirm: 'confirmation.leave',
  },
  startAgain: {
    title: 'practice.startAgainTitle',
    text: 'practice.startAgainText',
    stay: 'practice.cancel',
    confirm: 'practice.startAgainConfirm',
  },
  deleteAll: {
    title: 'practice.deleteAllTitle',
    text: 'practice.deleteAllText',
    stay: 'practice.cancel',
    confirm: 'practice.deleteAllConfirm',
  },
} as const satisfies Record<Confirmation['kind'], Record<string, FormMessageId>>;
