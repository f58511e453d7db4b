import { serialiseDraft } from '../draft.ts';
import { initialState } from '../form-state.ts';
import type { CustomerList } from './customer-list.ts';

/** The version of the lists written now. Older ones are brought up to it when they are read. */
export const customersVersion = 2;

/**
 * The list as text that can be kept. The facts of each customer are a draft, so that they are brought up to date as
 * drafts are when the form's questions change.
 */
export function serialiseCustomers(list: CustomerList): string {
  return JSON.stringify({
    version: customersVersion,
    customers: list.map(({ values, ...customer }) => ({
      ...customer,
      draft: serialiseDraft({ ...initialState, values }, customer.changedOn),
    })),
  });
}
