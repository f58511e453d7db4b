/** What all keys of the form begin with. */
const prefix = 'lockstep-practice-';

/** The key of the draft. */
export const draftKey = `${prefix}customer`;
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
  try {
    if (draft === undefined) localStorage.removeItem(draftKey);
    else localStorage.setItem(draftKey, draft);
    return true;
  } catch {
    return false;
  }
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
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {}
}

function read(key: string): string | undefined {
  // Where storage is blocked, touching it throws.
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
