import { type ReadonlySignal, signal } from '@preact/signals';
import { costManagementGaps } from '../../../domain/customer/customers/cost-management.ts';
import {
  addCustomer,
  type CustomerList,
  changeCustomer,
  type RemovedCustomer,
  removeCustomer,
  restoreCustomer,
} from '../../../domain/customer/customers/customer-list.ts';
import { findOrderIssues } from '../../../domain/customer/customers/later-order.ts';
import {
  customerOf,
  type Order,
  type PracticeCustomer,
  withOrderPlaced,
} from '../../../domain/customer/customers/practice-customer.ts';
import { readCustomers } from '../../../domain/customer/customers/read-customers.ts';
import { serialiseCustomers } from '../../../domain/customer/customers/serialise-customers.ts';
import { canAskAgain } from '../../../domain/customer/customers/vetting.ts';
import type { RuleContext } from '../../../domain/customer/find-issues.ts';
import type { Issue } from '../../../domain/customer/issues.ts';
import { cleanText } from '../../../domain/customer/normalise.ts';
import type { CustomerValues } from '../../../domain/customer/values.ts';
import { keepCustomers, keptCustomers } from '../browser-draft.ts';

/** Something that is told of the list or of one customer, until something else is done. */
export type CustomerNotice =
  | { readonly kind: 'unreadable' | 'newer' }
  | { readonly kind: 'leftOut'; readonly expired: number; readonly damaged: number }
  | { readonly kind: 'removed'; readonly removed: RemovedCustomer }
  | { readonly kind: CompanyNotice; readonly company: string };

type CompanyNotice =
  | 'restored'
  | 'ordered'
  | 'accepted'
  | 'costsEnabled'
  | 'approved'
  | 'denied'
  | 'askedAgain';

/** The practice customers of this browser, and what can be done with them. */
export interface CustomerStore {
  readonly list: ReadonlySignal<CustomerList>;
  readonly notice: ReadonlySignal<CustomerNotice | undefined>;
  /** True while this browser keeps nothing. */
  readonly isStorageOff: ReadonlySignal<boolean>;
  readonly add: (values: CustomerValues, id: string) => void;
  /** Changes the order that is put together for a customer. */
  readonly changeOrder: (id: string, changes: Partial<Order>) => void;
  /** What is wrong with the order that is put together for a customer. */
  readonly orderIssues: (customer: PracticeCustomer) => readonly Issue[];
  /** Places that order, if nothing is wrong with it. */
  readonly placeOrder: (id: string) => void;
  /** The invited customer accepts the agreement. */
  readonly accept: (id: string) => void;
  /** Microsoft decides on the qualification of the customer. */
  readonly decide: (id: string, status: 'approved' | 'denied') => void;
  /** Asks Microsoft once more, where that can be done. */
  readonly askAgain: (id: string) => void;
  readonly enableCostManagement: (id: string) => void;
  readonly remove: (id: string) => void;
  /** Takes the last removal back. */
  readonly undo: () => void;
  /** Shows what the browser keeps now, after another tab or a button has changed it. */
  readonly reread: () => void;
  readonly forgetNotice: () => void;
  /** Forgets all customers; what the browser keeps of them is deleted elsewhere. */
  readonly forget: () => void;
}

/**
 * The customers that this browser keeps. What could not be read stays until a customer is added.
 * @param context what the rules need to know, asked for each time
 */
export function createCustomerStore(context: () => RuleContext): CustomerStore {
  const list = signal<CustomerList>([]);
  const notice = signal<CustomerNotice>();
  const isStorageOff = signal(false);

  const reread = (): void => {
    const text = keptCustomers();
    notice.value = undefined;
    if (text === undefined) {
      // What was never kept is only here.
      if (!isStorageOff.value) list.value = [];
      return;
    }
    const found = readCustomers(text, context());
    if (found.kind !== 'read') {
      notice.value = { kind: found.kind };
      return;
    }
    const { expired, damaged } = found;
    list.value = found.list;
    if (expired + damaged > 0) notice.value = { kind: 'leftOut', expired, damaged };
  };

  const keep = (changed: CustomerList): void => {
    list.value = changed;
    isStorageOff.value = !keepCustomers(changed.length === 0 ? undefined : serialiseCustomers(changed));
  };

  const change = (id: string, to: (customer: PracticeCustomer) => PracticeCustomer): void => {
    const changedOn = context().today;
    keep(changeCustomer(list.value, id, (customer) => ({ ...to(customer), changedOn })));
  };

  const find = (id: string): PracticeCustomer | undefined =>
    list.value.find((customer) => customer.id === id);
  const tell = (kind: CompanyNotice, id: string): void => {
    notice.value = { kind, company: cleanText(find(id)?.values.companyName ?? '') };
  };

  const orderIssues = (customer: PracticeCustomer): readonly Issue[] => findOrderIssues(customer, context());

  reread();
  return {
    list,
    notice,
    isStorageOff,
    reread,
    add: (values, id) => {
      notice.value = undefined;
      keep(addCustomer(list.value, customerOf(values, id, context().today)));
    },
    changeOrder: (id, changes) =>
      change(id, (customer) => ({ ...customer, values: { ...customer.values, ...changes } })),
    orderIssues,
    placeOrder: (id) => {
      const customer = find(id);
      if (customer === undefined || orderIssues(customer).length > 0) return;
      change(id, (current) => withOrderPlaced(current, context().today));
      tell('ordered', id);
    },
    accept: (id) => {
      change(id, (customer) => ({ ...customer, acceptedOn: customer.acceptedOn || context().today }));
      tell('accepted', id);
    },
    decide: (id, status) => {
      if (find(id)?.vetting?.status !== 'inReview') return;
      change(id, (customer) => ({
        ...customer,
        vetting: customer.vetting && { ...customer.vetting, status },
      }));
      tell(status, id);
    },
    askAgain: (id) => {
      const customer = find(id);
      if (!customer?.vetting || !canAskAgain(customer.values.specialQualifications, customer.vetting)) return;
      const { requests } = customer.vetting;
      change(id, (current) => ({ ...current, vetting: { status: 'inReview', requests: requests + 1 } }));
      tell('askedAgain', id);
    },
    enableCostManagement: (id) => {
      const customer = find(id);
      if (customer === undefined || costManagementGaps(customer).length > 0) return;
      change(id, (current) => ({ ...current, hasCostManagement: true }));
      tell('costsEnabled', id);
    },
    remove: (id) => {
      const { list: rest, removed } = removeCustomer(list.value, id);
      if (removed === undefined) return;
      keep(rest);
      notice.value = { kind: 'removed', removed };
    },
    undo: () => {
      if (notice.value?.kind !== 'removed') return;
      const { removed } = notice.value;
      keep(restoreCustomer(list.value, removed));
      tell('restored', removed.customer.id);
    },
    forgetNotice: () => {
      notice.value = undefined;
    },
    forget: () => {
      list.value = [];
      notice.value = undefined;
    },
  };
}
