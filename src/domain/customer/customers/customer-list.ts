import { domainSuffix, toDomainPrefix } from '../domain-prefix.ts';
import { foldText } from '../fold-text.ts';
import type { PracticeCustomer } from './practice-customer.ts';

/** Practice customers, the newest first. */
export type CustomerList = readonly PracticeCustomer[];

/** A customer that was removed, and where it stood. */
export interface RemovedCustomer {
  readonly customer: PracticeCustomer;
  readonly index: number;
}

/** The list with a new customer in front. One that is in it already takes its place instead. */
export function addCustomer(list: CustomerList, customer: PracticeCustomer): CustomerList {
  return list.some(({ id }) => id === customer.id)
    ? list.map((other) => (other.id === customer.id ? customer : other))
    : [customer, ...list];
}

/** The list with one customer changed. */
export function changeCustomer(
  list: CustomerList,
  id: string,
  change: (customer: PracticeCustomer) => PracticeCustomer,
): CustomerList {
  return list.map((customer) => (customer.id === id ? change(customer) : customer));
}

/** The list without a customer, and what `restoreCustomer` needs to undo that. */
export function removeCustomer(
  list: CustomerList,
  id: string,
): { readonly list: CustomerList; readonly removed: RemovedCustomer | undefined } {
  const index = list.findIndex((customer) => customer.id === id);
  const customer = list[index];
  return customer === undefined
    ? { list, removed: undefined }
    : { list: list.toSpliced(index, 1), removed: { customer, index } };
}

/** The list with a removed customer back in its place, or as near to it as a list that has changed since allows. */
export function restoreCustomer(list: CustomerList, { customer, index }: RemovedCustomer): CustomerList {
  return list.some(({ id }) => id === customer.id) ? list : list.toSpliced(index, 0, customer);
}

/**
 * The customers that a text finds. Every word of it must be part of the name, the domain or the ID, in any order,
 * whatever the case, the accents and the width of its letters.
 * @param text as typed; without a word in it, it finds all
 */
export function searchCustomers(list: CustomerList, text: string): CustomerList {
  const words = foldText(text).split(' ');
  return list.filter(({ id, values }) => {
    const found = foldText(
      [values.companyName, `${toDomainPrefix(values.domain)}${domainSuffix}`, id].join(' '),
    );
    return words.every((word) => found.includes(word));
  });
}
