import type { FormState } from './form-state.ts';
import { issueKey } from './issues.ts';

/** The version of the drafts written now. Older ones are brought up to it when they are read. */
export const draftVersion = 5;

/** How many days a draft is kept after it was last written. This guide's own choice. */
export const draftLifetime = 30;

/**
 * The form as text that can be kept, with the day on which it was written. Issues are kept by their keys and found again
 * from the answers; the credentials of Confirmation are no part of the form's state and so never in a draft.
 * @param today `YYYY-MM-DD`
 */
export function serialiseDraft(state: FormState, today: string): string {
  return JSON.stringify({
    ...state,
    version: draftVersion,
    savedOn: today,
    issues: state.issues.map(issueKey),
  });
}
