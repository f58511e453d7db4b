import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quietAfterChanges } from '../../../scripts/checker/lsp/quiet.ts';

describe('the quiet after changes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('comes once, when nothing has changed for a while', async () => {
    const onQuiet = vi.fn<() => void>();
    const quiet = quietAfterChanges(onQuiet);
    quiet.disturb(100);
    vi.advanceTimersByTime(99);
    quiet.disturb(100);
    const settled = quiet.settled();
    vi.advanceTimersByTime(99);
    expect(onQuiet).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    await settled;
    expect(onQuiet).toHaveBeenCalledTimes(1);
  });

  it('is there where nothing has changed', async () => {
    await expect(quietAfterChanges(() => undefined).settled()).resolves.toBeUndefined();
  });

  it('lets nobody wait when it ends', async () => {
    const onQuiet = vi.fn<() => void>();
    const quiet = quietAfterChanges(onQuiet);
    quiet.disturb(100);
    const settled = quiet.settled();
    quiet.end();
    await settled;
    vi.advanceTimersByTime(1000);
    expect(onQuiet).not.toHaveBeenCalled();
  });
});
