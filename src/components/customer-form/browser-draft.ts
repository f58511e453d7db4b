/** What all keys of the form begin with. */
const prefix = 'lockstep-practice-';

/** The key of the draft. */
export const draftKey = `${prefix}customer`;
/** The key of the practice customers. */
export const customersKey = `${prefix}customers`;
const rowKey = `${prefix}row`;
const openCustomerKey = `${prefix}open-customer`;
const placeKey = `${prefix}place`;

/** Where the partner was: the control with the focus, and the language of the page. */
export interface Place {
  readonly locale: string;
  readonly control: string;
}

/** The text of the kept draft, if there is one. */
export function keptDraft(): string | undefined {
  return read(draftKey);
}

/**
 * Keeps a draft, or forgets it if none is given.
 * @returns false where the browser keeps nothing: storage is switched off or full
 */
export function keepDraft(draft: string | undefined): boolean {
  // Beside the answers of another customer it would be wrong.
  if (draft === undefined) keepRow(undefined);
  return keep(draftKey, draft);
}

/** The text of the row of a table that the draft has come from, if it is kept. */
export function keptRow(): string | undefined {
  return read(rowKey);
}

/** Keeps the row of a table that the draft has come from, for as long as there is a draft, or forgets it. */
export function keepRow(row: string | undefined): void {
  keep(rowKey, row);
}

/** The text of the kept practice customers, if there are some. */
export function keptCustomers(): string | undefined {
  return read(customersKey);
}

/** Keeps practice customers as `keepDraft` keeps a draft. */
export function keepCustomers(customers: string | undefined): boolean {
  return keep(customersKey, customers);
}

/** The ID of the customer that was looked at last in this browser tab. */
export function openCustomer(): string | undefined {
  try {
    return sessionStorage.getItem(openCustomerKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Notes which customer is looked at in this browser tab. */
export function noteOpenCustomer(id: string): void {
  try {
    sessionStorage.setItem(openCustomerKey, id);
  } catch {}
}

/** Where the partner was last, as far as this is known. */
export function readPlace(): Place | undefined {
  const [locale, control] = (read(placeKey) ?? '').split(' ');
  return locale && control ? { locale, control } : undefined;
}

/** Keeps where the partner is. It only spares a few key presses, so failing is no matter. */
export function keepPlace({ locale, control }: Place): void {
  try {
    localStorage.setItem(placeKey, `${locale} ${control}`);
  } catch {}
}

/** Forgets all that the form has kept in this browser. */
export function forgetAll(): void {
  try {
    sessionStorage.removeItem(openCustomerKey);
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {}
}

function keep(key: string, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function read(key: string): string | undefined {
  // Where storage is blocked, touching it throws.
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
