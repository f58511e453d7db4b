import { describe, expect, test } from 'vitest';
import { readLinkTarget } from '../../../src/domain/document/link-target.ts';

describe('readLinkTarget', () => {
  test.each([
    ['https://learn.microsoft.com/sv-se/azure/', 'https://learn.microsoft.com/en-us/azure'],
    ['https://docs.microsoft.com/azure', 'http://learn.microsoft.com/zh-tw/azure/'],
    ['./confirm-agreement.md#att-bekrafta', 'confirm-agreement#to-confirm'],
    ['https://ru.wikipedia.org/wiki/UTF-8', 'https://en.wikipedia.org/wiki/UTF-8'],
    ['/de/tutorial/index.md', '/tutorial/'],
    ['https://example.com/a?view=azure&id=7', 'https://example.com/a?id=7'],
    ['#överväganden', '#considerations'],
    ['./CONTRIBUTING.zh-CN.md', './CONTRIBUTING.md'],
    ['README_CN.md', 'README.md'],
    ['docs/README-zh-TW.md', 'docs/README.fr.md'],
    ['guide_pt_BR.md', 'guide.zh-Hans.md'],
    ['media/library-en-US.sketch', 'media/library-zh-CN.sketch'],
  ])('takes %s and %s for one page', (one, other) => {
    expect(readLinkTarget(one).key).toBe(readLinkTarget(other).key);
  });

  test.each([
    ['agreements.md', 'confirm-agreement.md'],
    ['log-in.md', 'log.md'],
    ['what-is-node.js', 'what-is-node.ts'],
    ['https://example.com/a?id=7', 'https://example.com/a?id=8'],
    ['https://example.com/a', 'https://example.org/a'],
    ['mailto:a@example.com', 'mailto:b@example.com'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(readLinkTarget(one).key).not.toBe(readLinkTarget(other).key);
  });

  test('reads kind, locale and fragment', () => {
    expect(readLinkTarget('https://learn.microsoft.com/zh-tw/a#%E8%80%83%E9%87%8F')).toMatchObject({
      kind: 'site',
      host: 'learn.microsoft.com',
      locale: 'zh-tw',
      fragment: '考量',
    });
    expect(readLinkTarget('#top')).toMatchObject({ kind: 'anchor', fragment: 'top' });
    expect(readLinkTarget('tel:+46123')).toMatchObject({ kind: 'other' });
    expect(readLinkTarget('50%.md')).toMatchObject({ kind: 'page', locale: undefined });
  });
});
