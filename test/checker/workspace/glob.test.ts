import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../../scripts/checker/workspace/glob.ts';

describe('matchesGlob', () => {
  it.each([
    ['drafts/**', 'drafts/new/page.md', true],
    ['**/drafts/*.md', 'docs/sv/drafts/page.md', true],
    ['**/drafts/*.md', 'drafts/page.md', true],
    ['docs/*.md', 'docs/sv/page.md', false],
    ['docs/sv', 'docs/sv/page.md', true],
    ['docs/s?/page.md', 'docs/sv/page.md', true],
    ['*.tmp.md', 'docs/sv/page.tmp.md', true],
    ['docs/{sv,ru}/**', 'docs/ru/page.md', true],
    ['docs/{sv,ru}/**', 'docs/zh/page.md', false],
    ['docs/a+b (1).md', 'docs/a+b (1).md', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matchesGlob(pattern)(path)).toBe(expected);
  });
});
