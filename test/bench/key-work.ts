import type { CDPSession } from '@playwright/test';

/** What the page's main thread worked for one key press, in milliseconds of its own processor time. */
export interface KeyWork {
  /** Until the form has answered: its own code, and the rendering of its components. */
  readonly handled: number;
  /** Until the frame that shows the answer is drawn, with the browser's styles, layout and painting. */
  readonly drawn: number;
}

/** An entry of a trace; times in microseconds, `tdur` of the thread's own processor time. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly type?: string } };
}

/** Traces what `act` has the page do, and gives the main thread's work for each key press that changed a box. */
export async function traceKeys(session: CDPSession, act: () => Promise<void>): Promise<readonly KeyWork[]> {
  const events: TraceEvent[] = [];
  // The protocol's own type leaves the entries' shape open.
  const note = ({ value }: { value: unknown[] }): number => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', note);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', note);
  return keysIn(events);
}

function keysIn(all: readonly TraceEvent[]): readonly KeyWork[] {
  const first = all.find((event) => isDispatch(event, 'input'));
  const events = all
    .filter(({ pid, tid, ph }) => ph === 'X' && pid === first?.pid && tid === first.tid)
    .toSorted((one, other) => one.ts - other.ts);
  const tasks = events.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
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
