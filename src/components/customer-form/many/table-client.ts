import type { FromWorker, TableAnswers, TableRequest, ToWorker } from './table-messages.ts';

/** The page's end of the worker that reads tables. */
export interface TableClient {
  /** Rejects where the worker could not be loaded or has broken down. */
  readonly ask: <Request extends TableRequest>(request: Request) => Promise<TableAnswers[Request['kind']]>;
  /** Ends a check where it is. */
  readonly stop: () => void;
  readonly end: () => void;
}

/** Starts the worker, a file of this site as the page's policy demands. */
export function createTableClient(onProgress: (rows: number, share: number) => void): TableClient {
  const worker = new Worker(new URL('./check-tables.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<
    number,
    { readonly resolve: (answer: TableAnswers[keyof TableAnswers]) => void; readonly reject: () => void }
  >();
  let lastId = 0;
  let isBroken = false;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'progress') {
      onProgress(data.rows, data.share);
      return;
    }
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'answer') asked?.resolve(data.answer);
    else asked?.reject();
  });
  worker.addEventListener('error', () => {
    isBroken = true;
    for (const { reject } of waiting.values()) reject();
    waiting.clear();
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  const send = (message: ToWorker): void => worker.postMessage(message);
  return {
    ask: <Request extends TableRequest>(request: Request) =>
      new Promise<TableAnswers[Request['kind']]>((resolve, reject) => {
        if (isBroken) {
          reject();
          return;
        }
        lastId += 1;
        waiting.set(lastId, {
          // The worker answers each request with what belongs to its kind.
          resolve: (answer) => resolve(answer as TableAnswers[Request['kind']]),
          reject,
        });
        send({ id: lastId, request });
      }),
    stop: () => send({ kind: 'stop' }),
    end: () => worker.terminate(),
  };
}
