import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPages } from '../../../scripts/checker/workspace/find-pages.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('findPages', () => {
  it('finds a folder per locale, whatever the spelling, and says what is missing where', () => {
    const folder = temporaryFolder({
      'content/en-us/add.md': '# Add',
      'content/en-us/more/next.md': '# Next',
      'content/zh-cn/add.md': '# 添加',
      'content/pt_BR/add.md': '# Adicionar',
      'content/pt_BR/old.md': '# Velho',
      'content/images/add.md': 'no locale',
    });
    const { pages, expected, locales } = findPages(
      { sourceLocale: 'en-US', pages: 'content/{locale}/{path}.md' },
      folder,
    );
    expect(locales).toEqual(['pt-BR', 'zh-CN']);
    expect(
      pages.map(({ locale, key, isSource }) => `${locale} ${key}${isSource ? ' (source)' : ''}`),
    ).toEqual(['en-US add (source)', 'en-US more/next (source)', 'pt-BR add', 'pt-BR old', 'zh-CN add']);
    expect(expected.map((page) => [page.path, page.exists, page.source])).toEqual([
      ['content/pt_BR/add.md', true, 'content/en-us/add.md'],
      ['content/zh-cn/add.md', true, 'content/en-us/add.md'],
      ['content/pt_BR/more/next.md', false, 'content/en-us/more/next.md'],
      ['content/zh-cn/more/next.md', false, 'content/en-us/more/next.md'],
      ['content/pt_BR/old.md', true, undefined],
    ]);
  });

  it('finds a suffix per locale beside source pages that have none', () => {
    const folder = temporaryFolder({
      'docs/add.md': '# Add',
      'docs/add.sv.md': '# Lägg till',
      'docs/asp.net.md': '# ASP.NET',
    });
    const { pages, expected } = findPages(
      { sourceLocale: 'en', pages: ['docs/{path}.md', 'docs/{path}.{locale}.md'] },
      folder,
    );
    expect(pages.map(({ locale, key }) => `${locale} ${key}`).toSorted()).toEqual([
      'en add',
      'en asp.net',
      'sv add',
    ]);
    expect(expected.filter((page) => !page.exists).map((page) => page.path)).toEqual(['docs/asp.net.sv.md']);
  });

  it('finds translations far from their source, and in a folder beside the working folder', () => {
    const root = temporaryFolder({
      'site/docs/add.md': '# Add',
      'docs-ru/pages/add.md': '# Добавление',
    });
    const { pages } = findPages(
      { sourceLocale: 'en', pages: ['docs/{path}.md', '../docs-{locale}/pages/{path}.md'] },
      join(root, 'site'),
    );
    expect(pages.map(({ path, locale }) => [path, locale])).toEqual([
      ['../docs-ru/pages/add.md', 'ru'],
      ['docs/add.md', 'en'],
    ]);
  });

  it('leaves out ignored files and locales that the settings do not list, and says so', () => {
    const folder = temporaryFolder({
      'content/en/add.md': '# Add',
      'content/sv/add.md': '# Lägg till',
      'content/sv/draft.md': '# Utkast',
      'content/de/add.md': '# Hinzufügen',
      'content/de/next.md': '# Weiter',
    });
    const { pages, notCompared } = findPages(
      {
        sourceLocale: 'en',
        locales: ['en', 'sv'],
        pages: 'content/{locale}/{path}.md',
        ignore: ['**/draft.md'],
      },
      folder,
    );
    expect(pages.map((page) => page.path)).toEqual(['content/en/add.md', 'content/sv/add.md']);
    expect(notCompared).toEqual([
      {
        path: 'content/de/add.md',
        reason: "`de` is not among the settings' locales, so this page and 1 more like it were left out.",
      },
    ]);
  });

  it('names formats that it does not read, and two files that are one page', () => {
    const folder = temporaryFolder({
      'content/en/add.rst': 'Add',
      'content/en/add.md': '# Add',
      'content/en/add.png': '',
      'content/sv/add.md': '# Lägg till',
      'content/sv-SE/add.md': '# Lägg till',
    });
    const { pages, notCompared } = findPages(
      {
        sourceLocale: 'en',
        locales: ['sv'],
        pages: ['content/{locale}/{path}.md', 'content/{locale}/{path}'],
      },
      folder,
    );
    expect(pages.map((page) => page.path)).toEqual(['content/en/add.md', 'content/sv/add.md']);
    expect(notCompared.map((entry) => entry.reason)).toEqual([
      'It is the page `add` in `sv`, as `content/sv/add.md` is; only that one was read.',
      'The file is reStructuredText, which the checker does not read.',
    ]);
  });

  it('names documentation in other formats beside the pages, once for each format', () => {
    const { notCompared } = findPages(
      { sourceLocale: 'en', pages: 'content/{locale}/{path}.md' },
      temporaryFolder({
        'content/en/add.md': '# Add',
        'content/en/more/next.rst': 'Next',
        'content/en/index.rst': 'Index',
        'content/en/guide.adoc': '= Guide',
        'content/en/terms.pdf': '',
        'content/sv/add.md': '# Lägg till',
        'content/readme.rst': 'no page',
      }),
    );
    expect(notCompared).toEqual([
      {
        path: 'content/en/guide.adoc',
        reason: 'The file is AsciiDoc, which the checker does not read.',
      },
      {
        path: 'content/en/index.rst',
        reason: 'The file and 1 other like it are reStructuredText, which the checker does not read.',
      },
    ]);
  });

  it('walks a link that leads back up no further', () => {
    const folder = temporaryFolder({ 'content/en/add.md': '# Add', 'content/sv/add.md': '# Lägg till' });
    symlinkSync('..', join(folder, 'content/en/loop'));
    symlinkSync('nowhere.md', join(folder, 'content/sv/broken.md'));
    symlinkSync('/dev/null', join(folder, 'content/sv/device.md'));
    const { pages } = findPages({ sourceLocale: 'en', pages: 'content/{locale}/{path}.md' }, folder);
    expect(pages.map((page) => page.path)).toEqual([
      'content/en/add.md',
      'content/sv/add.md',
      'content/sv/broken.md',
    ]);
  });
});

