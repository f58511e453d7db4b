import type { FoundPlace } from '../../domain/customer/find-place.ts';
import type { PracticePart } from '../../domain/customer/practice-places.ts';
import { controlId } from './form-store.ts';

/** The id of what the focus goes to at a place; none where that is the heading. */
export function controlOf(place: FoundPlace): string | undefined {
  return place.kind === 'question' ? controlId(place.field) : controls[place.part];
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
