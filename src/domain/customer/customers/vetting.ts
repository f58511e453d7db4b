import { offers } from '../offers/catalogue.ts';
import type { CustomerValues, Qualification } from '../values.ts';

/**
 * How far Microsoft is with its check of a qualification. Documented for Education (Partner Center REST documentation, "Get
 * a customer's qualification asynchronously", 2021: `InReview`, `Approved`, `Denied`). Of Government Community Cloud only
 * `Approved` is documented; that it is reviewed before and can be denied is inferred.
 */
export const vettingStatuses = ['inReview', 'approved', 'denied'] as const;

/** One of `vettingStatuses`. */
export type VettingStatus = (typeof vettingStatuses)[number];

/** The check of the qualification that was asked for. */
export interface Vetting {
  readonly status: VettingStatus;
  /** How many times it was asked for. */
  readonly requests: number;
}

/**
 * How many times the check of one customer can be asked for. Documented for Education ("Sell to education customers", a
 * version without a date, after 2021); of Government Community Cloud nothing is said, so a denial stands there.
 */
export const vettingLimit = 3;

/** The check that asking for the qualification starts; `null` where there is none to ask for. */
export function vettingOf(asked: Qualification): Vetting | null {
  return asked === 'none' ? null : { status: 'inReview', requests: 1 };
}

/**
 * True if a denied qualification can be asked for once more.
 * @example canAskAgain('education', { status: 'denied', requests: 3 }) // => false
 */
export function canAskAgain(asked: Qualification, vetting: Vetting | null): boolean {
  return asked === 'education' && vetting?.status === 'denied' && vetting.requests < vettingLimit;
}

/**
 * True if some of the offers are only for customers with the qualification that is still in review. Documented: a customer
 * buys education offers only after Microsoft has confirmed it. That the whole order waits for that is inferred, and so is
 * that offers for government customers wait in the same way.
 */
export function waitsForVetting(
  { offers: chosen, specialQualifications }: Pick<CustomerValues, 'offers' | 'specialQualifications'>,
  vetting: Vetting | null,
): boolean {
  return vetting?.status === 'inReview' && chosen.some((id) => offers[id].audience === specialQualifications);
}
