import { toIsoDate } from '../agreement-date.ts';
import { type OrderedOffer, orderedOffers } from '../review.ts';
import type { CustomerValues } from '../values.ts';
import { type Vetting, vettingOf, waitsForVetting } from './vetting.ts';

/** Something the customer has: what was ordered at once of one offer. */
export interface Subscription extends OrderedOffer {
  /** `YYYY-MM-DD`. */
  readonly orderedOn: string;
}

/** A customer that was added in practice. The password is no part of it. */
export interface PracticeCustomer {
  /** Shaped like the ID of a tenant. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly addedOn: string;
  /** The day of the last change, from which it is kept as long as a draft. */
  readonly changedOn: string;
  /** The facts as they were submitted; what they say of offers is the order that is being put together. */
  readonly values: CustomerValues;
  /** The day on which the agreement was accepted, or an empty string until then. */
  readonly acceptedOn: string;
  readonly subscriptions: readonly Subscription[];
  readonly hasCostManagement: boolean;
  /** Microsoft's check of the special qualification; `null` where none was asked for. */
  readonly vetting: Vetting | null;
}

/** What an order is made of. */
export type Order = Pick<CustomerValues, 'offers' | 'licences' | 'terms'>;

/** The order in which nothing is chosen. */
export const emptyOrder: Order = { offers: [], licences: {}, terms: {} };

/**
 * The customer that Submit adds. Documented ("Confirm customer acceptance of the Microsoft Customer Agreement"): orders
 * are refused until the agreement is accepted, so what was chosen for an invited customer stays an order to place later. So
 * does an order with offers for the qualification that Microsoft has to confirm first.
 * @param id what Confirmation shows as the customer ID
 * @param today `YYYY-MM-DD`
 */
export function customerOf(values: CustomerValues, id: string, today: string): PracticeCustomer {
  const vetting = vettingOf(values.specialQualifications);
  const customer = {
    id,
    addedOn: today,
    changedOn: today,
    values,
    acceptedOn: '',
    subscriptions: [],
    hasCostManagement: false,
    vetting,
  };
  if (values.agreement !== 'attested') return customer;
  const { agreementYear: year, agreementMonth: month, agreementDay: day } = values;
  const accepted = { ...customer, acceptedOn: toIsoDate({ year, month, day }) ?? today };
  return waitsForVetting(values, vetting) ? accepted : withOrderPlaced(accepted, today);
}

/** The customer with what is chosen as subscriptions, and nothing chosen any more. */
export function withOrderPlaced(customer: PracticeCustomer, today: string): PracticeCustomer {
  const ordered = orderedOffers(customer.values).map((offer) => ({ ...offer, orderedOn: today }));
  return {
    ...customer,
    changedOn: today,
    values: { ...customer.values, ...emptyOrder },
    subscriptions: [...customer.subscriptions, ...ordered],
  };
}

/**
 * How many licences of an offer the customer has, from all orders together.
 * @example licencesOwned(customer, 'officeSmall') // => 25
 */
export function licencesOwned({ subscriptions }: PracticeCustomer, offer: OrderedOffer['offer']): number {
  return subscriptions
    .filter((subscription) => subscription.offer === offer)
    .reduce((sum, { licences = 0 }) => sum + licences, 0);
}
