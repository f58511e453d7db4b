import { noteOpenCustomer, openCustomer } from '../browser-draft.ts';

/** The pages about one customer of the practice list. */
const pages = ['customer', 'products'] as const;

/** A customer that is looked at: its record, or what can be added to it. */
export interface CustomerView {
  readonly page: (typeof pages)[number];
  /** The ID of the customer. */
  readonly id: string;
}

/**
 * The customer that an entry of the history shows, if it shows one. Like a stage, each page has a fragment of its own,
 * which every page of the guide can hold; whose it is stands in the entry, and for a link to another language, which
 * begins a new entry, in the browser tab.
 */
export function viewOfEntry(entry: unknown): CustomerView | undefined {
  const page = pages.find((name) => location.hash === addressOf(name));
  if (page === undefined) return undefined;
  const noted =
    typeof entry === 'object' && entry !== null && 'customer' in entry ? entry.customer : undefined;
  const id = typeof noted === 'string' ? noted : openCustomer();
  return id === undefined ? undefined : { page, id };
}

/** Adds a history entry for a customer. */
export function pushView({ page, id }: CustomerView): void {
  noteOpenCustomer(id);
  history.pushState({ customer: id }, '', addressOf(page));
}

/** Makes the present history entry that of a customer. */
export function replaceView({ page, id }: CustomerView): void {
  noteOpenCustomer(id);
  history.replaceState({ customer: id }, '', addressOf(page));
}

function addressOf(page: CustomerView['page']): string {
  return `#stage-${page}`;
}
