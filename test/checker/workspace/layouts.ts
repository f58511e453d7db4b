import type { Settings } from '../../../scripts/checker/config/settings.ts';

/** A tree as somebody keeps it, with settings for it, and what a check of it finds. */
export interface LayoutCase {
  readonly name: string;
  /** Files by path, from the folder that holds all. */
  readonly files: Readonly<Record<string, string>>;
  /** The working folder in it; default: itself. */
  readonly folder?: string;
  readonly settings: Settings;
  /** Source and translation of all that is compared, relative to the working folder; sorted by the translation. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Where the one wrong number is. */
  readonly fault: string;
}

type Language = 'en' | 'sv' | 'ja';

const invite: Readonly<Record<Language, string>> = {
  en: '# Invite a customer\n\n1. Select **Customers**.\n2. Select **Invite**.\n3. Wait for the answer of the customer.\n',
  sv: '# Bjud in en kund\n\n1. Välj **Kunder**.\n2. Välj **Bjud in**.\n3. Vänta på svaret från kunden.\n',
  ja: '# 顧客を招待する\n\n1. **顧客** を選択します。\n2. **招待** を選択します。\n3. 顧客からの返事を待ちます。\n',
};

function limits(language: Language, count = 15): string {
  switch (language) {
    case 'en':
      return `# Limits\n\nNobody can do without limits.\n\nA customer can have up to ${count} resellers at a time.\n`;
    case 'sv':
      return `# Gränser\n\nIngen klarar sig utan gränser.\n\nEn kund kan ha upp till ${count} återförsäljare samtidigt.\n`;
    case 'ja':
      return `# 制限\n\n制限は誰にとっても必要です。\n\n顧客は一度に最大 ${count} 社のリセラーを持つことができます。\n`;
  }
}

/** The number is in the fifth line. */
const wrong = limits('sv', 5);

/** Two pages in three languages, by where each language has a page; the Swedish one of the limits is wrong. */
function guide(
  placeOf: (page: 'invite' | 'limits', language: Language) => string,
  intoSource = (text: string): string => text,
): Record<string, string> {
  return {
    [placeOf('invite', 'en')]: intoSource(invite.en),
    [placeOf('invite', 'sv')]: invite.sv,
    [placeOf('invite', 'ja')]: invite.ja,
    [placeOf('limits', 'en')]: intoSource(limits('en')),
    [placeOf('limits', 'sv')]: wrong,
    [placeOf('limits', 'ja')]: limits('ja'),
  };
}

/** Pairs of a guide, in the order of their translations. */
function pairsOf(
  placeOf: (page: 'invite' | 'limits', language: Language) => string,
): readonly (readonly [string, string])[] {
  return (['ja', 'sv'] as const)
    .flatMap((language) =>
      (['invite', 'limits'] as const).map((page) => [placeOf(page, 'en'), placeOf(page, language)] as const),
    )
    .toSorted(([, one], [, other]) => (one < other ? -1 : 1));
}

function simple(
  name: string,
  pages: Settings['pages'],
  placeOf: (page: 'invite' | 'limits', language: Language) => string,
  more: {
    readonly files?: Readonly<Record<string, string>>;
    readonly settings?: Partial<Settings>;
    readonly folder?: string;
  } = {},
): LayoutCase {
  const { folder } = more;
  return {
    name,
    files: {
      ...Object.fromEntries(
        Object.entries(guide(placeOf)).map(([path, text]) => [placed(path, folder), text]),
      ),
      ...more.files,
    },
    ...(folder && { folder }),
    settings: { sourceLocale: 'en', pages, ...more.settings },
    pairs: pairsOf(placeOf),
    fault: `${placeOf('limits', 'sv')}:5`,
  };
}

/** Seen from the folder that holds all. */
function placed(path: string, folder: string | undefined): string {
  return folder === undefined ? path : path.startsWith('../') ? path.slice(3) : `${folder}/${path}`;
}

const withoutSource = (language: Language, inside: string): string =>
  language === 'en' ? '' : inside.replace('*', language);

const docusaurus = (plugin: string, inside: string): string =>
  `i18n/{locale}/docusaurus-plugin-content-${plugin}/${inside}{path}.md`;

