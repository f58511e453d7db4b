import type { FoundPlace } from '../../domain/customer/find-place.ts';
import type { PracticePart } from '../../domain/customer/practice-places.ts';
import { controlId } from './form-store.ts';

/**
 * The id of what the focus goes to at a place; none where that is the heading, beside which the form says that a question
 * is not asked.
 */
export function controlOf(place: FoundPlace): string | undefined {
  if (place.kind !== 'question') return controls[place.part];
  return place.unasked === undefined ? controlId(place.field) : undefined;
}

/** Titles where a part has no one control. */
const controls: Readonly<Partial<Record<PracticePart, string>>> = {
  customers: 'form-customers-title',
  acceptance: 'form-agreement-step',
  costs: 'form-costs-step',
  service: 'form-service-wish',
  existingCustomer: 'form-service-wish',
  exports: 'form-exports-open',
};
