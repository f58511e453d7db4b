import type { Issue } from './issues.ts';
import type { ServiceWish, StandingRefusal } from './service/wish.ts';
import { type CustomerValues, emptyValues } from './values.ts';

/**
 * Where the form can be. `opening` asks who the partner is and `done` comes after the form; the four between them are
 * the pages the product shows. Documented: Partner Center, 2016 to September 2021.
 */
export const stages = ['opening', 'account', 'subscriptions', 'review', 'confirmation', 'done'] as const;

/** One of `stages`. */
export type Stage = (typeof stages)[number];

/** The four stages that are counted as steps. */
export const steps = ['account', 'subscriptions', 'review', 'confirmation'] as const satisfies Stage[];

/** The form at one moment: codes and typed text only, so it means the same in every language. */
export interface FormState {
  readonly stage: Stage;
  readonly values: CustomerValues;
  /** What is shown as wrong at this stage. Empty until the partner tries to go on. */
  readonly issues: readonly Issue[];
  /** Keys of warnings that were shown before; they are not shown a second time. */
  readonly seenWarnings: readonly string[];
  /** True while an answer is updated from Review, where going on leads straight back. */
  readonly isUpdating: boolean;
  /** True once the customer was submitted as it is now: then Confirmation can be opened. */
  readonly isSubmitted: boolean;
  readonly wish: ServiceWish;
  /** What the practice service has answered to the last Submit, unless it has accepted. */
  readonly refusal: StandingRefusal | null;
}

/** The form before anything was done. */
export const initialState: FormState = {
  stage: 'opening',
  values: emptyValues,
  issues: [],
  seenWarnings: [],
  isUpdating: false,
  isSubmitted: false,
  wish: '',
  refusal: null,
};
