import type { CustomerList } from '../customers/customer-list.ts';
import { findExistingCustomer } from '../customers/find-existing-customer.ts';
import { toLicenceCount } from '../licence-count.ts';
import { toAscii, toCode } from '../normalise.ts';
import { availableOffers, offers } from '../offers/catalogue.ts';
import { questionsOf } from '../questions.ts';
import { registrationIdFault, requiresRegistrationId } from '../registration-ids.ts';
import { resellers } from '../resellers.ts';
import type { CustomerValues } from '../values.ts';
import { type RefusalId, refusalIds } from './refusals.ts';

/**
 * What the service refuses by itself, as far as the answers and the customers that are there tell it. The form lets none of
 * it through, so a customer that can be submitted is accepted; what only the real service knows can be rehearsed.
 * @example findRefusal({ ...values, country: 'BY', registrationId: '' }, []) // => 'registrationIdMissing'
 */
export function findRefusal(values: CustomerValues, customers: CustomerList): RefusalId | undefined {
  return refusalIds.find((id) => knownFaults[id]?.(values, customers));
}

const knownFaults: {
  readonly [Id in RefusalId]?: (values: CustomerValues, customers: CustomerList) => boolean;
} = {
  domainTaken: (values, customers) => findExistingCustomer(customers, values)?.by === 'domain',
  // Two companies may have the same name, so a name alone is no reason to refuse.
  existingCustomer: (values, customers) => findExistingCustomer(customers, values)?.by === 'registrationId',
  registrationIdMissing: ({ country, registrationId }) =>
    requiresRegistrationId(country) && toCode(registrationId) === '',
  registrationIdWrong: ({ country, registrationId }) =>
    toCode(registrationId) !== '' && registrationIdFault(registrationId, country) !== undefined,
  phoneMissing: ({ country, phone }) => requiresRegistrationId(country) && toAscii(phone) === '',
  resellerNotFound: ({ partnerType, reseller }) =>
    partnerType === 'indirectProvider' && !Object.hasOwn(resellers, reseller),
  mpnNotNumeric: (values) =>
    questionsOf('account', values).includes('additionalResellers') &&
    values.additionalResellers.map(toCode).some((id) => id !== '' && !/^\d+$/u.test(id)),
  quantityOutside: ({ offers: chosen, licences }) =>
    chosen.some((offer) => {
      const { quantity } = offers[offer];
      if (quantity.kind !== 'licences') return false;
      const count = toLicenceCount(licences[offer] ?? '');
      return count === undefined || count < quantity.min || count > quantity.max;
    }),
  offerNotForCustomer: (values) => {
    const available = availableOffers(values);
    return values.offers.some((offer) => !available.includes(offer));
  },
};
