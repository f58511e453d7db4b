import type { Stage } from './form-state.ts';
import guide from './guide-steps.json' with { type: 'json' };

/** The key of the page that holds the form, and with it the steps and rules that the form leads to. */
export const formPage = guide.page;

/** A step of the guide: the anchor of its list item, and its number there. */
export interface GuideStep {
  readonly anchor: string;
  readonly number: number;
}

const anchors: Readonly<Record<Stage, readonly string[]>> = guide.steps;
const all = Object.values(anchors).flat();

/**
 * The steps of the guide that a stage of the form practices, in the order of the guide: `steps` in `guide-steps.json`,
 * which the checker reads, too. None for Done, behind the last step.
 * @example stepsOf('subscriptions') // => [{ anchor: 'choose-offers', number: 9 }]
 */
export function stepsOf(stage: Stage): readonly GuideStep[] {
  return anchors[stage].map((anchor) => ({ anchor, number: all.indexOf(anchor) + 1 }));
}

/**
 * The stage of the form that practices a step of the guide, if one does.
 * @example stageOfStep('choose-offers') // => 'subscriptions'
 */
export function stageOfStep(anchor: string): Stage | undefined {
  // The keys of `anchors` are exactly the stages.
  return (Object.keys(anchors) as Stage[]).find((stage) => anchors[stage].includes(anchor));
}
