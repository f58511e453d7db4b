import { toDomainPrefix } from '../domain-prefix.ts';
import { foldText } from '../fold-text.ts';
import { toCode } from '../normalise.ts';
import type { CustomerValues } from '../values.ts';
import type { CustomerList } from './customer-list.ts';
import type { PracticeCustomer } from './practice-customer.ts';

/** A customer that is there already, and what it has in common with the one that is to be added. */
export interface ExistingCustomer {
  readonly customer: PracticeCustomer;
  /** A company name may be that of another company too; a domain and a registration ID may not. */
  readonly by: 'domain' | 'registrationId' | 'companyName';
}

/**
 * The customer of the list that these answers would add once more, or `undefined`. A domain name belongs to one tenant
 * (documented: availability of domains). That a registration ID belongs to one company of its country, and a name with
 * the same letters and digits probably too, is this form's own rule.
 */
export function findExistingCustomer(
  list: CustomerList,
  values: Pick<CustomerValues, 'domain' | 'registrationId' | 'companyName' | 'country'>,
): ExistingCustomer | undefined {
  if (list.length === 0) return undefined;
  for (const by of ['domain', 'registrationId', 'companyName'] as const) {
    const key = keys[by](values);
    const customer =
      key === '' ? undefined : list.find(({ values: other }) => keys[by](other) === key && isNear(by, other));
    if (customer !== undefined) return { customer, by };
  }
  return undefined;

  function isNear(by: ExistingCustomer['by'], other: { readonly country: string }): boolean {
    return by === 'domain' || other.country === values.country;
  }
}

const keys = {
  domain: ({ domain }) => toDomainPrefix(domain),
  registrationId: ({ registrationId }) => toCode(registrationId).toLowerCase(),
  companyName: ({ companyName }) => foldText(companyName).replace(/[^\p{L}\p{N}]/gu, ''),
} as const satisfies Record<
  ExistingCustomer['by'],
  (values: Pick<CustomerValues, 'domain' | 'registrationId' | 'companyName'>) => string
>;
