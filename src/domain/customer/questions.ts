import { allowsAdditionalResellers, requiresPostalCode } from './countries.ts';
import { agreementNames, contactNames, type NameOrder } from './name-order.ts';
import { requiresRegistrationId } from './registration-ids.ts';
import { statesOf } from './states.ts';
import type { CustomerValues, FieldId } from './values.ts';

/** A stage that asks something, in the order of the form. */
export const questionStages = ['opening', 'account', 'subscriptions'] as const;

/** One of `questionStages`. */
export type QuestionStage = (typeof questionStages)[number];

/**
 * The questions of a stage, in the order they are asked, which is that of the guide's steps. They depend on earlier answers: only an indirect provider is
 * asked for a reseller; only a customer in the European Union or EFTA can have more of them, and only after a first.
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
 * City: documented as required in both countries whose rules are recorded, inferred for the others. Registration ID and
 * phone: required in 24 countries, optional elsewhere (documented).
 * @example isRequired('phone', { ...emptyValues, country: 'BY' }) // => true
 */
export function isRequired(field: FieldId, { country }: Pick<CustomerValues, 'country'>): boolean {
  switch (field) {
    case 'registrationId':
    case 'phone':
      return requiresRegistrationId(country);
    case 'state':
      return statesOf(country).length > 0;
    case 'postalCode':
      return requiresPostalCode(country);
    default:
      return !alwaysOptional.has(field);
  }
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
  'culture',
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'postalCode',
] as const satisfies FieldId[];

const contactQuestions = ['email', 'phone', 'domain'] as const satisfies FieldId[];

function resellerQuestions({ partnerType, country, reseller }: CustomerValues): FieldId[] {
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
