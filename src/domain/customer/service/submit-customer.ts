import type { CustomerList } from '../customers/customer-list.ts';
import type { FormState } from '../form-state.ts';
import type { CustomerValues } from '../values.ts';
import { findRefusal } from './find-refusal.ts';
import { type Refusal, type RefusalId, refusals } from './refusals.ts';
import { rehearsalsFor } from './rehearsals.ts';

/**
 * The form after the practice service has answered a Submit: with a refusal, or with none, which means 201 and that the
 * form can go on.
 *
 * A refusal about an answer is given again as long as that answer stays, as the real service would; one that is about none
 * is over the next time. A wish is fulfilled once, and asking to be accepted ends every refusal.
 */
export function submitCustomer(state: FormState, customers: CustomerList = []): FormState {
  const refusal = answerTo(state, customers);
  return {
    ...state,
    wish: '',
    refusal: refusal === undefined ? null : { refusal, about: about(refusal, state.values) },
  };
}

/**
 * True while the last refusal still holds: what it is about is as it was.
 * @example isRefused({ ...state, refusal: null }) // => false
 */
export function isRefused({ refusal: standing, values }: FormState): boolean {
  return standing !== null && about(standing.refusal, values) === standing.about;
}

function answerTo(state: FormState, customers: CustomerList): RefusalId | undefined {
  const { wish, refusal: standing, values } = state;
  if (wish === 'accepted') return undefined;
  if (wish !== '' && rehearsalsFor(values).includes(wish)) return wish;
  const canBeMended = standing !== null && refusals[standing.refusal].fields.length > 0;
  if (canBeMended && isRefused(state)) return standing.refusal;
  return findRefusal(values, customers);
}

function about(refusal: RefusalId, values: CustomerValues): string {
  const { fields }: Refusal = refusals[refusal];
  return JSON.stringify(fields.map((field) => values[field]));
}
