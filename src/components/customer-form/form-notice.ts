import type { Stage } from '../../domain/customer/form-state.ts';
import type { FieldId } from '../../domain/customer/values.ts';

/** Something the form tells once, above the questions. */
export type Notice =
  | {
      readonly kind:
        | 'restored'
        | 'draftUnreadable'
        | 'draftNewer'
        | 'draftExpired'
        | 'draftNotLoaded'
        | 'opened'
        | 'fileUnreadable'
        | 'fileNewer'
        | 'partNotLoaded'
        | 'noCustomer'
        | 'otherTab'
        | 'deleted';
    }
  | { readonly kind: 'notReached'; readonly current: Stage; readonly wanted: Stage }
  /** A question that is not asked, and the one that decides about it. */
  | { readonly kind: 'notAsked'; readonly wanted: FieldId; readonly decider: FieldId };
