import { toIsoDate } from '../agreement-date.ts';
import { cleanText, toAscii } from '../normalise.ts';
import { toPhoneNumber } from '../phone.ts';
import type { CustomerValues } from '../values.ts';

/** Stands where the ID of the agreement's template belongs, which only the service's own metadata tells. */
export const templatePlaceholder = 'TEMPLATE-ID';

/**
 * The body of `POST /v1/customers/{tenant ID}/agreements`. Documented: Partner Center REST documentation, "Confirm
 * customer acceptance of the Microsoft Customer Agreement".
 */
export interface ConfirmAgreementBody {
  readonly primaryContact: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly phoneNumber?: string;
  };
  readonly templateId: string;
  /** Midnight, UTC, of the day of acceptance. */
  readonly dateAgreed: string;
  readonly type: 'MicrosoftCustomerAgreement';
}

/** The request that would confirm the acceptance; none where the customer is invited to accept, or no day is given. */
export function confirmAgreementBody(values: CustomerValues): ConfirmAgreementBody | undefined {
  if (values.agreement !== 'attested') return undefined;
  const { agreementYear: year, agreementMonth: month, agreementDay: day } = values;
  const date = toIsoDate({ year, month, day });
  if (date === undefined) return undefined;
  const isPrimary = values.agreementPerson === 'primary';
  const phone = toPhoneNumber(isPrimary ? values.phone : values.agreementPhone);
  return {
    primaryContact: {
      firstName: cleanText(isPrimary ? values.firstName : values.agreementFirstName),
      lastName: cleanText(isPrimary ? values.lastName : values.agreementLastName),
      email: toAscii(isPrimary ? values.email : values.agreementEmail),
      ...(phone !== '' && { phoneNumber: phone }),
    },
    templateId: templatePlaceholder,
    dateAgreed: `${date}T00:00:00Z`,
    type: 'MicrosoftCustomerAgreement',
  };
}
