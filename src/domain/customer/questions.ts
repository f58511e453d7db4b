import { type AddressPart, addressFormatOf } from './address-format.ts';
import { allowsAdditionalResellers } from './countries.ts';
import { agreementNames, contactNames, type NameOrder } from './name-order.ts';
import { isBlank } from './normalise.ts';
import { asksValidationCode } from './qualification.ts';
import { requiresRegistrationId } from './registration-ids.ts';
import { statesOf } from './states.ts';
import type { CustomerValues, FieldId } from './values.ts';

/** A stage that asks something, in the order of the form. */
export const questionStages = ['opening', 'account', 'subscriptions'] as const;

/** One of `questionStages`. */
export type QuestionStage = (typeof questionStages)[number];

/**
 * The questions of a stage, in the order they are asked, which is that of the guide's steps. They depend on earlier answers: only an indirect provider is
 * asked for a reseller; only a customer in the European Union or EFTA can have more of them, and only after a first; only
 * Government Community Cloud needs a validation code.
 * @param nameOrder which of a person's names comes first, where the page's language has a say in it
 */
export function questionsOf(
  stage: QuestionStage,
  values: CustomerValues,
  nameOrder: NameOrder = 'givenFirst',
): readonly FieldId[] {
  if (stage === 'opening') return ['partnerType', 'role'];
  if (stage === 'subscriptions') return ['offers', 'licences', 'terms'];
  return [
    ...companyQuestions,
    ...(asksValidationCode(values) ? (['validationCode'] as const) : []),
    'culture',
    ...addressQuestions(values, nameOrder),
    ...contactNames[nameOrder],
    ...contactQuestions,
    ...agreementQuestions(values, nameOrder),
    ...resellerQuestions(values),
    'attestPartnerRole',
    'attestNoResale',
  ];
}

/**
 * True when a question must be answered.
 *
 * City, state and postal code: documented for the two countries whose rules are recorded and for the four whose states
 * are chosen from a list; elsewhere what addresses there need (general knowledge). Registration ID and phone: required in
 * 24 countries, optional elsewhere (documented).
 * @example isRequired('phone', { ...emptyValues, country: 'BY' }) // => true
 */
export function isRequired(field: FieldId, { country }: Pick<CustomerValues, 'country'>): boolean {
  switch (field) {
    case 'registrationId':
    case 'phone':
      return requiresRegistrationId(country);
    case 'state':
      return statesOf(country).length > 0 || addressFormatOf(country).required.has(field);
    case 'city':
    case 'postalCode':
      return addressFormatOf(country).required.has(field);
    default:
      return !alwaysOptional.has(field);
  }
}

/**
 * The questions about the address, in the country's own order. A part that addresses there do not have is asked for, after
 * all others, only while it holds something: what was typed before another country was chosen is not hidden.
 * @example addressQuestions({ ...emptyValues, country: 'DE' })
 * // => ['addressLine1', 'addressLine2', 'postalCode', 'city']
 */
export function addressQuestions(
  values: Pick<CustomerValues, 'country' | UnusualPart>,
  nameOrder: NameOrder = 'givenFirst',
): readonly AddressQuestion[] {
  const { order } = addressFormatOf(values.country, nameOrder);
  return [
    ...order.flatMap((part) => (part === 'lines' ? (['addressLine1', 'addressLine2'] as const) : [part])),
    ...unusualParts(values).filter((part) => !isBlank(values[part])),
  ];
}

/** A question about the address. */
export type AddressQuestion = 'addressLine1' | 'addressLine2' | AddressPart;

/** A part of the address that some countries do not have. */
export type UnusualPart = Extract<AddressPart, 'state' | 'postalCode'>;

/** The parts that addresses in the customer's country do not have. */
export function unusualParts({ country }: Pick<CustomerValues, 'country'>): readonly UnusualPart[] {
  const { order } = addressFormatOf(country);
  return (['state', 'postalCode'] as const).filter((part) => !order.includes(part));
}

const alwaysOptional: ReadonlySet<FieldId> = new Set([
  'addressLine2',
  'middleName',
  'specialQualifications',
  'culture',
  'additionalResellers',
  'agreementPhone',
  'offers',
] as const);

const companyQuestions = [
  'country',
  'companyName',
  'registrationId',
  'specialQualifications',
] as const satisfies FieldId[];

const contactQuestions = ['email', 'phone', 'domain'] as const satisfies FieldId[];

/**
 * The questions about resellers: none for partners that sell for themselves.
 * @example resellerQuestions({ partnerType: 'indirectProvider', country: 'NO', reseller: '' }) // => ['reseller']
 */
export function resellerQuestions({
  partnerType,
  country,
  reseller,
}: Pick<CustomerValues, 'partnerType' | 'country' | 'reseller'>): readonly FieldId[] {
  if (partnerType !== 'indirectProvider') return [];
  return allowsAdditionalResellers(country) && reseller !== ''
    ? ['reseller', 'additionalResellers']
    : ['reseller'];
}

function agreementQuestions({ agreement, agreementPerson }: CustomerValues, nameOrder: NameOrder): FieldId[] {
  if (agreement !== 'attested') return ['agreement'];
  const person: FieldId[] =
    agreementPerson === 'other' ? [...agreementNames[nameOrder], 'agreementEmail', 'agreementPhone'] : [];
  return ['agreement', 'agreementConfirmed', 'agreementDate', 'agreementPerson', ...person];
}
