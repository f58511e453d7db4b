import { type AddressPart, addressFormatOf } from './address-format.ts';
import { agreementDateFault } from './agreement-date.ts';
import { companyNameFault, companyNameLimit } from './company-name.ts';
import type { CustomerList } from './customers/customer-list.ts';
import { type ExistingCustomer, findExistingCustomer } from './customers/find-existing-customer.ts';
import { domainPrefixFault, domainPrefixLimit, toDomainPrefix } from './domain-prefix.ts';
import { emailFault } from './email.ts';
import { type FieldPath, type Issue, type IssueCode, type IssueParams, issueOf } from './issues.ts';
import { toLicenceCount } from './licence-count.ts';
import type { NameOrder } from './name-order.ts';
import { cleanText, isBlank, lengthOf, toAscii, toCode } from './normalise.ts';
import { availableOffers, type Offer, type OfferId, offers } from './offers/catalogue.ts';
import { personNameFault, personNameLimit } from './person-name.ts';
import { phoneDigits, phoneFault } from './phone.ts';
import { isPostalCode, postalCodeRuleOf } from './postal-code.ts';
import { isValidationCode, qualificationsIn, validationCodeLimit } from './qualification.ts';
import { isRequired, type QuestionStage, questionsOf } from './questions.ts';
import { registrationIdFault, registrationIdRules } from './registration-ids.ts';
import { additionalResellerLimit, resellers } from './resellers.ts';
import { mayDo } from './role-tasks.ts';
import { statesOf } from './states.ts';
import type { CustomerValues, FieldId } from './values.ts';

/** What the rules need to know beside the answers. */
export interface RuleContext {
  /** The partner's own day, as `YYYY-MM-DD`. */
  readonly today: string;
  /** Which of a person's names the page asks for first; issues come in the order of the questions. */
  readonly nameOrder?: NameOrder;
  /** Customers that are there already, which must not be added once more. */
  readonly customers?: CustomerList;
}

/** The most characters of an address line. Documented: Partner Center REST documentation, "Utility resources". */
export const addressLineLimit = 200;

/**
 * The issues of one stage, in the order of its questions, errors and warnings together.
 * @example findIssues('opening', emptyValues, { today: '2026-11-21' }).map(({ code }) => code)
 * // => ['partnerType.missing', 'role.missing']
 */
export function findIssues(
  stage: QuestionStage,
  values: CustomerValues,
  context: RuleContext,
): readonly Issue[] {
  return questionsOf(stage, values, context.nameOrder).flatMap((field) => checks[field](values, context));
}

type Check = (values: CustomerValues, context: RuleContext) => readonly Issue[];

const none: readonly Issue[] = [];

