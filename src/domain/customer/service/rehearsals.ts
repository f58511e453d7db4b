import { toAscii, toCode } from '../normalise.ts';
import { offers } from '../offers/catalogue.ts';
import { asksValidationCode } from '../qualification.ts';
import { questionsOf } from '../questions.ts';
import { requiresRegistrationId } from '../registration-ids.ts';
import type { CustomerValues } from '../values.ts';
import { type RefusalId, refusalIds } from './refusals.ts';

/**
 * The refusals that can be rehearsed with these answers: those that the real service could give to this very customer.
 * @example rehearsalsFor({ ...values, offers: [] }).includes('quantityOutside') // => false
 */
export function rehearsalsFor(values: CustomerValues): readonly RefusalId[] {
  return refusalIds.filter((id) => fits[id]?.(values) ?? true);
}

/** When a refusal fits; one that is not named here always does. */
const fits: { readonly [Id in RefusalId]?: (values: CustomerValues) => boolean } = {
  // What is missing for everybody to see is refused by the form itself.
  registrationIdMissing: () => false,
  phoneMissing: () => false,
  mpnNotNumeric: () => false,
  registrationIdWrong: ({ registrationId }) => toCode(registrationId) !== '',
  registrationIdUnsupported: ({ country, registrationId }) =>
    !requiresRegistrationId(country) && toCode(registrationId) !== '',
  validationCodeRefused: asksValidationCode,
  agreementRepeated: ({ agreement }) => agreement === 'attested',
  agreementMissing: ({ agreement, offers: chosen }) => agreement === 'invited' && chosen.length > 0,
  resellerNotFound: buysThroughReseller,
  notReseller: buysThroughReseller,
  resellerTenantUnknown: hasReseller,
  resellerUnsigned: hasReseller,
  mpnInvalid: hasAdditionalResellers,
  mpnOtherRegion: hasAdditionalResellers,
  mpnUnsigned: hasAdditionalResellers,
  mpnNotReseller: hasAdditionalResellers,
  quantityOutside: hasLicences,
  quantityUnavailable: hasLicences,
  customerLimit: buysSomething,
  offerNotInCountry: buysSomething,
  offerNotForCustomer: ({ offers: chosen }) => chosen.some((offer) => offers[offer].audience !== undefined),
  underReview: buysSomething,
  notApproved: buysSomething,
};

function buysSomething({ offers: chosen }: CustomerValues): boolean {
  return chosen.length > 0;
}

function hasLicences({ offers: chosen }: CustomerValues): boolean {
  return chosen.some((offer) => offers[offer].quantity.kind === 'licences');
}

function hasReseller({ partnerType }: CustomerValues): boolean {
  return partnerType === 'indirectProvider';
}

function buysThroughReseller(values: CustomerValues): boolean {
  return hasReseller(values) && buysSomething(values);
}

function hasAdditionalResellers(values: CustomerValues): boolean {
  const isAsked = questionsOf('account', values).includes('additionalResellers');
  return isAsked && values.additionalResellers.some((id) => toAscii(id) !== '');
}
