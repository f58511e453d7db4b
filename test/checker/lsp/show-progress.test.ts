import { describe, expect, it } from 'vitest';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';
import { type ShownProgress, showProgress } from '../../../scripts/checker/lsp/show-progress.ts';

/** Progress in an editor that takes note of what it is told, and agrees to a bar when `agree` is called. */
function shownIn(isShown = true): {
  readonly progress: ShownProgress;
  readonly told: readonly unknown[];
  readonly agree: () => Promise<void>;
} {
  const told: unknown[] = [];
  let agree: (() => void) | undefined;
  const bar = {
    begin: (...words: unknown[]) => void told.push(['begin', ...words]),
    report: (...words: unknown[]) => void told.push(['report', ...words]),
    done: () => void told.push(['done']),
  };
  const window = {
    createWorkDoneProgress: () =>
      new Promise<WorkDoneProgressServerReporter>((resolve) => {
        agree = () => resolve(bar as unknown as WorkDoneProgressServerReporter);
      }),
  };
  return {
    // Nothing else of a connection is asked.
    progress: showProgress({ window } as unknown as Connection, isShown),
    told,
    agree: async () => {
      agree?.();
      await Promise.resolve();
    },
  };
}

describe('the progress of a check in an editor', () => {
  it('begins when the editor has agreed, goes on, and ends', async () => {
    const { progress, told, agree } = shownIn();
    progress.show(10, 200);
    progress.show(50, 200);
    await agree();
    progress.show(150, 200);
    progress.end();
    expect(told).toEqual([
      ['begin', 'Lockstep', 25, '50 of 200 pages'],
      ['report', 75, '150 of 200 pages'],
      ['done'],
    ]);
  });

  it('is not shown of few pages, after the check, or where the editor cannot', async () => {
    const few = shownIn();
    few.progress.show(1, 99);
    await few.agree();
    const late = shownIn();
    late.progress.show(10, 200);
    late.progress.end();
    await late.agree();
    const plain = shownIn(false);
    plain.progress.show(10, 200);
    await plain.agree();
    expect([few.told, late.told, plain.told]).toEqual([[], [], []]);
  });
});
