import { findIssues, type RuleContext } from '../find-issues.ts';
import { type Issue, issueOf } from '../issues.ts';
import { toLicenceCount } from '../licence-count.ts';
import { type OfferId, offers } from '../offers/catalogue.ts';
import type { CustomerValues } from '../values.ts';
import { licencesOwned, type PracticeCustomer } from './practice-customer.ts';
import { waitsForVetting } from './vetting.ts';

/**
 * What is wrong with the order that is put together for a customer. Rules are those of the first order, over all that
 * the customer has: a base that is there serves an add-on, what is limited to one counts, and so do licences.
 *
 * Documented ("How to sell offers to education customers"): offers for the qualification can be bought only after Microsoft
 * has confirmed it. Documented ("Create a new subscription"): an add-on needs an active base, some offers are one per customer. That the
 * minimum and the maximum hold for all licences of an offer together is inferred.
 */
export function findOrderIssues(customer: PracticeCustomer, context: RuleContext): readonly Issue[] {
  const values = orderedValues(customer);
  if (values.offers.length === 0) return [issueOf('offers.nothingOrdered', 'offers')];
  const refused = customer.acceptedOn === '' ? [issueOf('offers.refused', 'offers')] : [];
  const pending = values.offers.flatMap((offer) => unconfirmed(offer, customer));
  const limited = values.offers
    .filter((offer) => offers[offer].isOnePerCustomer === true && has(customer, offer))
    .map((offer) => issueOf('offers.onePerCustomer', `offers.${offer}`, { offer }));
  const known = findIssues('subscriptions', values, context).flatMap((issue) => overAll(issue, customer));
  const full = values.offers.flatMap((offer) => beyond(offer, customer));
  return [...refused, ...pending, ...limited, ...known, ...full];
}

/**
 * The customer's values as an order is held to them: a qualification that Microsoft has denied is none. That such a
 * customer can buy what all others can, trials too, is inferred.
 */
export function orderedValues({ values, vetting }: PracticeCustomer): CustomerValues {
  return vetting?.status === 'denied' ? { ...values, specialQualifications: 'none' } : values;
}

/**
 * How many more licences of an offer the customer can have at the least and at the most, or `undefined` where there is
 * no number to choose. Nothing is left where `max` is 0.
 * @example licenceRoom(customer, 'officeSmall') // => { min: 1, max: 275 }
 */
export function licenceRoom(
  customer: PracticeCustomer,
  offer: OfferId,
): { readonly min: number; readonly max: number } | undefined {
  const { quantity } = offers[offer];
  if (quantity.kind !== 'licences') return undefined;
  const owned = licencesOwned(customer, offer);
  return { min: Math.max(1, quantity.min - owned), max: Math.max(0, quantity.max - owned) };
}

/** The issue as it is for somebody who has something already: gone, or still there. */
function overAll(issue: Issue, customer: PracticeCustomer): readonly Issue[] {
  const { code, params } = issue;
  // What the agreement and the number of licences are held to is told by issues of their own, and the role by the page.
  if (code === 'offers.agreementPending' || code === 'licences.range' || code === 'offers.role') return [];
  const needs = params.offer === undefined ? undefined : offers[params.offer].needs;
  const hasBase = code === 'offers.addOn' && needs?.some((base) => has(customer, base)) === true;
  return hasBase ? [] : [issue];
}

function beyond(offer: OfferId, customer: PracticeCustomer): readonly Issue[] {
  const room = licenceRoom(customer, offer);
  const count = toLicenceCount(customer.values.licences[offer] ?? '');
  if (room === undefined || count === undefined) return [];
  const { min, max } = room;
  const field = `licences.${offer}` as const;
  if (max === 0) return [issueOf('licences.full', field, { offer, max: licencesOwned(customer, offer) })];
  return count < min || count > max ? [issueOf('licences.range', field, { offer, min, max })] : [];
}

function unconfirmed(offer: OfferId, { values, vetting }: PracticeCustomer): readonly Issue[] {
  const { specialQualifications } = values;
  if (!waitsForVetting({ specialQualifications, offers: [offer] }, vetting)) return [];
  const code = specialQualifications === 'education' ? 'offers.educationPending' : 'offers.governmentPending';
  return [issueOf(code, `offers.${offer}`, { offer })];
}

function has({ subscriptions }: PracticeCustomer, offer: OfferId): boolean {
  return subscriptions.some((subscription) => subscription.offer === offer);
}
