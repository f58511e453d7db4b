import type { Credentials } from '../credentials.ts';
import { createCustomerBody } from '../exports/create-customer.ts';
import type { CustomerValues } from '../values.ts';

/**
 * What the service answers when it has created the customer: HTTP 201 with this body.
 *
 * Documented: Partner Center REST documentation, "Create a customer". Its samples hold more, which only the service can
 * know and which is left out here: the ID of the order system, that of the billing profile, links, and version marks.
 */
export interface CreatedCustomerBody {
  /** The customer ID, which is the ID of the customer's tenant. */
  readonly id: string;
  readonly companyProfile: {
    readonly tenantId: string;
    readonly domain: string;
    readonly companyName: string;
    readonly organizationRegistrationNumber?: string;
  };
  readonly billingProfile: {
    readonly email: string;
    readonly culture: string;
    readonly language: string;
    readonly companyName: string;
    /** The address as it was sent, with keys that begin in lower case. */
    readonly defaultAddress: Readonly<Record<string, string>>;
  };
  /** What the documented sample says, although a relationship is created. */
  readonly relationshipToPartner: 'none';
  readonly associatedPartnerId?: string;
  readonly userCredentials: { readonly userName: string; readonly password: string };
}

/**
 * The answer to the request that created the customer.
 * @example createdCustomerBody(values, credentials).userCredentials.userName // => 'admin'
 */
export function createdCustomerBody(values: CustomerValues, credentials: Credentials): CreatedCustomerBody {
  const { CompanyProfile, BillingProfile, AssociatedPartnerId } = createCustomerBody(values);
  const number = CompanyProfile.OrganizationRegistrationNumber;
  return {
    id: credentials.customerId,
    companyProfile: {
      tenantId: credentials.customerId,
      domain: CompanyProfile.Domain,
      companyName: BillingProfile.CompanyName,
      ...(number !== undefined && { organizationRegistrationNumber: number }),
    },
    billingProfile: {
      email: BillingProfile.Email,
      culture: BillingProfile.Culture,
      language: BillingProfile.Language,
      companyName: BillingProfile.CompanyName,
      defaultAddress: Object.fromEntries(
        Object.entries(BillingProfile.DefaultAddress).map(([key, text]) => [
          `${key.charAt(0).toLowerCase()}${key.slice(1)}`,
          text,
        ]),
      ),
    },
    relationshipToPartner: 'none',
    ...(AssociatedPartnerId !== undefined && { associatedPartnerId: AssociatedPartnerId }),
    userCredentials: {
      userName: credentials.adminUser.split('@')[0] ?? '',
      password: credentials.password,
    },
  };
}
