import { asksValidationCode } from '../qualification.ts';
import type { CustomerValues, FieldId } from '../values.ts';
import { confirmAgreementBody } from './confirm-agreement.ts';
import { createCustomerBody } from './create-customer.ts';

/**
 * The commands of the PartnerCenter module that would add the customer and confirm the agreement.
 *
 * Documented: PartnerCenter module, `New-PartnerCustomer` and `New-PartnerCustomerAgreement`. It has no parameter for the
 * registration ID, the middle name and additional resellers. Its `Set-PartnerCustomerQualification` sends the request that
 * Microsoft retired on 25 February 2021 (announcement of that month), so the qualification is left out: see
 * `leftOutOfPowerShell`.
 * @param remarks lines to put in front as comments
 */
export function powerShellCommands(values: CustomerValues, remarks: readonly string[]): string {
  const { CompanyProfile, BillingProfile, AssociatedPartnerId } = createCustomerBody(values);
  const address = BillingProfile.DefaultAddress;
  const customer = splat('customer', {
    Name: BillingProfile.CompanyName,
    Domain: CompanyProfile.Domain,
    Culture: BillingProfile.Culture,
    Language: BillingProfile.Language,
    BillingAddressLine1: address.AddressLine1,
    BillingAddressLine2: address.AddressLine2,
    BillingAddressCity: address.City,
    BillingAddressState: address.State,
    BillingAddressPostalCode: address.PostalCode,
    BillingAddressCountry: address.Country,
    ContactFirstName: address.FirstName,
    ContactLastName: address.LastName,
    ContactEmail: BillingProfile.Email,
    ContactPhoneNumber: address.PhoneNumber,
    AssociatedPartnerId,
  });
  const lines = [...remarks.map(comment), ...customer, '$created = New-PartnerCustomer @customer'];
  const agreement = confirmAgreementBody(values);
  if (agreement !== undefined) {
    const { primaryContact, templateId, dateAgreed } = agreement;
    lines.push(
      '',
      ...splat('agreement', {
        AgreementType: agreement.type,
        TemplateId: templateId,
        DateAgreed: dateAgreed,
        ContactFirstName: primaryContact.firstName,
        ContactLastName: primaryContact.lastName,
        ContactEmail: primaryContact.email,
        ContactPhoneNumber: primaryContact.phoneNumber,
      }),
      'New-PartnerCustomerAgreement @agreement -CustomerId $created.CustomerId',
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** The answers that the commands have no parameter for, of those that say something. */
export function leftOutOfPowerShell(values: CustomerValues): readonly FieldId[] {
  const { CompanyProfile, BillingProfile } = createCustomerBody(values);
  const fields: FieldId[] = [];
  if (CompanyProfile.OrganizationRegistrationNumber !== undefined) fields.push('registrationId');
  if (BillingProfile.DefaultAddress.MiddleName !== undefined) fields.push('middleName');
  if (values.specialQualifications !== 'none') fields.push('specialQualifications');
  if (asksValidationCode(values)) fields.push('validationCode');
  if (values.additionalResellers.some((id) => id.trim() !== '')) fields.push('additionalResellers');
  if (values.agreement === 'invited') fields.push('agreement');
  if (values.offers.length > 0) fields.push('offers');
  return fields;
}

/** A hash table of parameters, one a line. */
function splat(name: string, parameters: Readonly<Record<string, string | undefined>>): readonly string[] {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return [`$${name} = @{`, ...given.map(([key, text]) => `    ${key} = ${quoted(text)}`), '}'];
}

/** PowerShell takes typographic single quotation marks for the straight one, so each of them is doubled. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018-\u201B]/gu, '$&$&')}'`;
}

function comment(line: string): string {
  return `# ${line.replace(/[\r\n\u0085\u2028\u2029]+/gu, ' ')}`;
}
