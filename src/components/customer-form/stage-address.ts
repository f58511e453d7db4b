import { type Stage, stages } from '../../domain/customer/form-state.ts';
import { practiceAnchor, practicePrefix } from '../../domain/customer/practice-anchor.ts';

/**
 * Every stage has an address of its own, a fragment such as `#stage-review`. A fragment, because the page is one static
 * file, because links in the guide can then open a stage without a script, and because the language links carry the
 * fragment over. An entry of the history also knows its stage by itself, so that following a link to a sentence of the
 * guide, which changes the fragment, leaves the form where it is.
 */
const prefix = '#stage-';

/** The stage that the address names, if it names one. */
export function stageInAddress(): Stage | undefined {
  return stages.find((stage) => location.hash === `${prefix}${stage}`);
}

/** What the address names if it is that of a place such as `#try-email`: a section of the guide leads there. */
export function placeInAddress(): string | undefined {
  const name = location.hash.slice(1);
  return name.startsWith(practicePrefix) ? name.slice(practicePrefix.length) : undefined;
}

/** The stage of a history entry, by what was noted there or by its address. */
export function stageOfEntry(entry: unknown): Stage | undefined {
  const noted = typeof entry === 'object' && entry !== null && 'stage' in entry ? entry.stage : undefined;
  return stages.find((stage) => stage === noted) ?? stageInAddress();
}

/** Adds a history entry for `next`, after noting the stage of the entry that is left. */
export function pushStage(current: Stage, next: Stage): void {
  history.replaceState({ ...history.state, stage: current }, '');
  history.pushState({ stage: next }, '', `${prefix}${next}`);
}

/** Makes the present history entry that of `stage`. */
export function replaceStage(stage: Stage): void {
  history.replaceState({ stage }, '', `${prefix}${stage}`);
}

/** Makes the present history entry that of a place. */
export function replacePlace(place: string): void {
  history.replaceState(null, '', `#${practiceAnchor(place)}`);
}
