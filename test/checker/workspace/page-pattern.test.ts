import { describe, expect, it } from 'vitest';
import { parsePagePattern } from '../../../scripts/checker/workspace/page-pattern.ts';

describe('parsePagePattern', () => {
  it.each([
    ['content/{locale}/{path}.mdx', 'content/sv-SE/kund/add.mdx', 'sv-SE', 'kund/add'],
    ['docs/{path}.{locale}.md', 'docs/setup/start.sv.md', 'sv', 'setup/start'],
    ['{section}/{locale}/{path}.md', 'blog/zh-cn/2026/news.md', 'zh-cn', 'blog/2026/news'],
    ['../docs-{locale}/{path}.md', '../docs-pt_BR/add.md', 'pt_BR', 'add'],
    ['i18n/{locale}/{locale}/{path}.md', 'i18n/ru/ru/add.md', 'ru', 'add'],
    ['docs/{path}.md', 'docs/add.md', undefined, 'add'],
    ['docs/{locale}/{path}.{md,mdx}', 'docs/sr@latin/add.mdx', 'sr@latin', 'add'],
  ])('reads %s', (pattern, path, locale, key) => {
    const parsed = parsePagePattern(pattern);
    const match = parsed.read(path);
    expect([match?.locale, match?.key]).toEqual([locale, key]);
    expect(parsed.write(match?.captures ?? new Map(), locale ?? '')).toBe(path);
  });

  it('reads a name both ways where a locale has several parts', () => {
    const { readings } = parsePagePattern('{path}_{locale}.md');
    expect(readings('README_zh_CN.md').map(({ key, locale }) => [key, locale])).toEqual([
      ['README', 'zh_CN'],
      ['README_zh', 'CN'],
    ]);
    expect(readings('README.md')).toEqual([]);
  });

  it('writes the first of several endings where the source has none of them', () => {
    const { write } = parsePagePattern('i18n/{locale}/{path}.{md,mdx}');
    expect(write(new Map([['path', 'add']]), 'sv')).toBe('i18n/sv/add.md');
  });

  it('is about no other path', () => {
    const { read } = parsePagePattern('content/{locale}/{path}.md');
    expect(read('content/sv-SE/kund.mdx')).toBeUndefined();
    expect(read('content/kund.md')).toBeUndefined();
    expect(parsePagePattern('i18n/{locale}/{locale}/{path}.md').read('i18n/ru/sv/add.md')).toBeUndefined();
  });
});