describe('findPages where a folder may be a locale or a word', () => {
  const patterns = ['docs/{path}.md', 'docs/{locale}/{path}.md'];
  const files = {
    'docs/add.md': '# Add',
    'docs/next.md': '# Next',
    'docs/sv/add.md': '# Lägg till',
    'docs/my/account.md': '# My account',
    'docs/my/orders.md': '# My orders',
  };

  it('takes it for a word where none of its pages is there without it', () => {
    const { pages } = findPages({ sourceLocale: 'en', pages: patterns }, temporaryFolder(files));
    expect(pages.map(({ locale, key }) => `${locale} ${key}`)).toEqual([
      'sv add',
      'en add',
      'en my/account',
      'en my/orders',
      'en next',
    ]);
  });

  it('takes it for a locale where the settings list it, or name what it stands for', () => {
    for (const more of [{ locales: ['sv', 'my'] }, { localeNames: { my: 'my' } }]) {
      const { pages } = findPages({ sourceLocale: 'en', pages: patterns, ...more }, temporaryFolder(files));
      expect(pages.map(({ locale, key }) => `${locale} ${key}`)).toContain('my account');
    }
  });
});

describe('findPages where spellings are no locales', () => {
  it('reads what was most likely meant, and says so', () => {
    const { pages, notes } = findPages(
      { sourceLocale: 'en', pages: 'docs/{locale}/{path}.md' },
      temporaryFolder({ 'docs/en/add.md': '# Add', 'docs/jp/add.md': '# 追加', 'docs/img/add.md': '' }),
    );
    expect(pages.map(({ path, locale }) => [path, locale])).toEqual([
      ['docs/en/add.md', 'en'],
      ['docs/jp/add.md', 'ja'],
    ]);
    expect(notes).toEqual([
      '`jp` in `docs/jp/add.md` is not a locale and was read as `ja`; say so in the settings, or what else it means: "localeNames": { "jp": "ja" }.',
    ]);
  });

  it('leaves them out where what they may mean is there, too', () => {
    const { pages, notes } = findPages(
      { sourceLocale: 'en', pages: 'docs/{locale}/{path}.md' },
      temporaryFolder({ 'docs/en/add.md': '# Add', 'docs/jp/add.md': '# 追加', 'docs/ja/add.md': '# 追加' }),
    );
    expect(pages.map(({ path }) => path)).toEqual(['docs/en/add.md', 'docs/ja/add.md']);
    expect(notes).toEqual([
      '`jp` in `docs/jp/add.md` is not a locale, and `ja`, which it may mean, is there too, so it was left out.',
    ]);
  });

  it('reads what the settings say they mean', () => {
    const { pages, expected, notes } = findPages(
      {
        sourceLocale: 'en',
        pages: 'docs/{locale}/{path}.md',
        localeNames: { English: 'en', chinese: 'zh-Hans', brazil: 'pt-BR' },
        locales: ['zh-Hans', 'pt-BR'],
      },
      temporaryFolder({ 'docs/english/add.md': '# Add', 'docs/chinese/add.md': '# 添加' }),
    );
    expect(pages.map(({ path, locale }) => [path, locale])).toEqual([
      ['docs/chinese/add.md', 'zh-Hans'],
      ['docs/english/add.md', 'en'],
    ]);
    expect(expected.filter(({ exists }) => !exists).map(({ path }) => path)).toEqual(['docs/brazil/add.md']);
    expect(notes).toEqual(['The settings list the locale `pt-BR`, and no page is there in it.']);
  });
});

