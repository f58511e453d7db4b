import { useState } from 'preact/hooks';
import type { FormMessages } from '../../../i18n/form-messages.ts';
import type { FormPart } from '../field.tsx';

/** What shows the exports, and its words. */
type LoadedPanel = { readonly words: FormMessages } & Pick<typeof import('./ExportPanel.tsx'), 'ExportPanel'>;

const wordFiles = import.meta.glob<FormMessages>('../../../../locales/*/exports.json', { import: 'default' });

/** Everything that leaves with the partner. Its code and words are loaded when it is opened for the first time. */
export function Exports({ form, t }: FormPart) {
  const [panel, setPanel] = useState<LoadedPanel>();
  const [hasFailed, setHasFailed] = useState(false);
  const load = async (): Promise<void> => {
    try {
      const [{ ExportPanel }, words] = await Promise.all([
        import('./ExportPanel.tsx'),
        wordFiles[`../../../../locales/${t.locale}/exports.json`]?.(),
      ]);
      setPanel({ ExportPanel, words: words ?? {} });
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <div class="form-exports">
      <button type="button" class="form-secondary" onClick={printForm}>
        {t.text('exports.print')}
      </button>
      <details
        onToggle={({ currentTarget }) => {
          if (currentTarget.open && panel === undefined) void load();
        }}
      >
        <summary>{t.text('exports.open')}</summary>
        {panel === undefined ? null : <panel.ExportPanel form={form} t={t} words={panel.words} />}
        <output>{hasFailed ? <span class="form-note">{t.text('notices.partNotLoaded')}</span> : null}</output>
      </details>
    </div>
  );
}

/** Prints the form and nothing else: a printed page otherwise leaves it behind. */
function printForm(): void {
  const { dataset } = document.documentElement;
  dataset['print'] = 'form';
  addEventListener('afterprint', () => delete dataset['print'], { once: true });
  print();
}
