import type { FormPart } from '../field.tsx';

/** A draft of one form has a few thousand characters; a file of another kind may have any number. */
const largestFile = 5_000_000;

/** Opens a draft that was saved as a file. It is offered while the form is empty, so nothing is written over. */
export function DraftFile({ form, t }: FormPart) {
  const open = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (file === undefined) return;
    // A file that cannot be read, or is far too large, is told like one that is no draft.
    const text = file.size > largestFile ? '' : await file.text().catch(() => '');
    await form.openDraft(text);
    // The same file can be chosen again after it was mended.
    input.value = '';
  };
  return (
    <div class="form-field form-draft">
      <label for="form-draft-file">{t.text('exports.draftFile')}</label>
      <p class="form-hint" id="form-draft-file-hint">
        {t.text('hints.draftFile')}
      </p>
      <input
        id="form-draft-file"
        type="file"
        accept=".json,application/json"
        aria-describedby="form-draft-file-hint"
        disabled={!form.isReady.value}
        onChange={(event) => void open(event.currentTarget)}
      />
    </div>
  );
}
