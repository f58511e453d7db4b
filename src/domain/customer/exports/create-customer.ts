import { cultureOf, languageOf } from '../cultures.ts';
import { domainSuffix, toDomainPrefix } from '../domain-prefix.ts';
import { cleanText, toAscii, toCode } from '../normalise.ts';
import { toPhoneNumber } from '../phone.ts';
import { toPostalCode } from '../postal-code.ts';
import { asksValidationCode } from '../qualification.ts';
import { resellers } from '../resellers.ts';
import type { CustomerValues, FieldId } from '../values.ts';

/**
 * The body of `POST /v1/customers`, with the keys that the documentation's request samples have. What is empty is left
 * out; what was typed stands as it would be sent, without separators.
 *
 * Documented: Partner Center REST documentation, "Create a customer" and "Create a customer for an indirect reseller".
 */
export interface CreateCustomerBody {
  readonly CompanyProfile: {
    readonly Domain: string;
    readonly OrganizationRegistrationNumber?: string;
  };
  readonly BillingProfile: {
    /** Such as `be-BY`. */
    readonly Culture: string;
    /** Two letters. */
    readonly Language: string;
    readonly Email: string;
    readonly CompanyName: string;
    readonly DefaultAddress: {
      readonly FirstName: string;
      readonly MiddleName?: string;
      readonly LastName: string;
      readonly AddressLine1: string;
      readonly AddressLine2?: string;
      /** None where addresses have no city, such as in Singapore. */
      readonly City?: string;
      readonly State?: string;
      readonly PostalCode?: string;
      /** ISO 3166-1 alpha-2. */
      readonly Country: string;
      readonly PhoneNumber?: string;
    };
  };
  /** The tenant ID of the indirect reseller. */
  readonly AssociatedPartnerId?: string;
}

/**
 * The request that would create the customer.
 * @example createCustomerBody(values).CompanyProfile.Domain // => 'norrskenbakery.onmicrosoft.com'
 */
export function createCustomerBody(values: CustomerValues): CreateCustomerBody {
  const culture = cultureOf(values);
  const reseller = values.partnerType === 'indirectProvider' ? resellers[values.reseller] : undefined;
  return {
    CompanyProfile: {
      Domain: `${toDomainPrefix(values.domain)}${domainSuffix}`,
      ...given('OrganizationRegistrationNumber', toCode(values.registrationId)),
    },
    BillingProfile: {
      Culture: culture,
      Language: languageOf(culture),
      Email: toAscii(values.email),
      CompanyName: cleanText(values.companyName),
      DefaultAddress: {
        FirstName: cleanText(values.firstName),
        ...given('MiddleName', cleanText(values.middleName)),
        LastName: cleanText(values.lastName),
        AddressLine1: cleanText(values.addressLine1),
        ...given('AddressLine2', cleanText(values.addressLine2)),
        ...given('City', cleanText(values.city)),
        ...given('State', cleanText(values.state)),
        ...given('PostalCode', toPostalCode(values.postalCode)),
        Country: values.country,
        ...given('PhoneNumber', toPhoneNumber(values.phone)),
      },
    },
    ...(reseller && { AssociatedPartnerId: reseller.tenantId }),
  };
}

/**
 * The answers that the request has no place for, of those that say something: a qualification and an agreement are
 * requests of their own, offers are ordered afterwards, attestations belong to the order.
 */
export function leftOutOfCreateCustomer(values: CustomerValues): readonly FieldId[] {
  const fields: FieldId[] = [];
  if (values.specialQualifications !== 'none') fields.push('specialQualifications');
  if (asksValidationCode(values)) fields.push('validationCode');
  if (values.additionalResellers.some((id) => toCode(id) !== '')) fields.push('additionalResellers');
  fields.push('agreement');
  if (values.offers.length > 0) fields.push('offers');
  return fields;
}

function given<Key extends string>(key: Key, text: string): { readonly [Name in Key]?: string } {
  // The computed key is the one that is given, which the type of the literal forgets.
  return text === '' ? {} : ({ [key]: text } as { readonly [Name in Key]: string });
}
