const draftKey = 'lockstep-practice-customer';
const placeKey = 'lockstep-practice-place';

/** Where the partner was: the control with the focus, and the language of the page. */
export interface Place {
  readonly locale: string;
  readonly control: string;
}

/** The text of the kept draft, if there is one. */
export function readDraft(): string | undefined {
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

function read(key: string): string | undefined {
  // Where storage is blocked, touching it throws.
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
