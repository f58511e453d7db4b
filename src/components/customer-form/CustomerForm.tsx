import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { draftLifetime } from '../../domain/customer/draft.ts';
import { type Stage, steps } from '../../domain/customer/form-state.ts';
import { cleanText } from '../../domain/customer/normalise.ts';
import type { Explanations, FormWords } from '../../i18n/form-messages.ts';
import { type FormTranslator, formTranslator } from '../../i18n/form-translator.ts';
import { ConfirmationDialog } from './ConfirmationDialog.tsx';
import { DraftFile } from './exports/DraftFile.tsx';
import { Exports } from './exports/Exports.tsx';
import type { FormPart } from './field.tsx';
import { focusControl } from './focus-control.ts';
import type { Notice } from './form-notice.ts';
import { createFormStore, type FormStore } from './form-store.ts';
import { type GuideStepLinks, GuideSteps } from './GuideSteps.tsx';
import { IssueSummary } from './IssueSummary.tsx';
import { ManyRows } from './many/ManyRows.tsx';
import { Progress } from './Progress.tsx';
import { type LaterStages, StageQuestions, useLaterStages } from './StageQuestions.tsx';

/**
 * The practice form of one page. It starts at the opening, as it was rendered on the server, and then takes up what the
 * browser has kept. Its state holds codes alone, so the same draft reads in every language.
 */
export default function CustomerForm({
  locale,
  words,
  guide,
  explanations,
}: {
  readonly locale: string;
  readonly words: FormWords;
  readonly guide: GuideStepLinks;
  readonly explanations: Explanations;
}) {
  const form = useMemo(() => createFormStore(locale), [locale]);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => form.connect(), [form]);
  useComposition(root);
  useDoubleClicks(root);
  const later = useLaterStages(form, locale);
  const issues = form.issueWords.value;
  const spoken = useMemo(() => ({ ...words, explanations, issues }), [words, explanations, issues]);
  const t = useMemo(() => formTranslator(locale, { ...spoken, ...later }), [locale, spoken, later]);
  const stage = form.stage.value;
  const customers = form.customers.value;
  const view = form.view.value;
  const isComplete =
    view === undefined
      ? stage === 'opening' || stage === 'done' || later !== undefined
      : customers !== undefined && later !== undefined;
  useFocus(form, root, isComplete);
  useTitle(form, t);
  useStepMarks(form, later);

  const button = t.label(form.isUpdating.value ? 'nextReview' : buttons[stage]);
  const hasList = customers !== undefined && (stage === 'opening' || stage === 'done');
  const isEmpty = form.isEmpty.value;
  const hasCustomers = customers !== undefined && customers.store.list.value.length > 0;
  return (
    <div
      class="customer-form"
      ref={root}
      onFocusIn={({ target }) => form.noteFocus(target instanceof Element ? target.id : '')}
    >
      <p class="form-practice">{t.text('practice.notice')}</p>
      <output>
        <Notices form={form} t={t} />
      </output>
      {view === undefined ? form.beside.value : null}
      {view === undefined ? (
        <form
          noValidate
          autocomplete="on"
          onSubmit={(event) => {
            event.preventDefault();
            form.goOn();
          }}
        >
          <IssueSummary form={form} t={t} button={button} />
          {later === undefined ? null : <later.ServiceRefusal form={form} t={t} />}
          <Progress form={form} t={t} />
          <h3 class="form-heading" tabIndex={-1}>
            <span>{caption(stage, t)}</span> {t.stage(stage)}
          </h3>
          <GuideSteps links={guide} stage={stage} />
          {hasList ? <customers.parts.CustomerList form={form} t={t} customers={customers} /> : null}
          {stage === 'opening' && !hasCustomers ? <p>{t.text('practice.noCustomers')}</p> : null}
          <Introduction form={form} t={t} />
          <StageQuestions form={form} t={t} later={later} />
          {stage === 'confirmation' && customers !== undefined ? (
            <customers.parts.NextSteps form={form} t={t} customers={customers} />
          ) : null}
          <div class="form-buttons">
            <button type="submit" disabled={!form.isReady.value || !isComplete}>
              {button}
            </button>
            {isEmpty || stage === 'done' || stage === 'confirmation' ? null : (
              <button type="button" class="form-secondary" onClick={form.startAgain}>
                {t.text('practice.startAgain')}
              </button>
            )}
          </div>
        </form>
      ) : customers === undefined ? null : (
        <customers.parts.CustomerView {...{ form, t, customers, view, later }} Summary={IssueSummary} />
      )}
      {view === undefined && (stage === 'review' || stage === 'confirmation') ? (
        <Exports form={form} t={t} />
      ) : null}
      {view === undefined && isEmpty ? <DraftFile form={form} t={t} /> : null}
      {isEmpty && !hasCustomers ? null : (
        <button type="button" class="form-plain" onClick={form.deleteAll}>
          {t.text('practice.deleteAll')}
        </button>
      )}
      <ManyRows form={form} t={t} words={spoken} />
      <ConfirmationDialog form={form} t={t} />
    </div>
  );
}

function Introduction({ form, t }: FormPart) {
  return (
    <p>
      {t.text(`intro.${form.stage.value}`, {
        company: cleanText(form.answers.companyName.value),
      })}
    </p>
  );
}