const checks: Readonly<Record<FieldId, Check>> = {
  partnerType: ({ partnerType }) => {
    if (partnerType === '') return one('partnerType.missing', 'partnerType');
    return partnerType === 'indirectReseller' ? one('partnerType.indirectReseller', 'partnerType') : none;
  },
  role: ({ role }) => {
    if (role === '') return one('role.missing', 'role');
    return role === 'otherRole' ? one('role.other', 'role') : none;
  },
  country: ({ country }) => (country === '' ? one('country.missing', 'country') : none),
  companyName: (values, context) => {
    const { companyName } = values;
    if (cleanText(companyName) === '') return one('companyName.missing', 'companyName');
    const fault = companyNameFault(companyName);
    if (fault === undefined) return existing('companyName', values, context);
    const { kind, part } = fault;
    if (kind === 'tooLong') return one(`companyName.${kind}`, 'companyName', tooLong(part, companyNameLimit));
    return one(
      `companyName.${kind}`,
      'companyName',
      kind === 'domainEnding' ? { ending: part } : { value: part },
    );
  },
  registrationId: (values, context) => {
    const { registrationId, country } = values;
    const rule = registrationIdRules[country];
    if (toCode(registrationId) === '') {
      if (rule === undefined) return none;
      return rule.digits.length > 0
        ? one('registrationId.missingDigits', 'registrationId', { name: rule.name, digits: rule.digits })
        : one('registrationId.missingNamed', 'registrationId', { name: rule.name });
    }
    const fault = registrationIdFault(registrationId, country);
    if (fault === undefined) return existing('registrationId', values, context);
    return one(
      `registrationId.${fault}`,
      'registrationId',
      fault === 'digits' ? { digits: rule?.digits ?? [] } : {},
    );
  },
  // One of the country's cultures is always chosen.
  culture: () => none,
  addressLine1: ({ addressLine1 }) => {
    if (isBlank(addressLine1)) return one('addressLine1.missing', 'addressLine1');
    return addressLine('addressLine1', addressLine1);
  },
  addressLine2: ({ addressLine2 }) => addressLine('addressLine2', addressLine2),
  city: ({ city, country }) =>
    isBlank(city) && isRequired('city', { country })
      ? one('city.missing', 'city', asking('city', country))
      : none,
  state: ({ state, country }) => {
    const states = statesOf(country);
    const isGiven = states.length > 0 ? states.includes(state) : !isBlank(state);
    return isGiven || !isRequired('state', { country })
      ? none
      : one('state.missing', 'state', asking('state', country));
  },
  postalCode: ({ postalCode, country }) => {
    const params = asking('postalCode', country);
    if (isBlank(postalCode)) {
      return isRequired('postalCode', { country }) ? one('postalCode.missing', 'postalCode', params) : none;
    }
    if (isPostalCode(postalCode, country)) return none;
    const examples = postalCodeRuleOf(country)?.examples ?? [];
    return one('postalCode.format', 'postalCode', { ...params, examples });
  },
  firstName: ({ firstName }) => personName('firstName', firstName, 'firstName.missing'),
  middleName: ({ middleName }) => personName('middleName', middleName),
  lastName: ({ lastName }) => personName('lastName', lastName, 'lastName.missing'),
  email: (values) => email('email', values.email, values, 'email.missing'),
  phone: ({ phone, country }) => {
    if (toAscii(phone) !== '') return phoneNumber('phone', phone, country);
    return isRequired('phone', { country }) ? one('phone.missing', 'phone') : none;
  },
  domain: (values, context) => {
    const { domain } = values;
    const prefix = toDomainPrefix(domain);
    if (prefix === '') return one('domain.missing', 'domain');
    const fault = domainPrefixFault(domain);
    if (fault === undefined) return existing('domain', values, context);
    return one(`domain.${fault}`, 'domain', fault === 'tooLong' ? tooLong(prefix, domainPrefixLimit) : {});
  },
  specialQualifications: ({ specialQualifications: chosen, role, country }) => {
    if (country !== '' && !qualificationsIn(country).includes(chosen)) {
      return one('specialQualifications.country', 'specialQualifications');
    }
    if (chosen === 'education' && !mayDo(role, 'addEducationCustomer')) {
      return one('specialQualifications.role', 'specialQualifications');
    }
    return chosen === 'governmentCommunityCloud' && !mayDo(role, 'addGovernmentCustomer')
      ? one('specialQualifications.governmentRole', 'specialQualifications')
      : none;
  },
  validationCode: ({ validationCode }) => {
    if (toCode(validationCode) === '') return one('validationCode.missing', 'validationCode');
    return isValidationCode(validationCode)
      ? none
      : one('validationCode.format', 'validationCode', { max: validationCodeLimit });
  },
  reseller: ({ reseller }) =>
    Object.hasOwn(resellers, reseller) ? none : one('reseller.missing', 'reseller'),
  additionalResellers: ({ additionalResellers, reseller }) => {
    const ids = additionalResellers.map(toCode);
    const given = ids.filter((id) => id !== '');
    if (given.length > additionalResellerLimit) {
      return one('additionalResellers.tooMany', 'additionalResellers', { max: additionalResellerLimit });
    }
    const first = resellers[reseller]?.mpnId;
    return ids.flatMap((id, index) => {
      const field = `additionalResellers.${index}` as const;
      if (id === '') return none;
      if (!/^\d+$/u.test(id)) return one('additionalResellers.format', field);
      const isRepeated = id === first || ids.indexOf(id) < index;
      return isRepeated ? one('additionalResellers.repeated', field, { value: id }) : none;
    });
  },
  attestPartnerRole: ({ attestPartnerRole }) =>
    attestPartnerRole ? none : one('attestPartnerRole.missing', 'attestPartnerRole'),
  attestNoResale: ({ attestNoResale }) =>
    attestNoResale ? none : one('attestNoResale.missing', 'attestNoResale'),
  agreement: ({ agreement, role }) => {
    if (agreement === '') return one('agreement.missing', 'agreement');
    return agreement === 'attested' && !mayDo(role, 'confirmAgreement')
      ? one('agreement.role', 'agreement')
      : none;
  },
  agreementConfirmed: ({ agreementConfirmed }) =>
    agreementConfirmed ? none : one('agreementConfirmed.missing', 'agreementConfirmed'),
  agreementDate: ({ agreementYear, agreementMonth, agreementDay }, { today }) => {
    const fault = agreementDateFault(
      { year: agreementYear, month: agreementMonth, day: agreementDay },
      today,
    );
    return fault === undefined ? none : one(`agreementDate.${fault}`, 'agreementDate');
  },
  agreementPerson: ({ agreementPerson }) =>
    agreementPerson === '' ? one('agreementPerson.missing', 'agreementPerson') : none,
  agreementFirstName: ({ agreementFirstName }) =>
    personName('agreementFirstName', agreementFirstName, 'agreementFirstName.missing'),
  agreementLastName: ({ agreementLastName }) =>
    personName('agreementLastName', agreementLastName, 'agreementLastName.missing'),
  agreementEmail: (values) =>
    email('agreementEmail', values.agreementEmail, values, 'agreementEmail.missing'),
  agreementPhone: ({ agreementPhone, country }) =>
    toAscii(agreementPhone) === '' ? none : phoneNumber('agreementPhone', agreementPhone, country),
  // Documented: nothing says that one must be chosen. Asking once is this form's own choice.
  offers: (values) =>
    values.offers.length === 0
      ? one('offers.none', 'offers')
      : [
          ...values.offers.flatMap((offer) => chosenOffer(offer, values)),
          ...agreementPending(values),
          ...orderOfOthers(values),
        ],
  licences: (values) => values.offers.flatMap((offer) => licenceCount(offer, values.licences[offer] ?? '')),
  terms: (values) =>
    values.offers.flatMap((offer) =>
      needsTerm(offer, values) ? one('terms.missing', `terms.${offer}`, { offer }) : none,
    ),
};

