import type { CDPSession } from '@playwright/test';

/** An entry of a trace; times in microseconds, `tdur` of the thread's own processor time. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly type?: string } };
}

/** What browsers call a task of a thread in a trace. */
export const taskName = 'ThreadControllerImpl::RunTask';

/** Traces what `act` has the page do, and gives what its main thread did, in order. */
export async function traceMain(
  session: CDPSession,
  act: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const note = ({ value }: { value: unknown[] }): void => {
    // The protocol's own type leaves the entries' shape open. There may be more of them than a call takes arguments.
    for (const event of value as TraceEvent[]) events.push(event);
  };
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
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const worked = (pid: number): number =>
    events.filter((event) => event.pid === pid && event.ph === 'X').length;
  // A browser readies a second page's process beforehand, which does next to nothing.
  const [main] = mains.toSorted((one, other) => worked(other.pid) - worked(one.pid));
  return events
    .filter(({ pid, tid, ph }) => ph === 'X' && pid === main?.pid && tid === main.tid)
    .toSorted((one, other) => one.ts - other.ts);
}
