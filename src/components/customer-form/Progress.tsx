import { stages, steps } from '../../domain/customer/form-state.ts';
import type { FormPart } from './field.tsx';

/** The four steps, and which of them is being taken. */
export function Progress({ form, t }: FormPart) {
  const stage = form.stage.value;
  return (
    <ol class="form-progress" aria-label={t.text('progress.label')}>
      {steps.map((step) => {
        const isComplete = stages.indexOf(step) < stages.indexOf(stage);
        return (
          <li key={step} aria-current={step === stage ? 'step' : undefined} data-complete={isComplete}>
            {t.stage(step)}
            {isComplete ? <span class="form-hidden"> ({t.text('progress.complete')})</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
