/** Waits for somebody to stop typing. */
export interface Quiet {
  /** Something has changed, just now. */
  readonly disturb: (milliseconds: number) => void;
  /** Resolves once nothing has changed for as long as the last disturbance asked for; at once where it is quiet. */
  readonly settled: () => Promise<void>;
  /** Waits no more. */
  readonly end: () => void;
}

/** `onQuiet` is called each time that it has become quiet. */
export function quietAfterChanges(onQuiet: () => void): Quiet {
  let timer: NodeJS.Timeout | undefined;
  let waiting: (() => void)[] = [];
  const letGo = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  };
  const settle = (): void => {
    letGo();
    onQuiet();
  };
  return {
    disturb: (milliseconds) => {
      clearTimeout(timer);
      timer = setTimeout(settle, milliseconds);
    },
    settled: () =>
      timer === undefined ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve)),
    end: letGo,
  };
}
