import { templateCsv } from '../../../domain/customer/many/template.ts';
import type { FormTranslator } from '../../../i18n/form-translator.ts';
import type { TableSay } from '../../../i18n/row-problem-text.ts';
import { saveFile } from '../exports/save-file.ts';
import { blobOf, type NamedTable } from './named-table.ts';

/** A box that shows more characters than this takes long to draw: such rows are read at once instead. */
const mostShown = 100_000;

const templateName = 'customers.csv';

/** Where a table comes from: a file that is chosen or dropped, or pasted rows. */
export function SourcePart({
  t,
  say,
  text,
  onText,
  onTable,
}: {
  readonly t: FormTranslator;
  readonly say: TableSay;
  /** What the box holds, which stays while a table is read. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onTable: (table: NamedTable) => void;
}) {
  const readText = async (pasted: string): Promise<void> =>
    onTable({ source: await blobOf(pasted), name: say('source.pasted') });
  return (
    <div class="form-drop">
      <div class="form-field">
        <label for="form-many-file">{say('source.file')}</label>
        <p class="form-hint" id="form-many-file-hint">
          {say('source.fileHint')}
        </p>
        <input
          id="form-many-file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-describedby="form-many-file-hint"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file === undefined) return;
            onTable({ source: file, name: file.name });
            // The same file can be chosen again after it was mended.
            currentTarget.value = '';
          }}
        />
      </div>
      <div class="form-field">
        <label for="form-many-text">{say('source.paste')}</label>
        <p class="form-hint" id="form-many-text-hint">
          {say('source.pasteHint')}
        </p>
        <textarea
          id="form-many-text"
          rows={4}
          wrap="off"
          spellcheck={false}
          translate={false}
          aria-describedby="form-many-text-hint"
          value={text}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData('text/plain') ?? '';
            if (pasted.length <= mostShown) return;
            event.preventDefault();
            // Headings that were typed, and whatever else is in the box, are read with the rows as they would stand there.
            const { value, selectionStart, selectionEnd } = event.currentTarget;
            void readText(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
          }}
        />
      </div>
      <div class="form-buttons">
        <button type="button" class="form-secondary" onClick={() => void readText(text)}>
          {say('source.read')}
        </button>
        <button
          type="button"
          class="form-secondary"
          onClick={() =>
            saveFile(templateName, new Blob(['\uFEFF', templateCsv(t.field)], { type: 'text/csv' }))
          }
        >
          {say('source.template', { file: templateName })}
        </button>
      </div>
    </div>
  );
}
