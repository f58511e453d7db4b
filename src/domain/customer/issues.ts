import type { AddressPartName } from './address-format.ts';
import type { OfferId } from './offers/catalogue.ts';
import type { FieldId } from './values.ts';

/**
 * Everything the form can say about an answer, with the rule of the guide that it comes from. The rule's id is also
 * the anchor of the sentence that states it; the words of an issue are the message `issues.<code>`.
 */
export const issueRules = {
  'partnerType.missing': 'rule-role',
  'partnerType.indirectReseller': 'rule-role',
  'role.missing': 'rule-role',
  'country.missing': 'rule-country',
  'companyName.missing': 'rule-legal-name',
  'companyName.tooLong': 'rule-company-name',
  'companyName.singleCharacter': 'rule-company-name',
  'companyName.specialCharacters': 'rule-company-name',
  'companyName.abbreviation': 'rule-company-name',
  'companyName.spacedCharacters': 'rule-company-name',
  'companyName.repeatedCharacter': 'rule-company-name',
  'companyName.testName': 'rule-test-names',
  'companyName.testWord': 'rule-test-names',
  'companyName.domainEnding': 'rule-domain-ending',
  'companyName.existing': 'rule-existing-customer',
  'registrationId.missing': 'rule-registration-id',
  'registrationId.missingNamed': 'rule-registration-id',
  'registrationId.missingDigits': 'rule-registration-id',
  'registrationId.digits': 'rule-registration-id-format',
  'registrationId.characters': 'rule-registration-id-format',
  'registrationId.existing': 'rule-existing-customer',
  'addressLine1.missing': 'rule-address',
  'addressLine1.tooLong': 'rule-address',
  'addressLine2.tooLong': 'rule-address',
  'city.missing': 'rule-address',
  'state.missing': 'rule-state',
  'postalCode.missing': 'rule-address',
  'postalCode.format': 'rule-address',
  'firstName.missing': 'rule-contact-name',
  'lastName.missing': 'rule-contact-name',
  'name.tooLong': 'rule-contact-name',
  'name.singleCharacter': 'rule-contact-name',
  'name.placeholder': 'rule-contact-name',
  'name.noLetters': 'rule-contact-name',
  'email.missing': 'rule-email',
  'email.format': 'rule-email',
  'email.microsoft': 'rule-email',
  'email.education': 'rule-email',
  'phone.missing': 'rule-phone',
  'phone.format': 'rule-phone-format',
  'phone.unitedStates': 'rule-phone-format',
  'domain.missing': 'rule-domain',
  'domain.format': 'rule-domain',
  'domain.tooLong': 'rule-domain',
  'domain.existing': 'rule-existing-customer',
  'specialQualifications.role': 'rule-education',
  'reseller.missing': 'rule-reseller',
  'additionalResellers.format': 'rule-additional-resellers',
  'additionalResellers.repeated': 'rule-additional-resellers',
  'additionalResellers.tooMany': 'rule-additional-resellers',
  'attestPartnerRole.missing': 'rule-attestations',
  'attestNoResale.missing': 'rule-attestations',
  'agreement.missing': 'rule-agreement',
  'agreement.role': 'rule-agreement',
  'agreementConfirmed.missing': 'rule-agreement',
  'agreementDate.missing': 'rule-agreement-date',
  'agreementDate.invalid': 'rule-agreement-date',
  'agreementDate.future': 'rule-agreement-date',
  'agreementPerson.missing': 'rule-agreement',
  'agreementFirstName.missing': 'rule-agreement',
  'agreementLastName.missing': 'rule-agreement',
  'agreementEmail.missing': 'rule-agreement',
  'offers.none': 'rule-no-offers',
  'offers.addOn': 'rule-add-on',
  'offers.educationOnly': 'rule-education',
  'offers.notForEducation': 'rule-education',
  'offers.agreementPending': 'rule-agreement',
  'offers.refused': 'rule-agreement',
  'offers.nothingOrdered': 'rule-later-orders',
  'offers.onePerCustomer': 'rule-one-per-customer',
  'licences.missing': 'rule-licences',
  'licences.notNumber': 'rule-licences',
  'licences.range': 'rule-licences',
  'licences.full': 'rule-later-orders',
  'terms.missing': 'rule-terms',
} as const satisfies Record<string, `rule-${string}`>;

/** What is wrong, as the messages name it. */
export type IssueCode = keyof typeof issueRules;

/** A rule of the guide. */
export type RuleId = (typeof issueRules)[IssueCode];

/** Issues that are worth a second look and stop nobody. */
const warnings: ReadonlySet<IssueCode> = new Set([
  'companyName.testWord',
  'companyName.domainEnding',
  'companyName.existing',
  'offers.none',
  'offers.agreementPending',
] as const);

/** A field, or one box of a field that has several. */
export type FieldPath =
  | FieldId
  | `additionalResellers.${number}`
  | `offers.${OfferId}`
  | `licences.${OfferId}`
  | `terms.${OfferId}`;

/** What an issue's message is filled with: numbers and codes, and of words only what was typed or is a proper name. */
export interface IssueParams {
  readonly value?: string;
  readonly name?: string;
  readonly ending?: string;
  readonly min?: number;
  readonly max?: number;
  readonly length?: number;
  /** The numbers of digits that are right. */
  readonly digits?: readonly number[];
  readonly examples?: readonly string[];
  /** What the customer's country calls the part of the address. */
  readonly part?: AddressPartName;
  /** Whether that part is chosen from a list. */
  readonly isListed?: boolean;
  readonly offer?: OfferId;
  readonly offers?: readonly OfferId[];
}

/** Something about an answer that the partner should mend or look at. */
export interface Issue {
  readonly code: IssueCode;
  readonly field: FieldPath;
  readonly params: IssueParams;
  readonly rule: RuleId;
  readonly severity: 'error' | 'warning';
}

/**
 * An issue with its rule and severity.
 * @example issueOf('city.missing', 'city').rule // => 'rule-address'
 */
export function issueOf(code: IssueCode, field: FieldPath, params: IssueParams = {}): Issue {
  return { code, field, params, rule: issueRules[code], severity: warnings.has(code) ? 'warning' : 'error' };
}

/**
 * What tells an issue from every other, for as long as its answer stays wrong in the same way.
 * @example issueKey(issueOf('city.missing', 'city')) // => 'city:city.missing'
 */
export function issueKey({ field, code }: Issue): string {
  return `${field}:${code}`;
}

/**
 * The field that a place in the form belongs to.
 * @example fieldOf('licences.officeSmall') // => 'licences'
 */
export function fieldOf(path: FieldPath): FieldId {
  // What stands before the dot of a path is always a field.
  return path.split('.')[0] as FieldId;
}
