import { findIssues, type RuleContext } from './find-issues.ts';
import { type Issue, issueKey } from './issues.ts';
import { type QuestionStage, questionStages } from './questions.ts';
import { type CustomerValues, emptyValues } from './values.ts';

/**
 * Where the form can be. `opening` asks who the partner is and `done` comes after the form; the four between them are
 * the pages the product shows. Documented: Partner Center, 2016 to September 2021.
 */
export const stages = ['opening', 'account', 'subscriptions', 'review', 'confirmation', 'done'] as const;

/** One of `stages`. */
export type Stage = (typeof stages)[number];

/** The four stages that are counted as steps. */
export const steps = ['account', 'subscriptions', 'review', 'confirmation'] as const satisfies Stage[];

/** The form at one moment: codes and typed text only, so it means the same in every language. */
export interface FormState {
  readonly stage: Stage;
  readonly values: CustomerValues;
  /** What is shown as wrong at this stage. Empty until the partner tries to go on. */
  readonly issues: readonly Issue[];
  /** Keys of warnings that were shown before; they are not shown a second time. */
  readonly seenWarnings: readonly string[];
  /** True while an answer is updated from Review, where going on leads straight back. */
  readonly isUpdating: boolean;
  /** True once the customer was submitted as it is now: then Confirmation can be opened. */
  readonly isSubmitted: boolean;
}

/** The form before anything was done. */
export const initialState: FormState = {
  stage: 'opening',
  values: emptyValues,
  issues: [],
  seenWarnings: [],
  isUpdating: false,
  isSubmitted: false,
};

/**
 * The form after answers were changed. Shown issues that no longer hold go away; none appear while somebody types.
 * A state and a culture belong to their country, so a change of country takes them away. Confirmation is about the answers
 * that were submitted, so other ones have to be submitted first.
 */
export function changeAnswers(
  state: FormState,
  changes: Partial<CustomerValues>,
  context: RuleContext,
): FormState {
  const movesCountry = changes.country !== undefined && changes.country !== state.values.country;
  const values = { ...state.values, ...(movesCountry ? { state: '', culture: '' } : {}), ...changes };
  const shown = new Set(state.issues.map(issueKey));
  const issues = issuesAt(state.stage, values, context).filter((issue) => shown.has(issueKey(issue)));
  return { ...state, values, issues, isSubmitted: false };
}

/**
 * The form after the button that goes on was selected. With errors it stays and shows everything that is wrong; with
 * warnings alone it stays once, so that they are read; otherwise it is at the next stage. An answer updated from Review
 * can also leave another stage incomplete or doubtful, such as a reseller for a new partner type: then that one opens.
 */
export function goOn(state: FormState, context: RuleContext): FormState {
  if (state.stage === 'confirmation') return { ...initialState, stage: 'done' };
  if (state.stage === 'done') return initialState;
  const next = nextStageOf(state);
  const stagesToPass = [state.stage, ...questionStagesBefore(next)].filter(isQuestionStage);
  for (const stage of stagesToPass) {
    const issues = findIssues(stage, state.values, context);
    const hasErrors = issues.some(isError);
    const newWarnings = issues.map(seenKey).filter((key) => !state.seenWarnings.includes(key));
    if (hasErrors || newWarnings.length > 0) {
      const seenWarnings = hasErrors ? state.seenWarnings : [...state.seenWarnings, ...newWarnings];
      return { ...state, stage, issues, seenWarnings };
    }
  }
  return { ...stateAt(state, next), isSubmitted: state.isSubmitted || next === 'confirmation' };
}

/**
 * The form after a stage was asked for by its address: that stage if everything before it is complete, or else the
 * first one that is not.
 */
export function openStage(state: FormState, wanted: Stage, context: RuleContext): FormState {
  if (wanted === state.stage) return state;
  if (wanted === 'done') return state;
  const gap = firstGap(wanted, state.values, context);
  if (gap !== undefined) return gap === state.stage ? state : stateAt(state, gap);
  return stateAt(state, wanted === 'confirmation' && !state.isSubmitted ? 'review' : wanted);
}

/** The form at the stage whose answer is to be updated, on the way back to Review. */
export function updateAnswer(state: FormState, stage: QuestionStage): FormState {
  return { ...stateAt(state, stage), isUpdating: true };
}

/**
 * Which of the issues that were shown, given by their keys, still hold: for a form that is restored.
 */
export function restoreIssues(
  stage: Stage,
  values: CustomerValues,
  keys: readonly string[],
  context: RuleContext,
): readonly Issue[] {
  return issuesAt(stage, values, context).filter((issue) => keys.includes(issueKey(issue)));
}

/**
 * True when the stage is one that asks questions.
 * @example isQuestionStage('review') // => false
 */
export function isQuestionStage(stage: Stage): stage is QuestionStage {
  return (questionStages as readonly Stage[]).includes(stage);
}

function nextStageOf({ stage, isUpdating }: FormState): Stage {
  if (isUpdating) return 'review';
  return stages[stages.indexOf(stage) + 1] ?? stage;
}

function stateAt(state: FormState, stage: Stage): FormState {
  return { ...state, stage, issues: [], isUpdating: false };
}

function issuesAt(stage: Stage, values: CustomerValues, context: RuleContext): readonly Issue[] {
  return isQuestionStage(stage) ? findIssues(stage, values, context) : [];
}

/** The first stage before `wanted` that has errors. */
function firstGap(wanted: Stage, values: CustomerValues, context: RuleContext): QuestionStage | undefined {
  return questionStagesBefore(wanted).find((stage) => findIssues(stage, values, context).some(isError));
}

function questionStagesBefore(wanted: Stage): readonly QuestionStage[] {
  return questionStages.filter((stage) => stages.indexOf(stage) < stages.indexOf(wanted));
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}

/** A warning about another name is another warning. */
function seenKey(issue: Issue): string {
  return `${issueKey(issue)}:${issue.params.ending ?? issue.params.value ?? ''}`;
}
