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
