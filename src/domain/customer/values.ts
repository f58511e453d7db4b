import type { OfferId } from './offers/catalogue.ts';
import type { OfferTerm } from './offers/terms.ts';

/** The kinds of partner of the Cloud Solution Provider program. Documented: Partner Center documentation, 2021. */
export const partnerTypes = ['directBillPartner', 'indirectProvider', 'indirectReseller'] as const;

/** One of `partnerTypes`. */
export type PartnerType = (typeof partnerTypes)[number];

/** The roles that may add a customer. Documented: "Add a new customer", 2019 to January 2023. */
export const roles = ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'salesAgent'] as const;

/** One of `roles`. */
export type Role = (typeof roles)[number];

/** What can be answered about the role: one of those, or that it is none of them. */
export const roleAnswers = [...roles, 'otherRole'] as const;

/** One of `roleAnswers`. */
export type RoleAnswer = (typeof roleAnswers)[number];

/**
 * The special qualifications, of which a customer has one: Education everywhere, Government Community Cloud (GCC) in the
 * United States. Documented: Partner Center REST documentation, "Update a customer's qualifications", 2021.
 */
export const qualifications = ['none', 'education', 'governmentCommunityCloud'] as const;

/** One of `qualifications`. */
export type Qualification = (typeof qualifications)[number];

/** The two documented ways to an accepted agreement: the partner attests it, or the customer is invited. */
export const agreementWays = ['attested', 'invited'] as const;

/** Who accepted the agreement: the primary contact, or somebody whose name is asked for. */
export const agreementPersons = ['primary', 'other'] as const;

/** Fields that hold one line as it was typed, or the code of a chosen option. */
export const textFields = [
  'country',
  'companyName',
  'registrationId',
  'validationCode',
  'culture',
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'postalCode',
  'firstName',
  'middleName',
  'lastName',
  'email',
  'phone',
  'domain',
  'reseller',
  'agreementYear',
  'agreementMonth',
  'agreementDay',
  'agreementFirstName',
  'agreementLastName',
  'agreementEmail',
  'agreementPhone',
] as const;

/** Fields that are a tick box. */
export const tickFields = ['attestPartnerRole', 'attestNoResale', 'agreementConfirmed'] as const;

/** A field that holds text. */
export type TextFieldId = (typeof textFields)[number];

/** A field that is a tick box. */
export type TickFieldId = (typeof tickFields)[number];

/**
 * Everything a partner has filled in: text exactly as typed and codes of options, never a word in any language,
 * so that a change of language keeps it all.
 */
export interface CustomerValues
  extends Readonly<Record<TextFieldId, string>>,
    Readonly<Record<TickFieldId, boolean>> {
  readonly partnerType: PartnerType | '';
  readonly role: RoleAnswer | '';
  readonly specialQualifications: Qualification;
  readonly agreement: (typeof agreementWays)[number] | '';
  readonly agreementPerson: (typeof agreementPersons)[number] | '';
  /** MPN IDs as typed, empty ones included, in the order of their boxes. */
  readonly additionalResellers: readonly string[];
  /** The offers that are ticked. */
  readonly offers: readonly OfferId[];
  /** The number of licences as typed, also of offers that are not ticked at the moment. */
  readonly licences: Readonly<Partial<Record<OfferId, string>>>;
  /** The term that was chosen, also of offers that are not ticked at the moment. */
  readonly terms: Readonly<Partial<Record<OfferId, OfferTerm | ''>>>;
}

/** A question of the form, as the guide and the error messages name it. */
export type FieldId =
  | Exclude<keyof CustomerValues, 'agreementYear' | 'agreementMonth' | 'agreementDay'>
  | 'agreementDate';

/** The values before anything is filled in. */
export const emptyValues: CustomerValues = {
  ...fill(textFields, ''),
  ...fill(tickFields, false),
  partnerType: '',
  role: '',
  specialQualifications: 'none',
  agreement: '',
  agreementPerson: 'primary',
  additionalResellers: [],
  offers: [],
  licences: {},
  terms: {},
};

function fill<Key extends string, Value>(keys: readonly Key[], value: Value): Record<Key, Value> {
  // Object.fromEntries forgets the keys' type; they are exactly those given.
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>;
}
