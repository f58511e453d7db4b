import type { RuleId } from '../issues.ts';
import type { FieldId } from '../values.ts';
import rules from './refusal-rules.json' with { type: 'json' };
import type { ServiceRequestId } from './requests.ts';

/** One way in which the service refuses, with what is documented of it. */
export interface Refusal {
  readonly request: ServiceRequestId;
  /** HTTP status. */
  readonly status: number;
  /** The service's own codes, more than one where several say the same; none where none is documented. */
  readonly codes: readonly string[];
  /** The answers that can be mended; without any, the partner can only wait or ask somebody. */
  readonly fields: readonly Exclude<FieldId, 'agreementDate'>[];
  /** True where the sources contradict each other, are out of date or say nothing: the reader is told so. */
  readonly isDoubtful?: boolean;
}

/**
 * What the service can refuse, by the practice form's own names.
 *
 * Documented: Partner Center REST documentation, "Error codes" (2020), and "Verify an indirect reseller's Microsoft Partner
 * Agreement signing status" (2020), where all failures are HTTP 400. What is doubtful:
 *
 * - `domainTaken`: documented is the check, where 200 means taken; how creating the customer answers is not.
 * - `existingCustomer`: no code is documented; 409 is inferred from the list of HTTP statuses.
 * - `countryNotSupported`: 20000 is reported for it by a user of the SDK (2017); the table has that code for another
 *   meaning, an order that is not found.
 * - `registrationIdUnsupported`: in the table, and superseded since 25 March 2021, when the ID became optional everywhere.
 * - `registrationIdMissing`, `phoneMissing`: the table names 11 countries, the rule has had 24 since that day.
 * - `registrationIdWrong`: the service names its pattern; the only one that is documented is Azerbaijan's.
 * - `addressInvalid`: no code for an address is documented; "invalid property" is the general one (inferred).
 * - `validationCodeRefused`: documented is that a code is good for a number of customers; how the service answers when it
 *   is used up or wrong is not, and 400 is inferred.
 * - `notAllowed`: reported with the SDK's samples for test accounts; the table has no explanation.
 */
export const refusals = {
  domainTaken: {
    request: 'checkDomain',
    status: 200,
    codes: [],
    fields: ['domain'],
    isDoubtful: true,
  },
  existingCustomer: {
    request: 'createCustomer',
    status: 409,
    codes: [],
    fields: ['companyName', 'domain', 'registrationId'],
    isDoubtful: true,
  },
  countryNotSupported: {
    request: 'createCustomer',
    status: 400,
    codes: ['20000'],
    fields: ['country'],
    isDoubtful: true,
  },
  countryNotOnboarded: {
    request: 'createCustomer',
    status: 403,
    codes: ['2030'],
    fields: ['country'],
  },
  registrationIdMissing: {
    request: 'createCustomer',
    status: 400,
    codes: ['600049'],
    fields: ['registrationId'],
    isDoubtful: true,
  },
  registrationIdWrong: {
    request: 'createCustomer',
    status: 400,
    codes: ['600050'],
    fields: ['registrationId'],
    isDoubtful: true,
  },
  registrationIdUnsupported: {
    request: 'createCustomer',
    status: 400,
    codes: ['600002'],
    fields: ['registrationId'],
    isDoubtful: true,
  },
  phoneMissing: {
    request: 'createCustomer',
    status: 400,
    codes: ['600051'],
    fields: ['phone'],
    isDoubtful: true,
  },
  addressInvalid: {
    request: 'createCustomer',
    status: 400,
    codes: ['3000'],
    fields: ['addressLine1', 'city', 'postalCode'],
    isDoubtful: true,
  },
  notAllowed: {
    request: 'createCustomer',
    status: 403,
    codes: ['600006'],
    fields: [],
    isDoubtful: true,
  },
  validationCodeRefused: {
    request: 'qualifyCustomer',
    status: 400,
    codes: [],
    fields: ['validationCode'],
    isDoubtful: true,
  },
  agreementRepeated: {
    request: 'confirmAgreement',
    status: 400,
    codes: ['600061'],
    fields: ['agreement'],
  },
  resellerNotFound: {
    request: 'order',
    status: 404,
    codes: ['800015'],
    fields: ['reseller'],
  },
  notReseller: {
    request: 'order',
    status: 400,
    codes: ['800016'],
    fields: ['reseller'],
  },
  resellerTenantUnknown: {
    request: 'verifyReseller',
    status: 400,
    codes: ['2205'],
    fields: ['reseller'],
  },
  resellerUnsigned: {
    request: 'verifyReseller',
    status: 400,
    codes: ['2206'],
    fields: ['reseller'],
  },
  mpnNotNumeric: {
    request: 'verifyReseller',
    status: 400,
    codes: ['2000'],
    fields: ['additionalResellers'],
  },
  mpnInvalid: {
    request: 'verifyReseller',
    status: 400,
    codes: ['2200'],
    fields: ['additionalResellers'],
  },
  mpnOtherRegion: {
    request: 'verifyReseller',
    status: 400,
    codes: ['2201'],
    fields: ['additionalResellers'],
  },
  mpnUnsigned: {
    request: 'verifyReseller',
    status: 400,
    codes: ['2203'],
    fields: ['additionalResellers'],
  },
  mpnNotReseller: {
    request: 'verifyReseller',
    status: 400,
    codes: ['2204'],
    fields: ['additionalResellers'],
  },
  agreementMissing: {
    request: 'order',
    status: 403,
    codes: ['13605'],
    fields: ['agreement', 'offers'],
  },
  quantityOutside: {
    request: 'order',
    status: 400,
    codes: ['2002'],
    fields: ['offers', 'licences'],
  },
  quantityUnavailable: {
    request: 'order',
    status: 400,
    codes: ['800017'],
    fields: ['offers', 'licences'],
  },
  customerLimit: {
    request: 'order',
    status: 403,
    codes: ['800066', '800089'],
    fields: ['offers', 'licences'],
  },
  offerNotInCountry: {
    request: 'order',
    status: 400,
    codes: ['800070'],
    fields: ['offers', 'country'],
  },
  offerNotForCustomer: {
    request: 'order',
    status: 400,
    codes: ['800086'],
    fields: ['offers', 'specialQualifications'],
  },
  underReview: {
    request: 'order',
    status: 403,
    codes: ['800073', '800074'],
    fields: [],
  },
  notApproved: {
    request: 'order',
    status: 403,
    codes: ['800075'],
    fields: ['companyName', 'registrationId', 'addressLine1'],
  },
} as const satisfies Record<string, Refusal>;

/** One of `refusals`. */
export type RefusalId = keyof typeof refusals;

/** All of them, in the order of the requests and of the form. */
// Object.keys forgets that the keys are exactly those above.
export const refusalIds = Object.keys(refusals) as readonly RefusalId[];

/** The rule of the guide that each rests on. The checker reads `refusal-rules.json`, too, and proves that they are there. */
// TypeScript widens the texts of JSON; a test holds them to the form of ids.
export const refusalRules = rules as Readonly<Record<RefusalId, RuleId>>;
