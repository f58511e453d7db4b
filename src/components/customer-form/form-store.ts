import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Credentials } from '../../domain/customer/credentials.ts';
import { serialiseDraft } from '../../domain/customer/draft.ts';
import type { RuleContext } from '../../domain/customer/find-issues.ts';
import { type FormState, initialState, type Stage } from '../../domain/customer/form-state.ts';
import type { FieldPath } from '../../domain/customer/issues.ts';
import { nameOrderOf } from '../../domain/customer/name-order.ts';
import type { QuestionStage } from '../../domain/customer/questions.ts';
import type { ServiceWish } from '../../domain/customer/service/wish.ts';
import type { CustomerValues } from '../../domain/customer/values.ts';
import type { FormMessages } from '../../i18n/form-messages.ts';
import {
  customersKey,
  draftKey,
  forgetAll,
  keepPlace,
  keptCustomers,
  keptDraft,
  noteOpenCustomer,
  openCustomer,
  readPlace,
} from './browser-draft.ts';
import { type CustomerView, pushView, replaceView, viewOfEntry } from './customers/customer-address.ts';
import type { LoadedCustomers } from './customers/load-customers.ts';
import { createDraftKeeping } from './draft-keeping.ts';
import type { Notice } from './form-notice.ts';
import { type FormParts, partsOf } from './form-parts.ts';
import type * as FormRules from './form-rules.ts';
import { createLazyParts } from './lazy-parts.ts';
import type { LoadedService } from './service/load-service.ts';
import {
  placeInAddress,
  pushStage,
  replacePlace,
  replaceStage,
  stageInAddress,
  stageOfEntry,
} from './stage-address.ts';

/** A question that must be answered before the form does what was asked. */
export interface Confirmation {
  readonly kind: 'leave' | 'startAgain' | 'deleteAll';
  readonly confirm: () => void;
}

/** What the focus goes to after the next rendering: a control by its id, or the heading if it is not there. */
export type FocusTarget = { readonly part: 'heading' | 'summary' } | { readonly control: string };

/** The form as the components see it: what to show, and what can be done. */
export interface FormStore extends FormParts {
  /** The whole, for what looks at many answers at once and has no box to type in. */
  readonly state: ReadonlySignal<FormState>;
  /** Present from Submit until Confirmation is left, and only in memory. */
  readonly credentials: ReadonlySignal<Credentials | undefined>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  readonly isStorageOff: ReadonlySignal<boolean>;
  /** What a part that was loaded later shows above the questions. */
  readonly beside: Signal<VNode | undefined>;
  readonly confirmation: ReadonlySignal<Confirmation | undefined>;
  /** False until the browser runs the form: what is sent as HTML cannot be used yet. */
  readonly isReady: ReadonlySignal<boolean>;
  /** True once the partner is at work in the form, so that the page's title may tell the stage. */
  readonly isInUse: ReadonlySignal<boolean>;
  readonly focusTarget: ReadonlySignal<FocusTarget | undefined>;
  /** The practice customers, once they are loaded. */
  readonly customers: ReadonlySignal<LoadedCustomers | undefined>;
  /** The customer that is looked at instead of a stage. */
  readonly view: ReadonlySignal<CustomerView | undefined>;
  readonly openCustomer: (view: CustomerView) => void;
  /** Back to the list of customers, where the form begins. */
  readonly openList: () => void;
  /** The practice service, once it is loaded. */
  readonly service: ReadonlySignal<LoadedService | undefined>;
  readonly provideService: (service: LoadedService) => void;
  /** Chooses what the practice service answers next. */
  readonly wish: (wish: ServiceWish) => void;
  readonly change: (changes: Partial<CustomerValues>) => void;
  readonly goOn: () => void;
  readonly update: (stage: QuestionStage, field: FieldPath) => void;
  readonly startAgain: () => void;
  /** Deletes all that this browser keeps of the form, once that is confirmed. */
  readonly deleteAll: () => void;
  /** The form as a draft that `openDraft` reads. */
  readonly draft: () => string;
  /** Goes on with the text of a draft; what cannot be read is told and changes nothing. */
  readonly openDraft: (text: string) => Promise<void>;
  /** Puts answers that come from elsewhere in place of all others, and shows the first stage that has something to mend. */
  readonly fill: (values: CustomerValues) => void;
  readonly answerConfirmation: (isConfirmed: boolean) => void;
  readonly focus: (target: FocusTarget) => void;
  /** The focus is where it should go, and what the form shows can be used. */
  readonly noteFocusMoved: () => void;
  readonly noteFocus: (control: string) => void;
  /** What is wrong with answers, in words: there before an issue can be. */
  readonly issueWords: ReadonlySignal<FormMessages | undefined>;
  /** Loads the rules with their words; false if they cannot be loaded at the moment. */
  readonly loadRules: () => Promise<boolean>;
  /** Tells that a part of the form's code could not be loaded. */
  readonly tellPartNotLoaded: () => void;
  /** Connects the form with the browser: storage, address, leaving. Returns what undoes it. */
  readonly connect: () => () => void;
}

