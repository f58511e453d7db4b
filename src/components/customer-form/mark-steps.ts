import type { Stage } from '../../domain/customer/form-state.ts';

/**
 * Marks the steps of the guide that the form is at. They stand outside the form, in the page's text. All steps of the
 * stage show it; only the first is called the current one, for there is one in a list. Gives back what takes the marks
 * away.
 */
export function markSteps(stage: Stage): () => void {
  const steps = document.querySelectorAll(`[data-stage="${stage}"]`);
  for (const step of steps) step.setAttribute('data-at-stage', '');
  steps[0]?.setAttribute('aria-current', 'step');
  return () => {
    for (const step of steps) step.removeAttribute('data-at-stage');
    steps[0]?.removeAttribute('aria-current');
  };
}