/** Every layout that the README lists. */
export const layouts: readonly LayoutCase[] = [
  simple('folder per locale', 'docs/{locale}/{path}.md', (page, language) => `docs/${language}/${page}.md`),
  simple(
    'folder per locale at the root, in Markdown and MDX',
    '{locale}/{path}.{md,mdx}',
    (page, language) => `${language}/guide/${page}.${page === 'invite' ? 'mdx' : 'md'}`,
    { settings: { dialect: 'mdx' } },
  ),
  simple(
    'suffix per locale beside the source',
    ['docs/{path}.md', 'docs/{path}.{locale}.md'],
    (page, language) => `docs/guide/${page}${withoutSource(language, '.*')}.md`,
  ),
  simple(
    'source at the root, others in folders (VitePress)',
    ['docs/{path}.md', 'docs/{locale}/{path}.md'],
    (page, language) => `docs/${withoutSource(language, '*/')}guide/${page}.md`,
    { files: { 'docs/.vitepress/config.mts': 'export default {};\n' } },
  ),
  simple(
    'source at the root of the content (Starlight)',
    ['src/content/docs/{path}.{md,mdx}', 'src/content/docs/{locale}/{path}.{md,mdx}'],
    (page, language) => `src/content/docs/${withoutSource(language, '*/')}${page}.mdx`,
    {
      settings: { dialect: 'mdx' },
      files: { 'astro.config.mjs': "import starlight from '@astrojs/starlight';\n" },
    },
  ),
  simple(
    'a repository per locale beside the working folder',
    ['content/{path}.md', '../docs-{locale}/content/{path}.md'],
    (page, language) => `${withoutSource(language, '../docs-*/')}content/${page}.md`,
    { folder: 'docs' },
  ),
  simple(
    'a repository per locale in the working folder',
    'repos/{locale}/content/{path}.md',
    (page, language) => `repos/${language}/content/${page}.md`,
  ),
  simple(
    'source elsewhere',
    ['src/guide/{path}.md', 'i18n/{locale}/guide/{path}.md'],
    (page, language) => `${language === 'en' ? 'src' : `i18n/${language}`}/guide/${page}.md`,
  ),
  {
    name: 'Docusaurus with versions, a blog and a second plugin',
    files: {
      'docusaurus.config.js': 'export default {};\n',
      'docs/invite.md': invite.en,
      'docs/limits.md': limits('en'),
      'versioned_docs/version-2.0/limits.md': limits('en', 10),
      'blog/limits.md': limits('en', 20),
      'api/limits.md': limits('en', 30),
      'i18n/sv/docusaurus-plugin-content-docs/current/invite.md': invite.sv,
      'i18n/sv/docusaurus-plugin-content-docs/current/limits.md': limits('sv'),
      'i18n/sv/docusaurus-plugin-content-docs/version-2.0/limits.md': limits('sv', 12),
      'i18n/sv/docusaurus-plugin-content-blog/limits.md': limits('sv', 20),
      'i18n/sv/docusaurus-plugin-content-docs-api/current/limits.md': limits('sv', 30),
    },
    settings: {
      sourceLocale: 'en',
      dialect: 'mdx',
      pages: [
        'docs/{path}.md',
        docusaurus('docs', 'current/'),
        'versioned_docs/version-{version}/{path}.md',
        docusaurus('docs', 'version-{version}/'),
        { patterns: ['blog/{path}.md', docusaurus('blog', '')] },
        { patterns: ['api/{path}.md', docusaurus('docs-api', 'current/')] },
      ],
    },
    pairs: [
      ['blog/limits.md', 'i18n/sv/docusaurus-plugin-content-blog/limits.md'],
      ['api/limits.md', 'i18n/sv/docusaurus-plugin-content-docs-api/current/limits.md'],
      ['docs/invite.md', 'i18n/sv/docusaurus-plugin-content-docs/current/invite.md'],
      ['docs/limits.md', 'i18n/sv/docusaurus-plugin-content-docs/current/limits.md'],
      [
        'versioned_docs/version-2.0/limits.md',
        'i18n/sv/docusaurus-plugin-content-docs/version-2.0/limits.md',
      ],
    ],
    fault: 'i18n/sv/docusaurus-plugin-content-docs/version-2.0/limits.md:5',
  },
  simple(
    'Hugo with a folder per language',
    'content/{locale}/{path}.md',
    (page, language) => `content/${language}/guide/${page}.md`,
    { settings: { dialect: 'hugo' }, files: { 'hugo.toml': 'baseURL = "https://example.org/"\n' } },
  ),
  simple(
    'Hugo with the language in the file name',
    ['content/{path}.md', 'content/{path}.{locale}.md'],
    (page, language) => `content/guide/${page}${withoutSource(language, '.*')}.md`,
    { settings: { dialect: 'hugo' }, files: { 'config/_default/hugo.yaml': 'title: Guide\n' } },
  ),
  simple(
    'Hugo with a contentDir of its own for each language',
    'content/{locale}/{path}.md',
    (page, language) => `content/${{ en: 'english', sv: 'svenska', ja: 'nihongo' }[language]}/${page}.md`,
    {
      settings: { dialect: 'hugo', localeNames: { english: 'en', svenska: 'sv', nihongo: 'ja' } },
      files: {
        'hugo.toml':
          '[languages.en]\ncontentDir = "content/english"\n[languages.sv]\ncontentDir = "content/svenska"\n[languages.ja]\ncontentDir = "content/nihongo"\n',
      },
    },
  ),
  simple(
    'mkdocs-static-i18n with suffixes',
    ['docs/{path}.md', 'docs/{path}.{locale}.md'],
    (page, language) => `docs/${page}${withoutSource(language, '.*')}.md`,
    { settings: { dialect: 'mkdocs' }, files: { 'mkdocs.yml': 'site_name: Guide\n' } },
  ),
  simple(
    'mkdocs-static-i18n with folders',
    'docs/{locale}/{path}.md',
    (page, language) => `docs/${language}/${page}.md`,
    { settings: { dialect: 'mkdocs' }, files: { 'mkdocs.yml': 'site_name: Guide\n' } },
  ),
  simple(
    'Nextra with the locale in the file name',
    'pages/{path}.{locale}.mdx',
    (page, language) => `pages/guide/${page}.${language === 'en' ? 'en-US' : language}.mdx`,
    { settings: { sourceLocale: 'en-US', dialect: 'mdx' } },
  ),
  simple(
    'Nextra with a folder per locale',
    'content/{locale}/{path}.mdx',
    (page, language) => `content/${language}/${page}.mdx`,
    { settings: { dialect: 'mdx' } },
  ),
  simple(
    'packages of one repository, each with its documentation',
    'packages/{package}/docs/{locale}/{path}.md',
    (page, language) => `packages/${page === 'invite' ? 'forms' : 'rules'}/docs/${language}/${page}.md`,
  ),
  {
    name: 'a README in several languages',
    files: {
      'README.md': limits('en'),
      'README.sv.md': wrong,
      'README_zh_CN.md': '# 限制\n\n没有限制是不行的。\n\n一个客户最多可以同时拥有 15 个经销商。\n',
      'CHANGELOG.md': '# Changes\n',
    },
    settings: {
      sourceLocale: 'en',
      pages: ['README.md', 'README.{locale}.md', 'README_{locale}.md'],
    },
    pairs: [
      ['README.md', 'README.sv.md'],
      ['README.md', 'README_zh_CN.md'],
    ],
    fault: 'README.sv.md:5',
  },
  {
    name: 'several documentations with dialects and source languages of their own',
    files: {
      'docs/en/limits.md': `${limits('en')}\n!!! note "Resellers"\n    Ask the reseller.\n`,
      'docs/sv/limits.md': `${wrong}\n!!! note "Återförsäljare"\n    Fråga återförsäljaren.\n`,
      'handbok/limits.md': limits('sv'),
      'handbok/en/limits.md': limits('en'),
      'handbok/ja/limits.md': limits('ja'),
    },
    settings: {
      sourceLocale: 'en',
      pages: [
        { patterns: 'docs/{locale}/{path}.md', dialect: 'mkdocs' },
        {
          name: 'handbook',
          patterns: ['handbok/{path}.md', 'handbok/{locale}/{path}.md'],
          sourceLocale: 'sv',
        },
      ],
    },
    pairs: [
      ['docs/en/limits.md', 'docs/sv/limits.md'],
      ['handbok/limits.md', 'handbok/en/limits.md'],
      ['handbok/limits.md', 'handbok/ja/limits.md'],
    ],
    fault: 'docs/sv/limits.md:5',
  },
];