/** The id of the control, or group of controls, of a field. */
export function controlId(path: FieldPath): string {
  return `form-${path.replace('.', '-')}`;
}

/** A form that speaks to the page of `locale`. */
export function createFormStore(locale: string): FormStore {
  const state = signal<FormState>(initialState);
  const credentials = signal<Credentials>();
  const notice = signal<Notice>();
  const isStorageOff = signal(false);
  const confirmation = signal<Confirmation>();
  const isReady = signal(false);
  const isInUse = signal(false);
  const focusTarget = signal<FocusTarget>();
  const view = signal<CustomerView>();

  const ruleContext = (): RuleContext => ({
    today: ownDay(),
    nameOrder: nameOrderOf(locale),
    customers: customers.value?.store.list.value ?? [],
  });

  const parts = createLazyParts(locale, ruleContext);
  const { customers, service, issueWords, haveRules, haveCustomers, haveService } = parts;
  const drafts = createDraftKeeping({ state, credentials, notice, isStorageOff, ruleContext, haveRules });

  const actOnceLoaded = async (act: (loaded: typeof FormRules) => void): Promise<void> => {
    await haveRules();
    const rules = parts.rules();
    if (rules !== undefined) act(rules);
    else notice.value = { kind: 'partNotLoaded' };
  };

  /** Does at once what needs the rules, or once they are there. */
  const withRules = (act: (loaded: typeof FormRules) => void): void => {
    const rules = parts.rules();
    if (rules === undefined) void actOnceLoaded(act);
    else act(rules);
  };

  const show = (next: FormState, focus: FocusTarget): void => {
    if (next.stage !== 'confirmation') credentials.value = undefined;
    notice.value = undefined;
    view.value = undefined;
    state.value = next;
    focusTarget.value = focus;
    isInUse.value = true;
  };

  /** Whoever came by another address than the stage's, and works here, is to come back here. */
  const claimAddress = (): void => {
    if (stageInAddress() !== state.value.stage) replaceStage(state.value.stage);
  };

  const moveTo = (next: FormState, focus: FocusTarget): void => {
    pushStage(state.value.stage, next.stage);
    show(next, focus);
  };

  const proceed = (loaded: typeof FormRules): void => {
    const current = state.value;
    const next = loaded.goOn(current, ruleContext());
    if (next.stage === current.stage) {
      show(next, { part: 'summary' });
      claimAddress();
      return;
    }
    if (next.stage === 'confirmation') void askService(current, loaded);
    else moveTo(next, { part: next.issues.length > 0 ? 'summary' : 'heading' });
  };

  /** Asks the practice service, and goes on to Confirmation if it accepts. */
  const askService = async (
    current: FormState,
    { createCredentials, goOn }: typeof FormRules,
  ): Promise<void> => {
    if (!(await haveService()) || service.value === undefined) {
      notice.value = { kind: 'partNotLoaded' };
      return;
    }
    // Whatever has moved the form meanwhile, such as another tab, was not submitted.
    if (state.value !== current) return;
    const context = ruleContext();
    const answered = service.value.submitCustomer(current, context.customers);
    if (answered.refusal !== null) {
      show(answered, { part: 'summary' });
      claimAddress();
      return;
    }
    // By the customers as they were: once this one is in the list, the rules say that it exists already.
    const next = goOn(answered, context);
    const made = createCredentials(current.values.domain, fillRandom);
    credentials.value = made;
    // At once, so that a tab that is closed on Confirmation loses nothing but the password.
    customers.value?.store.add(current.values, made.customerId);
    moveTo(next, { part: 'heading' });
  };

  /** A page about a customer shows nothing without them. */
  const loadInUse = async (): Promise<void> => {
    const isLoaded = await haveCustomers();
    if (!isLoaded && view.value !== undefined) notice.value = { kind: 'partNotLoaded' };
  };

  /** Submit adds to the list of customers, so it waits until the list is there. */
  const submit = async (): Promise<void> => {
    if (await haveCustomers()) withRules(proceed);
    else notice.value = { kind: 'partNotLoaded' };
  };

  /** Asks first if the password is showing: afterwards nobody can see it. */
  const afterPassword = (leave: () => void): void => {
    if (credentials.value === undefined) leave();
    else confirmation.value = { kind: 'leave', confirm: leave };
  };

  const openFromAddress = (
    wanted: Stage,
    { openStage }: typeof FormRules,
    focus: FocusTarget = { part: 'heading' },
  ): void => {
    // A customer that was submitted is in the list; that is no reason to close Confirmation to it.
    const next = openStage(state.value, wanted, { ...ruleContext(), customers: [] });
    if (next.stage !== wanted) replaceStage(next.stage);
    show(next, next.stage === wanted ? focus : { part: 'heading' });
    if (next.stage !== wanted) notice.value = { kind: 'notReached', current: next.stage, wanted };
  };

  const showCustomer = (next: CustomerView): void => {
    credentials.value = undefined;
    notice.value = undefined;
    view.value = next;
    focusTarget.value = { part: 'heading' };
    isInUse.value = true;
  };

  /** Shows the customer that was looked at last, or else the newest; without any, the form stays where it is and says so. */
  const openAnyCustomer = async (page: CustomerView['page'], focus: FocusTarget): Promise<void> => {
    const isLoaded = await haveCustomers();
    const list = customers.value?.store.list.value ?? [];
    const customer = list.find(({ id }) => id === openCustomer()) ?? list[0];
    if (customer === undefined) {
      replaceStage(state.value.stage);
      show(state.value, { part: 'heading' });
      notice.value = { kind: isLoaded ? 'noCustomer' : 'partNotLoaded' };
      return;
    }
    noteOpenCustomer(customer.id);
    showCustomer({ page, id: customer.id });
    focusTarget.value = focus;
  };

  /** Opens a place that a section of the guide leads to, or the nearest that can be reached, and says why it is that one. */
  const openPlace = async (name: string, loaded: typeof FormRules): Promise<void> => {
    const place = loaded.findPlace(name, state.value.values, nameOrderOf(locale));
    if (place === undefined) return;
    const control = loaded.controlOf(place);
    const focus: FocusTarget = control === undefined ? { part: 'heading' } : { control };
    if (place.kind === 'customer') {
      await openAnyCustomer(place.page, focus);
      return;
    }
    // What the focus goes to is to be there when the stage is.
    if (place.stage === 'opening') await haveCustomers();
    if (place.stage === 'review') await haveService();
    openFromAddress(place.stage, loaded, focus);
    if (place.kind === 'question' && place.unasked !== undefined && state.value.stage === place.stage) {
      notice.value = { kind: 'notAsked', wanted: place.unasked, decider: place.field };
    }
  };

  /** The browser goes to a fragment only after it has told of it, and takes the focus from wherever it is by then. */
  const onceFollowed = (act: (loaded: typeof FormRules) => void): void => {
    setTimeout(() => withRules(act));
  };

  const followHistory = (event: PopStateEvent): void => {
    const place = placeInAddress();
    const customer = viewOfEntry(event.state);
    const wanted = stageOfEntry(event.state);
    const current = view.value ?? state.value.stage;
    const isShown =
      customer === undefined ? wanted === undefined || wanted === current : isSame(customer, view.value);
    // A place is gone to again as often as its link is followed.
    if (isShown && place === undefined) return;
    customers.value?.store.forgetNotice();
    // Going back cannot be stopped, so an entry for Confirmation takes the place of the one that is gone.
    const isHeld = credentials.value !== undefined;
    if (isHeld) pushStage(wanted ?? state.value.stage, state.value.stage);
    afterPassword(() => {
      if (place !== undefined) {
        if (isHeld) replacePlace(place);
        onceFollowed((loaded) => void openPlace(place, loaded));
      } else if (customer !== undefined) {
        if (isHeld) replaceView(customer);
        showCustomer(customer);
      } else if (wanted !== undefined) {
        if (isHeld) replaceStage(wanted);
        onceFollowed((loaded) => openFromAddress(wanted, loaded));
      }
    });
  };

  const openAtAddress = async (): Promise<void> => {
    const name = placeInAddress();
    const customer = viewOfEntry(history.state);
    const wanted = customer === undefined ? stageInAddress() : undefined;
    if (wanted === undefined && customer === undefined && name === undefined) return;
    isInUse.value = true;
    const told = notice.value;
    const rules = parts.rules();
    if (name !== undefined) {
      if (rules === undefined) notice.value = { kind: 'partNotLoaded' };
      else await openPlace(name, rules);
    } else if (customer !== undefined) {
      replaceView(customer);
      showCustomer(customer);
    } else if (wanted !== undefined && wanted !== state.value.stage) {
      if (rules === undefined) notice.value = { kind: 'partNotLoaded' };
      else openFromAddress(wanted, rules);
    }
    // Why the form is empty matters more than that it therefore opens elsewhere.
    if (told !== undefined && told.kind !== 'restored') notice.value = told;
    // Whoever follows a link to a place goes there, wherever they were before.
    if (name !== undefined) return;
    const place = readPlace();
    // Whoever changes the language goes on where they were; a reload starts at the stage's heading.
    const isReturning = place !== undefined && place.locale !== locale;
    focusTarget.value = isReturning ? { control: place.control } : { part: 'heading' };
  };

  const followOtherTab = async ({ key, newValue }: StorageEvent): Promise<void> => {
    if (key === draftKey) await drafts.followOtherTab(newValue);
    if (key !== customersKey) return;
    if (customers.value === undefined) await haveCustomers();
    else customers.value.store.reread();
  };

  /** A page that is left can come back from the browser's memory; the password must not. */
  const forget = (): void => {
    credentials.value = undefined;
  };

  const connect = (): (() => void) => {
    let stopKeeping: (() => void) | undefined;
    let isConnected = true;
    const begin = async (): Promise<void> => {
      const hasCustomers = keptCustomers() !== undefined || viewOfEntry(history.state) !== undefined;
      if (hasCustomers && !(await haveCustomers())) notice.value = { kind: 'partNotLoaded' };
      const isAddressed = stageInAddress() !== undefined || placeInAddress() !== undefined;
      if (keptDraft() !== undefined || isAddressed) await haveRules();
      await drafts.restore();
      if (!isConnected) return;
      await openAtAddress();
      if (!isConnected) return;
      isReady.value = true;
      stopKeeping = drafts.start();
    };
    void begin();
    const stopWarning = effect(() => {
      if (credentials.value === undefined) return undefined;
      addEventListener('beforeunload', warnBeforeUnload);
      return () => removeEventListener('beforeunload', warnBeforeUnload);
    });
    const stopLoading = effect(() => {
      if (!isInUse.value) return;
      void haveRules();
      void loadInUse();
    });
    addEventListener('popstate', followHistory);
    addEventListener('pagehide', forget);
    addEventListener('storage', followOtherTab);
    return () => {
      isConnected = false;
      stopKeeping?.();
      stopWarning();
      stopLoading();
      removeEventListener('popstate', followHistory);
      removeEventListener('pagehide', forget);
      removeEventListener('storage', followOtherTab);
    };
  };

  return {
    ...partsOf(state),
    state,
    credentials,
    notice,
    isStorageOff,
    beside: signal<VNode>(),
    confirmation,
    isReady,
    isInUse,
    focusTarget,
    customers,
    view,
    service,
    provideService: (loaded) => {
      service.value = loaded;
    },
    wish: (wish) => {
      state.value = { ...state.value, wish };
      claimAddress();
    },
    connect,
    openCustomer: (next) => {
      afterPassword(() => {
        if (view.value === undefined) replaceStage(state.value.stage);
        customers.value?.store.forgetNotice();
        pushView(next);
        showCustomer(next);
      });
    },
    openList: () => {
      // Whoever comes from a customer that was submitted begins with the next one.
      const { stage } = state.value;
      customers.value?.store.forgetNotice();
      const isOver = stage === 'confirmation' || stage === 'done';
      withRules(({ openStage }) => {
        moveTo(isOver ? initialState : openStage(state.value, 'opening', ruleContext()), { part: 'heading' });
      });
    },
    change: (changes) => {
      // The opening shows no issues before it is answered, and until then there are no rules to hold answers to.
      const { values } = state.value;
      state.value = parts.rules()?.changeAnswers(state.value, changes, ruleContext()) ?? {
        ...state.value,
        values: { ...values, ...changes },
      };
      claimAddress();
    },
    goOn: () => {
      // Whoever selects the button twice at once means the stage they see, not the one that is about to be shown.
      if (focusTarget.value !== undefined) return;
      const isSubmit = state.value.stage === 'review';
      if (isSubmit && customers.value === undefined) void submit();
      else afterPassword(() => withRules(proceed));
    },
    update: (stage, field) =>
      withRules(({ updateAnswer }) =>
        moveTo(updateAnswer(state.value, stage), { control: controlId(field) }),
      ),
    startAgain: () => {
      confirmation.value = { kind: 'startAgain', confirm: () => moveTo(initialState, { part: 'heading' }) };
    },
    deleteAll: () => {
      confirmation.value = {
        kind: 'deleteAll',
        confirm: () => {
          moveTo(initialState, { part: 'heading' });
          forgetAll();
          customers.value?.store.forget();
          notice.value = { kind: 'deleted' };
        },
      };
    },
    draft: () => serialiseDraft(state.value, ownDay()),
    openDraft: async (text) => {
      const found = await drafts.read(text);
      if (found.kind !== 'read') {
        notice.value = { kind: fileNotices[found.kind] };
        return;
      }
      withRules(({ resumeDraft }) => {
        moveTo(resumeDraft(found.state, ruleContext()), { part: 'heading' });
        notice.value = { kind: 'opened' };
      });
    },
    fill: (values) =>
      afterPassword(() =>
        withRules(({ goOn, resumeDraft }) => {
          const opened = resumeDraft({ ...initialState, values, stage: 'review' }, ruleContext());
          const next = opened.stage === 'review' ? opened : goOn(opened, ruleContext());
          moveTo(next, { part: next.issues.length > 0 ? 'summary' : 'heading' });
        }),
      ),
    answerConfirmation: (isConfirmed) => {
      const asked = confirmation.value;
      confirmation.value = undefined;
      if (isConfirmed) asked?.confirm();
    },
    focus: (target) => {
      focusTarget.value = target;
    },
    noteFocusMoved: () => {
      focusTarget.value = undefined;
    },
    issueWords,
    loadRules: haveRules,
    tellPartNotLoaded: () => {
      notice.value = { kind: 'partNotLoaded' };
    },
    noteFocus: (control) => {
      isInUse.value = true;
      // A heading has no id; what a reader comes back to without a place is the heading.
      if (control !== '') keepPlace({ locale, control });
    },
  };
}

const fileNotices = {
  unreadable: 'fileUnreadable',
  newer: 'fileNewer',
  notLoaded: 'partNotLoaded',
} as const;

/** The partner's own day, as `YYYY-MM-DD`: an agreement accepted this morning is not in the future anywhere. */
export function ownDay(): string {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

function isSame(one: CustomerView, other: CustomerView | undefined): boolean {
  return one.id === other?.id && one.page === other.page;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

function fillRandom(bytes: Uint8Array<ArrayBuffer>): void {
  crypto.getRandomValues(bytes);
}

function warnBeforeUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
