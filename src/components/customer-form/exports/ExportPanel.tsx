import { useState } from 'preact/hooks';
import type { FormMessages } from '../../../i18n/form-messages.ts';
import { formatMessage, type MessageParams } from '../../../i18n/format-message.ts';
import { joinSentences } from '../../../i18n/punctuation.ts';
import type { FormPart } from '../field.tsx';
import { type Export, type ExportFormat, exportFormats, exportOf } from './export-of.ts';
import { saveFile } from './save-file.ts';

const wordFiles = import.meta.glob<FormMessages>('../../../../locales/*/exports.json', { import: 'default' });

/** Loads the words of this part. */
export async function loadWords(locale: string): Promise<FormMessages> {
  return (await wordFiles[`../../../../locales/${locale}/exports.json`]?.()) ?? {};
}

/** The answers in forms that other tools read: to look at, to copy, to save. Nothing is sent for it. */
export function ExportPanel({ form, t, words }: FormPart & { readonly words: FormMessages }) {
  const [format, setFormat] = useState<ExportFormat>('customer');
  const [status, setStatus] = useState('');
  const say = (id: string, params?: MessageParams): string => formatMessage(words, id, t.locale, params);
  const formats = exportFormats(form.state.value.values, form.credentials.value);
  // Once Confirmation is left, the password is gone and the answer with it.
  const present = formats.includes(format) ? format : 'customer';
  const shown = exportOf(present, { form, t, say });
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(shown.text);
      setStatus(t.text('confirmation.copied', { label: say(`formats.${present}`) }));
    } catch {
      setStatus(t.text('confirmation.copyFailed'));
    }
  };
  return (
    <>
      <p>{say('intro')}</p>
      <div class="form-field">
        <label for="form-export-format">{say('format')}</label>
        <select
          id="form-export-format"
          value={present}
          aria-describedby="form-export-about"
          onChange={({ currentTarget }) => {
            // The options are made of these formats.
            setFormat(currentTarget.value as ExportFormat);
            setStatus('');
          }}
        >
          {formats.map((id) => (
            <option key={id} value={id}>
              {say(`formats.${id}`)}
            </option>
          ))}
        </select>
      </div>
      <p id="form-export-about">{joinSentences([shown.about, shown.leftOut])}</p>
      <textarea
        readOnly
        rows={12}
        wrap="off"
        spellcheck={false}
        translate={false}
        aria-label={say('preview')}
        value={shown.text}
      />
      <div class="form-buttons">
        <button type="button" class="form-secondary" onClick={() => save(shown)}>
          {say('save', { file: shown.file })}
        </button>
        <button type="button" class="form-secondary" onClick={() => void copy()}>
          {t.text('confirmation.copy')}
        </button>
      </div>
      <output>{status}</output>
    </>
  );
}

function save({ file, text, type, needsByteOrderMark }: Export): void {
  saveFile(file, new Blob([needsByteOrderMark ? `\uFEFF${text}` : text], { type }));
}
