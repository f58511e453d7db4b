import { describe, expect, it } from 'vitest';
import { recogniseLayout, recogniseLayouts } from '../../../scripts/checker/init/recognise-layout.ts';

describe('the layout of a tree', () => {
  it.each([
    [
      'a folder per locale',
      ['content/en-US/add.mdx', 'content/sv-SE/add.mdx', 'content/zh-CN/add.mdx', 'src/my/notes.mdx'],
      { kind: 'folder per locale', pages: ['content/{locale}/{path}.mdx'], sourceLocale: 'en-US', pairs: 2 },
    ],
    [
      'a folder per locale with two kinds of files',
      ['docs/en/a.md', 'docs/de/a.md', 'docs/en/b.mdx', 'docs/de/b.mdx', 'docs/de/c.mdx'],
      { pages: ['docs/{locale}/{path}.md', 'docs/{locale}/{path}.mdx'], locales: ['de'], pairs: 2 },
    ],
    [
      'the source at the root, others in folders',
      ['docs/start.md', 'docs/setup/run.md', 'docs/fr/start.md', 'docs/fr/setup/run.md', 'docs/ja/start.md'],
      {
        kind: 'source beside locale folders',
        pages: ['docs/{path}.md', 'docs/{locale}/{path}.md'],
        locales: ['fr', 'ja'],
        sourceLocale: undefined,
        pairs: 3,
      },
    ],
    [
      'a locale in each translation’s name',
      ['guide/add.md', 'guide/add.sv.md', 'guide/more/list.md', 'guide/more/list.ru.md', 'guide/asp.net.md'],
      {
        kind: 'locale in the file name',
        pages: ['guide/{path}.md', 'guide/{path}.{locale}.md'],
        locales: ['ru', 'sv'],
        pairs: 2,
      },
    ],
    [
      'a locale in every name',
      ['add.en.md', 'add.zh-Hans.md', 'list.en.md', 'list.zh-Hans.md'],
      { pages: ['{path}.{locale}.md'], locales: ['zh-Hans'], sourceLocale: 'en', pairs: 2 },
    ],
    [
      'a README in two languages',
      ['README.md', 'README_zh.md', 'docs/log-in.md'],
      { pages: ['{path}.md', '{path}_{locale}.md'], locales: ['zh'], pairs: 1 },
    ],
    [
      'message files that are called after their locale',
      ['src/i18n/en.json', 'src/i18n/ru.json', 'package.json', 'src/i18n/uk.json'],
      { pages: ['src/i18n/{locale}.json'], locales: ['ru', 'uk'], sourceLocale: 'en', pairs: 2 },
    ],
    [
      'folders per locale, one of three letters',
      ['en', 'da', 'fil', 'sv', 'uk', 'vi'].flatMap((locale) => [`l/${locale}/a.json`, `l/${locale}/b.json`]),
      { kind: 'folder per locale', pages: ['l/{locale}/{path}.json'], sourceLocale: 'en', pairs: 8 },
    ],
    [
      'Flutter’s resources',
      ['lib/l10n/app_en.arb', 'lib/l10n/app_ru.arb', 'lib/l10n/app_zh_Hant.arb'],
      { pages: ['lib/l10n/{path}_{locale}.arb'], locales: ['ru', 'zh_Hant'], sourceLocale: 'en', pairs: 2 },
    ],
    [
      'no English, so most pages',
      ['zh/a.md', 'zh/b.md', 'ja/a.md'],
      { pages: ['{locale}/{path}.md'], sourceLocale: 'zh', locales: ['ja'], pairs: 1 },
    ],
  ])('is read from paths: %s', (_, paths, expected) => {
    expect(recogniseLayout(paths)).toMatchObject(expected);
  });

  it.each([
    ['pages of one language', ['docs/start.md', 'docs/log-in.md', 'my/page.md', 'asp.net.md']],
    ['nothing', []],
    ['two languages without a page in common', ['en/a.md', 'sv/b.md']],
  ])('is not made up for %s', (_, paths) => {
    expect(recogniseLayout(paths)).toBeUndefined();
  });
});

describe('the layouts of a tree', () => {
  it.each([
    [
      'Docusaurus, documentation, blog and versions',
      [
        'docs/intro.md',
        'docs/guides/add.mdx',
        'blog/intro.md',
        'versioned_docs/version-1.4/intro.md',
        'i18n/pt-BR/docusaurus-plugin-content-docs/current/intro.md',
        'i18n/pt-BR/docusaurus-plugin-content-docs/current/guides/add.mdx',
        'i18n/pt-BR/docusaurus-plugin-content-docs/version-1.4/intro.md',
        'i18n/pt-BR/docusaurus-plugin-content-blog/intro.md',
      ],
      [
        ['docs/{path}.{md,mdx}', 'i18n/{locale}/docusaurus-plugin-content-docs/current/{path}.{md,mdx}'],
        [
          'versioned_docs/version-{version}/{path}.md',
          'i18n/{locale}/docusaurus-plugin-content-docs/version-{version}/{path}.md',
        ],
        ['blog/{path}.md', 'i18n/{locale}/docusaurus-plugin-content-blog/{path}.md'],
      ],
    ],
    [
      'packages, of which one has pages in MDX',
      [
        'packages/forms/docs/en/a.md',
        'packages/forms/docs/de/a.md',
        'packages/rules/docs/en/b.md',
        'packages/rules/docs/fr/b.md',
        'packages/site/content/en/c.mdx',
        'packages/site/content/de/c.mdx',
      ],
      [['packages/{package}/docs/{locale}/{path}.md'], ['packages/site/content/{locale}/{path}.mdx']],
    ],
    [
      'a README beside pages in one language, and beside a package',
      [
        'README.md',
        'README.zh-CN.md',
        'README_ja.md',
        'docs/start.md',
        'docs/more.md',
        'lib/README.md',
        'lib/README.zh-CN.md',
      ],
      [
        [
          'README.md',
          'README.{locale}.md',
          '{path}/README.md',
          '{path}/README.{locale}.md',
          'README_{locale}.md',
        ],
      ],
    ],
    [
      'languages by their names',
      ['docs/English/a.md', 'docs/German/a.md', 'docs/Japanese/a.md'],
      [['docs/{locale}/{path}.md']],
    ],
  ])('are read from paths: %s', (_, paths, pages) => {
    expect(recogniseLayouts(paths).map((layout) => layout.pages)).toEqual(pages);
  });
});
