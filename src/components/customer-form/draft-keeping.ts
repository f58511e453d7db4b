import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Credentials } from '../../domain/customer/credentials.ts';
import { serialiseDraft } from '../../domain/customer/draft.ts';
import type { RuleContext } from '../../domain/customer/find-issues.ts';
import { type FormState, initialState } from '../../domain/customer/form-state.ts';
import type { ReadDraft } from '../../domain/customer/read-draft.ts';
import { keepDraft, keptDraft } from './browser-draft.ts';
import type { Notice } from './form-notice.ts';
import { replaceStage, stageInAddress } from './stage-address.ts';

/** What is kept of a form, and the form that it is kept of. */
export interface KeptForm {
  readonly state: Signal<FormState>;
  readonly credentials: ReadonlySignal<Credentials | undefined>;
  readonly notice: Signal<Notice | undefined>;
  readonly isStorageOff: Signal<boolean>;
  readonly ruleContext: () => RuleContext;
  readonly haveRules: () => Promise<boolean>;
}

/** What reading a draft comes to. */
export type DraftFound =
  | (ReadDraft & { readonly isExpired?: boolean })
  /** The code that reads drafts could not be loaded. */
  | { readonly kind: 'notLoaded' };

/** How a form is kept in the browser. */
export interface DraftKeeping {
  readonly read: (draft: string) => Promise<DraftFound>;
  /** Shows what the browser has kept, as far as it can be read. */
  readonly restore: () => Promise<void>;
  /**
   * Keeps each state from now on, once the key press that made it is answered, and at the latest when the page is left.
   * What could not be read stays until something is typed.
   * @returns what ends it
   */
  readonly start: () => () => void;
  /**
   * The same form in another tab has kept something, or forgotten all: it is shown here too, so that neither writes over
   * what was typed in the other. A password that shows stays until it is left.
   */
  readonly followOtherTab: (kept: string | null) => Promise<void>;
}

/** Keeps `form` as a draft. */
export function createDraftKeeping(form: KeptForm): DraftKeeping {
  const { state, credentials, notice, isStorageOff, ruleContext, haveRules } = form;
  /** What another tab has kept, for as long as this one shows just that. */
  let keptElsewhere: FormState | undefined;
  /** True once another tab has kept something while the password shows here: that stays, whatever is left here. */
  let isSuperseded = false;

  // Reading takes a good part of the form's code, and a first visit has nothing to read: it is loaded when it is needed.
  const read = async (draft: string): Promise<DraftFound> => {
    try {
      const { isExpired, readDraft } = await import('../../domain/customer/read-draft.ts');
      const context = ruleContext();
      const found = readDraft(draft, context);
      return found.kind === 'read' ? { ...found, isExpired: isExpired(found.savedOn, context.today) } : found;
    } catch {
      return { kind: 'notLoaded' };
    }
  };

  const showKept = async (kept: string | null): Promise<void> => {
    const found = kept === null ? undefined : await read(kept);
    // What the other tab shows as wrong is told here, too.
    await haveRules();
    if (kept !== (keptDraft() ?? null)) return;
    isSuperseded = false;
    if (found !== undefined && found.kind !== 'read') return;
    // It is kept already. Written again, a moment later, it would take the place of what is typed there meanwhile.
    keptElsewhere = found?.state ?? initialState;
    state.value = keptElsewhere;
    notice.value = { kind: 'otherTab' };
    if (stageInAddress() !== undefined) replaceStage(state.value.stage);
  };

  return {
    read,
    restore: async () => {
      const draft = keptDraft();
      if (draft === undefined) return;
      const found = await read(draft);
      if (found.kind !== 'read') {
        notice.value = { kind: notices[found.kind] };
        return;
      }
      if (found.isExpired) {
        notice.value = { kind: 'draftExpired' };
        keepDraft(undefined);
        return;
      }
      state.value = found.state;
      const { stage } = found.state;
      if (stage !== 'confirmation' && stage !== 'done') notice.value = { kind: 'restored' };
    },
    start: () => {
      let isUntouched = state.value === initialState && keptDraft() !== undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const keepNow = (): void => {
        if (timer === undefined) return;
        clearTimeout(timer);
        timer = undefined;
        const current = state.peek();
        if (current === keptElsewhere || isSuperseded) return;
        keptElsewhere = undefined;
        const draft = current === initialState ? undefined : serialiseDraft(current, ruleContext().today);
        isStorageOff.value = !keepDraft(draft);
      };
      const stopKeeping = effect(() => {
        const current = state.value;
        if (isUntouched && current === initialState) return;
        isUntouched = false;
        timer ??= setTimeout(keepNow);
      });
      const stopFollowing = effect(() => {
        // Behind the move that takes the password away.
        if (credentials.value === undefined && isSuperseded)
          queueMicrotask(() => void showKept(keptDraft() ?? null));
      });
      addEventListener('pagehide', keepNow);
      return () => {
        stopKeeping();
        stopFollowing();
        keepNow();
        removeEventListener('pagehide', keepNow);
      };
    },
    followOtherTab: async (kept) => {
      if (credentials.value !== undefined) isSuperseded = true;
      else await showKept(kept);
    },
  };
}

const notices = {
  unreadable: 'draftUnreadable',
  newer: 'draftNewer',
  notLoaded: 'draftNotLoaded',
} as const;
