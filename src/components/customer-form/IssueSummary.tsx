import { type Issue, issueKey } from '../../domain/customer/issues.ts';
import type { FormPart } from './field.tsx';
import { focusControl } from './focus-control.ts';
import { controlId } from './form-store.ts';

/** Everything that is wrong, first on the stage: each entry leads to its question. */
export function IssueSummary({ form, t, button }: FormPart & { readonly button: string }) {
  const all = form.issues.value;
  if (all.length === 0) return null;
  const errors = all.filter(({ severity }) => severity === 'error');
  const hasErrors = errors.length > 0;
  // Beside errors, warnings stand only at their questions; they get their turn when the errors are mended.
  const issues = hasErrors ? errors : all;
  return (
    <section
      class="form-summary"
      data-severity={hasErrors ? 'error' : 'warning'}
      tabIndex={-1}
      aria-labelledby="form-summary-title"
    >
      <h3 id="form-summary-title">
        {t.counted(hasErrors ? 'summary.errors' : 'summary.warnings', issues.length)}
      </h3>
      <ul>
        {issues.map((issue) => (
          <li key={issueKey(issue)}>
            <a href={`#${targetOf(issue)}`} onClick={(event) => leadTo(event, targetOf(issue))}>
              {t.issue(issue)}
            </a>
          </li>
        ))}
      </ul>
      {hasErrors ? null : <p>{t.text('summary.warningText', { button })}</p>}
    </section>
  );
}

/** Questions with several controls and an issue about them all lead to the group. */
function targetOf({ field }: Issue): string {
  const isGroup = field === 'offers' || field === 'additionalResellers';
  return isGroup ? `${controlId(field)}-group` : controlId(field);
}

/** Leads to the control without changing the page's address, which is that of the stage. */
function leadTo(event: MouseEvent, id: string): void {
  event.preventDefault();
  const control = document.getElementById(id);
  if (control !== null) focusControl(control);
}
