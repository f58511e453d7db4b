import { describe, expect, it } from 'vitest';
import { isSameTarget } from '../../../scripts/checker/drift/same-target.ts';

describe('isSameTarget', () => {
  it.each([
    ['../setup.md', '/docs/setup/'],
    ['../setup.md#ports', 'https://example.com/docs/setup#ports'],
    ['setup.md', './setup.md'],
    ['setup.md', '../guides/setup'],
    ['setup.md', '/docs/guides/setup/index.html'],
    ['http://example.com/a/', 'https://www.example.com/a'],
    ['/docs/setup', 'https://example.com/docs/setup'],
    ['#ports', 'install.md#ports'],
    ['../img/a.png', '/img/a.png'],
  ])('takes %s and %s on the page guides/install for one place', (one, other) => {
    expect(isSameTarget(one, other, 'guides/install')).toBe(true);
    expect(isSameTarget(other, one, 'guides/install')).toBe(true);
  });

  it.each([
    ['../setup.md', 'setup.md'],
    ['setup.md', '/docs/setup'],
    ['setup.md#ports', 'setup.md#users'],
    ['/docs/setup', '/docs/install'],
    ['https://example.com/docs/setup', 'https://example.org/docs/setup'],
    ['setup.md?v=1', 'setup.md?v=2'],
    ['#ports', 'setup.md#ports'],
    ['mailto:a@example.com', 'mailto:b@example.com'],
    ['//', 'setup.md'],
  ])('takes %s and %s on the page guides/install for two places', (one, other) => {
    expect(isSameTarget(one, other, 'guides/install')).toBe(false);
    expect(isSameTarget(other, one, 'guides/install')).toBe(false);
  });
});
