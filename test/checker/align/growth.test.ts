import { afterEach, describe, expect, it, vi } from 'vitest';
import { alignPages } from '../../../scripts/checker/align/align-pages.ts';
import { compareUnits } from '../../../scripts/checker/align/similarity.ts';
import { parseGuide } from './changed-guides.ts';
import { longPages } from './long-pages.ts';

vi.mock(import('../../../scripts/checker/align/similarity.ts'), async (original) => {
  const similarity = await original();
  return { ...similarity, compareUnits: vi.fn<typeof compareUnits>(similarity.compareUnits) };
});

/** How many pairs of blocks alignment looks at, per block. */
function comparisonsPerBlock(write: (size: number) => readonly [string, string], size: number): number {
  const [text, other] = write(size);
  vi.mocked(compareUnits).mockClear();
  alignPages(parseGuide(text), parseGuide(other), { sourceLocale: 'en', locale: 'sv' });
  return vi.mocked(compareUnits).mock.calls.length / size;
}

describe('the work of alignment', () => {
  afterEach(() => {
    vi.mocked(compareUnits).mockClear();
  });

  it.each(Object.entries(longPages))('grows with the length of a page: %s', (_, write) => {
    const few = comparisonsPerBlock(write, 400);
    const many = comparisonsPerBlock(write, 1600);
    expect(many).toBeLessThan(1.3 * few + 40);
    expect(many).toBeLessThan(600);
  });
});
