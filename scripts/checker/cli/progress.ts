import type { Terminal } from './terminal.ts';

/** A line that tells how far a run is. */
export interface Progress {
  readonly show: (done: number, total: number) => void;
  /** Takes the line away; nothing of it stays. */
  readonly clear: () => void;
}

/** Milliseconds before the line appears, and between its changes: short runs need none, and nobody reads faster. */
const pace = { first: 400, next: 100 } as const;

/**
 * Tells on standard error how many pages are judged, in one line that is written over and over.
 *
 * A pipe, a file and a terminal that cannot move its cursor hear nothing. `now` gives milliseconds.
 * @example startProgress(terminal).show(412, 1642) // prints `412 of 1,642 pages`
 */
export function startProgress(
  { stderr, environment }: Terminal,
  now: () => number = () => performance.now(),
): Progress {
  if (stderr.isTTY !== true || environment['TERM'] === 'dumb') {
    return { show: () => undefined, clear: () => undefined };
  }
  const count = new Intl.NumberFormat('en');
  let next = now() + pace.first;
  let isShown = false;
  return {
    show: (done, total) => {
      if (now() < next) return;
      next = now() + pace.next;
      isShown = true;
      const text = `${count.format(done)} of ${count.format(total)} pages`;
      // A line that fills the last column would wrap, and could not be written over.
      stderr.write(`${lineStart}${text.slice(0, Math.max(0, (stderr.columns ?? 80) - 1))}`);
    },
    clear: () => {
      if (isShown) stderr.write(lineStart);
      isShown = false;
    },
  };
}

/** Back to the first column, and away with what stands there (ECMA-48, CR and EL). */
const lineStart = '\r\u001B[K';
