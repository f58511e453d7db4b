/**
 * Moves the focus to a control, or to a group of them, with the words above it in view. What is in view already stays
 * where it is.
 */
export function focusControl(control: HTMLElement): void {
  const label = document.querySelector(`label[for="${control.id}"]`);
  const place = label?.closest('.form-field, .form-offer') ?? control;
  const { top, bottom } = place.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) place.scrollIntoView({ behavior: 'instant' });
  control.focus({ preventScroll: true });
}
