import { toCode } from '../normalise.ts';
import { asksValidationCode } from '../qualification.ts';
import type { CustomerValues } from '../values.ts';

/** The request that asks for a customer's qualification, once the customer is there. */
export interface QualifyCustomerRequest {
  /** With the validation code, where it takes one. */
  readonly address: string;
  readonly body: { readonly Qualification: 'Education' | 'GovernmentCommunityCloud' };
}

/** What the service answers to it: HTTP 201 with this body, and the day on which the check began. */
export interface QualifiedBody {
  readonly qualification: 'Education';
  readonly vettingStatus: 'InReview';
}

/**
 * The request for the qualification that was chosen; none where there is none to ask for.
 *
 * Documented: Partner Center REST documentation, "Update a customer's qualifications asynchronously", 2021.
 * @example qualifyCustomer({ ...values, specialQualifications: 'education' })?.body // => { Qualification: 'Education' }
 */
export function qualifyCustomer(values: CustomerValues): QualifyCustomerRequest | undefined {
  const address = 'POST /v1/customers/{tenant ID}/qualifications';
  if (values.specialQualifications === 'education') return { address, body: { Qualification: 'Education' } };
  if (!asksValidationCode(values)) return undefined;
  return {
    address: `${address}?code=${encodeURIComponent(toCode(values.validationCode))}`,
    body: { Qualification: 'GovernmentCommunityCloud' },
  };
}

/**
 * The answer to that request, as far as the documentation's sample tells it: it is about Education, and for Government
 * Community Cloud there is none.
 */
export function qualifiedBody({
  specialQualifications,
}: Pick<CustomerValues, 'specialQualifications'>): QualifiedBody | undefined {
  return specialQualifications === 'education'
    ? { qualification: 'Education', vettingStatus: 'InReview' }
    : undefined;
}
