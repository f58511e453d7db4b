import type { RuleContext } from './find-issues.ts';
import { openStage } from './form-moves.ts';
import { type FormState } from './form-state.ts';

/**
 * The form of a draft that was kept as a file: at the stage where it was left, or at the first one before it that has
 * errors by today's rules. What was submitted then was submitted elsewhere, so it is at Review again.
 */
export function resumeDraft(state: FormState, context: RuleContext): FormState {
  const isOver = state.stage === 'confirmation' || state.stage === 'done';
  const start: FormState = { ...state, stage: 'opening', issues: [], isUpdating: false, isSubmitted: false };
  return openStage(start, isOver ? 'review' : state.stage, context);
}
