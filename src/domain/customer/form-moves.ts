import { findIssues, type RuleContext } from './find-issues.ts';
import { type FormState, initialState, type Stage, stages } from './form-state.ts';
import { type Issue, issueKey } from './issues.ts';
import { type QuestionStage, questionStages } from './questions.ts';
import { statesOf } from './states.ts';
import type { CustomerValues } from './values.ts';

/**
 * The form after answers were changed. Shown issues that no longer hold go away; none appear while somebody types.
 * A culture, and a state out of a list, belong to their country, so a change of country takes them away. Confirmation is about the answers
 * that were submitted, so other ones have to be submitted first.
 */
export function changeAnswers(
  state: FormState,
  changes: Partial<CustomerValues>,
  context: RuleContext,
): FormState {
  const { country } = state.values;
  const movesCountry = changes.country !== undefined && changes.country !== country;
  const values = { ...state.values, ...(movesCountry ? ownOf(country) : {}), ...changes };
  return { ...state, values, issues: issuesLeft(state, values, context), isSubmitted: false };
}

/** The shown issues that still hold. What stays the same is the same object, so that it need not be shown anew. */
function issuesLeft(
  { stage, issues: shown }: FormState,
  values: CustomerValues,
  context: RuleContext,
): readonly Issue[] {
  if (shown.length === 0) return shown;
  const before = new Map(shown.map((issue) => [issueKey(issue), issue]));
  const left = issuesAt(stage, values, context).flatMap((issue) => {
    const same = before.get(issueKey(issue));
    if (same === undefined) return [];
    return JSON.stringify(same.params) === JSON.stringify(issue.params) ? same : issue;
  });
  return left.length === shown.length && left.every((issue, index) => issue === shown[index]) ? shown : left;
}

/** The answers that mean something in their country alone; a state that was typed as text stays. */
function ownOf(country: string): Partial<CustomerValues> {
  return statesOf(country).length > 0 ? { state: '', culture: '' } : { culture: '' };
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
