import type { FormPart } from '../field.tsx';
import { LazyDetails } from '../LazyDetails.tsx';

/** Everything that leaves with the partner. Its code and words are loaded when it is opened for the first time. */
export function Exports({ form, t }: FormPart) {
  return (
    <div class="form-exports">
      <button type="button" class="form-secondary" onClick={printForm}>
        {t.text('exports.print')}
      </button>
      <LazyDetails
        t={t}
        id="form-exports-open"
        summary={t.text('exports.open')}
        load={() => import('./ExportPanel.tsx')}
      >
        {({ ExportPanel }, loaded) => <ExportPanel form={form} t={t} words={loaded} />}
      </LazyDetails>
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
