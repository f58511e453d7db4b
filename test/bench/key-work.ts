import type { CDPSession } from '@playwright/test';
import { type TraceEvent, taskName, traceMain } from './trace-main.ts';

/** What the page's main thread worked for one key press, in milliseconds of its own processor time. */
export interface KeyWork {
  /** Until the form has answered: its own code, and the rendering of its components. */
  readonly handled: number;
  /** Until the frame that shows the answer is drawn, with the browser's styles, layout and painting. */
  readonly drawn: number;
}

/** Traces what `act` has the page do, and gives the main thread's work for each key press that changed a box. */
export async function traceKeys(session: CDPSession, act: () => Promise<void>): Promise<readonly KeyWork[]> {
  return keysIn(await traceMain(session, act));
}

function keysIn(events: readonly TraceEvent[]): readonly KeyWork[] {
  const tasks = events.filter(({ name }) => name === taskName);
  // What an input method puts in comes without a key.
  const begins = events.filter((event) => isDispatch(event, 'keydown') || isDispatch(event, 'beforeinput'));
  const frames = events.filter(({ name }) => name === 'Layerize');
  const workUntil = (begin: TraceEvent, end: TraceEvent): number =>
    tasks
      .filter((task) => endOf(task) >= begin.ts && task.ts <= end.ts)
      .reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  let last = 0;
  return events
    .filter((event) => isDispatch(event, 'input'))
    .flatMap((input) => {
      const begin = begins.find(({ ts }) => ts > last && ts <= input.ts);
      last = input.ts;
      if (begin === undefined) return [];
      const frame = frames.find(({ ts }) => ts > input.ts) ?? input;
      return { handled: workUntil(begin, input), drawn: workUntil(begin, frame) };
    });
}

function isDispatch({ name, args }: TraceEvent, type: string): boolean {
  return name === 'EventDispatch' && args.data?.type === type;
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}