function Notices({ form, t }: FormPart) {
  const notice = form.notice.value;
  return (
    <>
      {notice === undefined ? null : <span class="form-note">{noticeText(notice, t)}</span>}
      {form.isStorageOff.value ? <span class="form-note">{t.text('notices.storageOff')}</span> : null}
    </>
  );
}

function noticeText(notice: Notice, t: FormTranslator): string {
  if (notice.kind === 'draftExpired')
    return t.text('notices.draftExpired', { days: t.number(draftLifetime) });
  if (notice.kind === 'notAsked')
    return t.text('notices.notAsked', { wanted: t.field(notice.wanted), decider: t.field(notice.decider) });
  if (notice.kind !== 'notReached') return t.text(`notices.${notice.kind}`);
  return t.text('notices.notReached', { current: t.stage(notice.current), wanted: t.stage(notice.wanted) });
}

/** The words of the button that goes on are those of the product, and the guide quotes them. */
const buttons = {
  opening: 'addCustomer',
  account: 'nextSubscriptions',
  subscriptions: 'nextReview',
  review: 'submit',
  confirmation: 'done',
  done: 'addCustomer',
} as const;

function caption(stage: Stage, t: FormTranslator): string {
  const step = stepOf(stage);
  if (step > 0) return t.text('progress.step', { step, total: steps.length });
  return t.text(stage === 'opening' ? 'progress.before' : 'progress.after');
}

/** The number of a stage among the four that are counted, or 0. */
function stepOf(stage: Stage): number {
  return (steps as readonly Stage[]).indexOf(stage) + 1;
}

/** Enter chooses a word while a Chinese or Japanese text is composed, and must not submit the stage then. */
function useComposition(root: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const element = root.current;
    element?.addEventListener('keydown', keepComposing);
    return () => element?.removeEventListener('keydown', keepComposing);
  }, [root]);
}

/** Safari ends the composition before the key that ended it, and tells so only by the key code. */
function keepComposing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
}

/**
 * The second click of a double click is meant for what the first one met, not for a link or button that has come into its
 * place with the next stage.
 */
function useDoubleClicks(root: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const element = root.current;
    let met: Element | null = null;
    const keepApart = (event: MouseEvent): void => {
      const control = event.target instanceof Element ? event.target.closest('a, button') : null;
      if (event.detail <= 1) met = control;
      else if (control !== null && control !== met) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    element?.addEventListener('click', keepApart, true);
    return () => element?.removeEventListener('click', keepApart, true);
  }, [root]);
}

/**
 * Puts the focus where the form says, once what it goes to is there and before it is seen: the button that goes on stays
 * in its place from stage to stage, and a key pressed in between would press it for the next one.
 */
function useFocus(
  form: FormStore,
  root: { readonly current: HTMLElement | null },
  isComplete: boolean,
): void {
  const target = form.focusTarget.value;
  const isReady = form.isReady.value;
  useLayoutEffect(() => {
    const isAwaited =
      !isComplete && target !== undefined && ('control' in target || form.view.value !== undefined);
    // Until then its controls take no focus.
    if (target === undefined || isAwaited || !isReady) return undefined;
    // Parts that answer to the same change are rendered one by one: what the focus goes to may be in the last of them.
    let isCurrent = true;
    queueMicrotask(() => {
      if (!isCurrent) return;
      form.noteFocusMoved();
      const control =
        'control' in target
          ? (document.getElementById(target.control) ?? document.getElementById(`${target.control}-group`))
          : null;
      if (control !== null) {
        focusControl(control);
        return;
      }
      const part = 'part' in target ? target.part : 'heading';
      // The form's top comes into view with its heading, and the steps between them.
      root.current?.scrollIntoView({ behavior: 'instant' });
      root.current?.querySelector<HTMLElement>(`.form-${part}`)?.focus({ preventScroll: true });
    });
    return () => {
      isCurrent = false;
    };
  }, [form, target, root, isComplete, isReady]);
}

/** Tells the stage, and whether something is wrong, in the page's title: it is what screen readers say first. */
function useTitle(form: FormStore, t: FormTranslator): void {
  const original = useRef('');
  const stage = form.stage.value;
  const isInUse = form.isInUse.value;
  const view = form.view.value;
  const isRefused = stage === 'review' && form.service.value?.isRefused(form.state.value) === true;
  const hasErrors = view === undefined && (isRefused || form.hasErrors.value);
  useEffect(() => {
    original.current ||= document.title;
    if (!isInUse) return;
    const step = stepOf(stage);
    const name = t.stage(stage);
    // Browsers keep titles in their history, and some send that to other devices: no title tells what was typed.
    const viewed = view && t.label(view.page === 'products' ? 'addProducts' : 'customers');
    const stepTitle =
      viewed ?? (step > 0 ? t.text('progress.stepTitle', { step, total: steps.length, stage: name }) : name);
    const title = `${stepTitle} – ${original.current}`;
    document.title = hasErrors ? t.text('progress.errorTitle', { title }) : title;
  }, [stage, view, hasErrors, isInUse, t]);
}

/** Shows in the guide's steps which of them the form is at, once somebody is at work in it and sees no customer instead. */
function useStepMarks(form: FormStore, later: LaterStages | undefined): void {
  const stage = form.stage.value;
  const isShown = form.view.value === undefined;
  useEffect(() => (isShown ? later?.markSteps(stage) : undefined), [stage, isShown, later]);
}