describe('findPages in several sets', () => {
  it('gives each set keys, locales and ignored files of its own', () => {
    const { pages, locales } = findPages(
      {
        sourceLocale: 'en',
        pages: [
          '{locale}/{path}.md',
          { patterns: 'packages/forms/docs/{locale}/{path}.md', ignore: ['**/draft.md'] },
          { name: 'ru', patterns: ['ru-docs/{path}.md', 'ru-docs/{locale}/{path}.md'], sourceLocale: 'ru' },
        ],
      },
      temporaryFolder({
        'en/add.md': '# Add',
        'sv/add.md': '# Lägg till',
        'packages/forms/docs/en/add.md': '# Add',
        'packages/forms/docs/en/draft.md': '# Draft',
        'packages/forms/docs/de/add.md': '# Hinzufügen',
        'ru-docs/add.md': '# Добавить',
        'ru-docs/en/add.md': '# Add',
      }),
    );
    expect(pages.map(({ key, locale, isSource, set }) => [set, key, locale, isSource])).toEqual([
      [undefined, 'add', 'en', true],
      [undefined, 'add', 'sv', false],
      ['packages/forms/docs', 'packages/forms/docs:add', 'de', false],
      ['packages/forms/docs', 'packages/forms/docs:add', 'en', true],
      ['ru', 'ru:add', 'en', false],
      ['ru', 'ru:add', 'ru', true],
    ]);
    expect(locales).toEqual(['sv', 'de', 'en']);
  });

  it('gives a file to the first set that describes it, and says so', () => {
    const { pages, notes } = findPages(
      {
        sourceLocale: 'en',
        pages: [
          { name: 'api', patterns: ['docs/{locale}/api/{path}.md'] },
          { name: 'all', patterns: ['docs/{locale}/{path}.md', 'more/{locale}/{path}.md'] },
        ],
      },
      temporaryFolder({
        'docs/en/add.md': '# Add',
        'docs/en/api/get.md': '# Get',
        'docs/sv/api/get.md': '# Hämta',
      }),
    );
    expect(pages.map(({ key, locale }) => [key, locale])).toEqual([
      ['api:get', 'en'],
      ['api:get', 'sv'],
      ['all:add', 'en'],
    ]);
    expect(notes).toEqual([
      'No page is found by the pattern `more/{locale}/{path}.md` of the settings.',
      '`docs/en/api/get.md` and 1 more are described by `api` and by `all`; the first of them has them.',
    ]);
  });

  it('expects a missing page where other translations of its pattern lie', () => {
    const { expected } = findPages(
      {
        sourceLocale: 'en',
        pages: [
          'docs/{path}.{md,mdx}',
          'i18n/{locale}/docs/{path}.{md,mdx}',
          'old/{version}/{path}.md',
          'i18n/{locale}/old/{version}/{path}.md',
        ],
      },
      temporaryFolder({
        'docs/add.md': '# Add',
        'docs/next.mdx': '# Next',
        'old/v1/add.md': '# Add',
        'old/v2/add.md': '# Add',
        'i18n/sv/docs/add.md': '# Lägg till',
      }),
    );
    expect(expected.map(({ path, exists }) => [path, exists])).toEqual([
      ['i18n/sv/docs/add.md', true],
      ['i18n/sv/docs/next.mdx', false],
      ['i18n/sv/old/v1/add.md', false],
      ['i18n/sv/old/v2/add.md', false],
    ]);
  });
});
