import { describe, expect, it } from 'vitest';
import { startProgress } from '../../../scripts/checker/cli/progress.ts';
import type { Output } from '../../../scripts/checker/cli/terminal.ts';

describe('the line that tells how far a run is', () => {
  it('is written over, no oftener than people read, and gone in the end', () => {
    const { written, clock, progress } = start({ isTTY: true, columns: 80 });
    progress.show(1, 1642);
    expect(written()).toBe('');
    clock.time = 500;
    progress.show(412, 1642);
    clock.time = 510;
    progress.show(413, 1642);
    clock.time = 700;
    progress.show(1642, 1642);
    progress.clear();
    progress.clear();
    expect(written()).toBe('\r\u001B[K412 of 1,642 pages\r\u001B[K1,642 of 1,642 pages\r\u001B[K');
  });

  it('fits into a narrow terminal', () => {
    const { written, clock, progress } = start({ isTTY: true, columns: 12 });
    clock.time = 500;
    progress.show(412, 1642);
    expect(written()).toBe('\r\u001B[K412 of 1,64');
  });

  it('does not appear in a pipe, nor where the cursor cannot move', () => {
    for (const { written, clock, progress } of [
      start({ isTTY: false }),
      start({}),
      start({ isTTY: true }, { TERM: 'dumb' }),
    ]) {
      clock.time = 500;
      progress.show(412, 1642);
      progress.clear();
      expect(written()).toBe('');
    }
  });
});

function start(
  look: Omit<Output, 'write'>,
  environment: Readonly<Record<string, string>> = {},
): {
  readonly written: () => string;
  readonly clock: { time: number };
  readonly progress: ReturnType<typeof startProgress>;
} {
  let text = '';
  const clock = { time: 0 };
  const stdout: Output = { write: () => undefined };
  const stderr: Output = { ...look, write: (piece) => (text += piece) };
  const progress = startProgress({ stdout, stderr, folder: '.', environment }, () => clock.time);
  return { written: () => text, clock, progress };
}