function one(code: IssueCode, field: FieldPath, params?: IssueParams): readonly Issue[] {
  return [issueOf(code, field, params)];
}

/** Told at the answer that the two have in common. */
function existing(
  field: ExistingCustomer['by'],
  values: CustomerValues,
  { customers = [] }: RuleContext,
): readonly Issue[] {
  const found = findExistingCustomer(customers, values);
  return found?.by === field
    ? one(`${field}.existing`, field, { value: cleanText(found.customer.values.companyName) })
    : none;
}

function tooLong(text: string, max: number): IssueParams {
  return { max, length: lengthOf(text) };
}

/** What the country calls a part of the address, for the message that asks for it. */
function asking(part: AddressPart, country: string): IssueParams {
  const name = addressFormatOf(country).names[part];
  if (name === undefined) return {};
  return { part: name, isListed: part === 'state' && statesOf(country).length > 0 };
}

function addressLine(field: 'addressLine1' | 'addressLine2', typed: string): readonly Issue[] {
  const line = cleanText(typed);
  return lengthOf(line) > addressLineLimit
    ? one(`${field}.tooLong`, field, tooLong(line, addressLineLimit))
    : none;
}

function personName(field: FieldId, typed: string, missing?: IssueCode): readonly Issue[] {
  const name = cleanText(typed);
  if (name === '') return missing === undefined ? none : one(missing, field);
  const fault = personNameFault(name, { initial: field === 'middleName' });
  if (fault === undefined) return none;
  return one(`name.${fault}`, field, fault === 'tooLong' ? tooLong(name, personNameLimit) : { value: name });
}

function email(
  field: 'email' | 'agreementEmail',
  typed: string,
  { specialQualifications }: CustomerValues,
  missing: IssueCode,
): readonly Issue[] {
  if (cleanText(typed) === '') return one(missing, field);
  const fault = emailFault(typed, { education: specialQualifications === 'education' });
  return fault === undefined ? none : one(`email.${fault}`, field);
}

function phoneNumber(field: 'phone' | 'agreementPhone', typed: string, country: string): readonly Issue[] {
  const fault = phoneFault(typed, country);
  return fault === undefined ? none : one(`phone.${fault}`, field, fault === 'format' ? phoneDigits : {});
}

function chosenOffer(offer: OfferId, values: CustomerValues): readonly Issue[] {
  const { audience, needs } = offers[offer];
  const available = availableOffers(values);
  if (!available.includes(offer)) {
    return one(unavailable(audience, values), `offers.${offer}`, { offer });
  }
  if (needs === undefined || needs.some((base) => values.offers.includes(base))) return none;
  const bases = needs.filter((base) => available.includes(base));
  return one('offers.addOn', `offers.${offer}`, { offer, offers: bases });
}

function unavailable(audience: Offer['audience'], { specialQualifications }: CustomerValues): IssueCode {
  if (audience === 'education') return 'offers.educationOnly';
  if (audience === 'governmentCommunityCloud') return 'offers.governmentOnly';
  return specialQualifications === 'education' ? 'offers.notForEducation' : 'offers.notForGovernment';
}

/** Documented: a customer who is invited to accept buys nothing until then. */
function agreementPending({ agreement, offers: chosen }: CustomerValues): readonly Issue[] {
  return agreement === 'invited' && chosen.length > 0 ? one('offers.agreementPending', 'offers') : none;
}

/**
 * A warning: the page about adding a customer lets the User management admin go through Subscriptions, and the one about
 * subscriptions does not name that role.
 */
function orderOfOthers({ role, offers: chosen }: CustomerValues): readonly Issue[] {
  return chosen.length > 0 && !mayDo(role, 'placeOrder') ? one('offers.role', 'offers') : none;
}

function licenceCount(offer: OfferId, typed: string): readonly Issue[] {
  const { quantity } = offers[offer];
  if (quantity.kind !== 'licences') return none;
  const field = `licences.${offer}` as const;
  if (toAscii(typed) === '') return one('licences.missing', field, { offer });
  const count = toLicenceCount(typed);
  if (count === undefined) return one('licences.notNumber', field, { offer });
  const { min, max } = quantity;
  return count < min || count > max ? one('licences.range', field, { offer, min, max }) : none;
}

/** A term that the offer does not have is as good as none. */
function needsTerm(offer: OfferId, values: CustomerValues): boolean {
  const { terms } = offers[offer];
  return terms !== undefined && !terms.some((term) => term === values.terms[offer]);
}
