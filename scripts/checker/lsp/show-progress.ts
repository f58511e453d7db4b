import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';

/** Shows in the editor how far a long check is. */
export interface ShownProgress {
  readonly show: (done: number, total: number) => void;
  readonly end: () => void;
}

/** Shows checks of many pages; one of a few is over before anybody could read it. `isShown` where the editor can. */
export function showProgress(connection: Connection, isShown: boolean): ShownProgress {
  let last = { done: 0, total: 0 };
  /** Of the check that is running; the bar comes when the editor has agreed. */
  let running: { bar?: WorkDoneProgressServerReporter } | undefined;
  const begin = async (): Promise<void> => {
    const own: typeof running = {};
    running = own;
    const bar = await connection.window.createWorkDoneProgress();
    if (running !== own) return;
    own.bar = bar;
    bar.begin('Lockstep', percentOf(last), wordsOf(last));
  };
  return {
    show: (done, total) => {
      last = { done, total };
      if (!isShown || total < fewestPages) return;
      // An editor that refuses does without.
      if (running === undefined) begin().catch(() => undefined);
      else running.bar?.report(percentOf(last), wordsOf(last));
    },
    end: () => {
      running?.bar?.done();
      running = undefined;
    },
  };
}

/** Pages from which on a check is worth showing. */
const fewestPages = 100;

function percentOf({ done, total }: { readonly done: number; readonly total: number }): number {
  return Math.floor((100 * done) / Math.max(total, 1));
}

function wordsOf({ done, total }: { readonly done: number; readonly total: number }): string {
  return `${done} of ${total} pages`;
}
