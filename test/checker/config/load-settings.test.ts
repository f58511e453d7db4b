import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings, parseSettings } from '../../../scripts/checker/config/load-settings.ts';
import { OperationalError } from '../../../scripts/checker/operational-error.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const least = { sourceLocale: 'en', pages: 'content/{locale}/{path}.md' };

describe('loadSettings', () => {
  it('reads them from package.json, JSON, a module or TypeScript', async () => {
    const code = `export default ${JSON.stringify(least)}`;
    for (const files of [
      { 'package.json': JSON.stringify({ lockstep: least }) },
      { 'lockstep.config.json': `\uFEFF${JSON.stringify(least)}`, 'package.json': '{}' },
      { 'lockstep.config.mjs': code },
      { 'lockstep.config.ts': `${code} satisfies { sourceLocale: string; pages: string };` },
    ]) {
      expect(await loadSettings(temporaryFolder(files))).toEqual(least);
    }
  });

  it('reads a named file, also a package.json', async () => {
    const folder = temporaryFolder({
      'tools/check.json': JSON.stringify(least),
      'other/package.json': JSON.stringify({ lockstep: least }),
    });
    expect(await loadSettings(folder, 'tools/check.json')).toEqual(least);
    expect(await loadSettings(folder, 'other/package.json')).toEqual(least);
  });

  it.each([
    [{}, undefined, 'There are no settings'],
    [{ 'package.json': '{"lockstep":{}}', 'lockstep.config.json': '{}' }, undefined, 'There are settings in'],
    [
      { 'lockstep.config.json': '{' },
      undefined,
      'The settings could not be read as JSON. lockstep.config.json:1:2: a closing brace is missing',
    ],
    [{ 'lockstep.config.mjs': 'throw new Error("no luck")' }, undefined, 'could not be run: no luck'],
    [{ 'lockstep.config.mjs': 'export const settings = {}' }, undefined, 'has no default export'],
    [{ 'lockstep.config.json': '\uFEFF\n' }, undefined, 'The settings file `lockstep.config.json` is empty.'],
    [{}, 'nowhere.json', 'There is no settings file `nowhere.json`'],
    [{ 'settings/x.json': '' }, 'settings', 'The settings in `settings` could not be read: it is a folder.'],
  ])('says why it has none: %o %s', async (files, file, message) => {
    const loading = loadSettings(temporaryFolder(files), file);
    await expect(loading).rejects.toThrow(OperationalError);
    await expect(loading).rejects.toThrow(message);
  });
});

describe('loadSettings where there are none', () => {
  it('shows the least that works, or the folder above that has some', async () => {
    const alone = temporaryFolder({ 'package.json': '{}', 'docs/en/add.md': '# Add' });
    await expect(loadSettings(alone)).rejects.toMatchObject({
      hint: expect.stringContaining('lockstep.config.json; the least that works: { "sourceLocale"'),
    });
    const folder = temporaryFolder({
      'package.json': JSON.stringify({ lockstep: least }),
      'docs/en/package.json': 'no JSON',
    });
    await expect(loadSettings(join(folder, 'docs'))).rejects.toMatchObject({
      hint: `There are some in \`${folder}\`: run the command there.`,
    });
  });
});

describe('loadSettings from JSON', () => {
  it('passes over comments, commas after the last entry and a BOM', async () => {
    const text = `\uFEFF// ours\n{ "sourceLocale": "en", /* both */ "pages": ["{locale}/{path}.md",], }`;
    expect(await loadSettings(temporaryFolder({ 'lockstep.config.json': text }))).toEqual({
      sourceLocale: 'en',
      pages: ['{locale}/{path}.md'],
    });
  });

  it.each([
    [
      'a wrong value',
      `{\n  "sourceLocale": "en",\n  "pages": "{locale}/{path}.md",\n  "dialect": "mxd"\n}\n`,
      [
        'The settings do not fit.',
        'lockstep.config.json:4:14 → dialect: is `mxd`, and must be `gfm`, `mdx`, `learn`, `hugo`, or `mkdocs`. Did you mean `mdx`?',
        '  4 |   "dialect": "mxd"',
        '    |              ^^^^^',
      ],
    ],
    [
      'a misspelt key further in, behind a comment and wide letters',
      `{ // 设置\n  "sourceLocale": "en", "pages": "{locale}/{path}.md", "sourceRevision": { "frontmatter": "x" } }`,
      [
        'The settings do not fit.',
        'lockstep.config.json:2:76 → sourceRevision.frontmatter: is not a known key; did you mean `frontMatter`?',
        '  2 |   "sourceLocale": "en", "pages": "{locale}/{path}.md", "sourceRevision": { "frontmatter": "x" } }',
        `    | ${' '.repeat(75)}^^^^^^^^^^^^^`,
        'lockstep.config.json:2:74 → sourceRevision: says nothing; write where pages hold their pins, such as { "frontMatter": "source" }, or { "history": true }.',
        '  2 |   "sourceLocale": "en", "pages": "{locale}/{path}.md", "sourceRevision": { "frontmatter": "x" } }',
        `    | ${' '.repeat(73)}^`,
      ],
    ],
    [
      'a rule that is not there',
      `{ "sourceLocale": "en", "pages": "{locale}/{path}.md",\n"rules": { "mising-step": "off" } }`,
      [
        'The settings do not fit.',
        'lockstep.config.json:2:12 → rules.mising-step: there is no such rule; did you mean `missing-step`?',
        '  2 | "rules": { "mising-step": "off" } }',
        '    |            ^^^^^^^^^^^^^',
      ],
    ],
    [
      'a comma that is missing',
      `{\n  "sourceLocale": "en"\n  "pages": "{locale}/{path}.md"\n}`,
      [
        'The settings could not be read as JSON. lockstep.config.json:3:3: a comma is missing',
        '  3 |   "pages": "{locale}/{path}.md"',
        '    |   ^^^^^^^',
      ],
    ],
    [
      'a file of comments alone',
      '// later',
      [
        'The settings could not be read as JSON. lockstep.config.json:1:9: a value is missing',
        '  1 | // later',
        '    |         ^',
      ],
    ],
  ])('shows the line with %s', async (_, text, lines) => {
    const loading = loadSettings(temporaryFolder({ 'lockstep.config.json': text }));
    await expect(loading).rejects.toMatchObject({ message: lines.join('\n') });
  });

  it('shows the line in package.json, too', async () => {
    const text = '{\n  "name": "guide",\n  "lockstep": {\n    "sourceLocale": "englisch"\n  }\n}\n';
    await expect(loadSettings(temporaryFolder({ 'package.json': text }))).rejects.toThrow(
      'package.json:4:21 → sourceLocale: `englisch` is not a locale',
    );
  });
});

describe('loadSettings where no code may be run', () => {
  const code = `throw new Error('It was run.');`;

  it('refuses code that it finds, and code that is named, without running it', async () => {
    for (const name of ['lockstep.config.mjs', 'lockstep.config.ts']) {
      const folder = temporaryFolder({ [name]: code });
      for (const file of [undefined, name]) {
        await expect(loadSettings(folder, file, { mayRun: false })).rejects.toMatchObject({
          message: `The settings \`${name}\` are code, and \`--no-exec-config\` does not let code run.`,
        });
      }
    }
  });

  it('runs nothing where there are two, either', async () => {
    const folder = temporaryFolder({ 'lockstep.config.mjs': code, 'lockstep.config.json': '{}' });
    await expect(loadSettings(folder, undefined, { mayRun: true })).rejects.toThrow(
      'There are settings in lockstep.config.json and in lockstep.config.mjs.',
    );
  });

  it('reads JSON as ever', async () => {
    const folder = temporaryFolder({ 'package.json': JSON.stringify({ lockstep: least }) });
    expect(await loadSettings(folder, undefined, { mayRun: false })).toEqual(least);
  });
});

describe('parseSettings', () => {
  it.each([
    [{ ...least, sourceLocale: undefined }, 'settings → sourceLocale: is missing'],
    [{ ...least, sourceLocale: 'images' }, 'settings → sourceLocale: `images` is not a locale'],
    [{ ...least, pages: 'content/*.md' }, 'settings → pages: `content/*.md` lacks {path}'],
    [{ ...least, pages: ['a/{path}.md', 'b'] }, 'settings → pages[1]: `b` lacks {path}'],
    [{ ...least, page: 'a' }, 'settings → page: is not a known key; did you mean `pages`?'],
    [{ ...least, locales: ['sv', 'svenska'] }, 'settings → locales[1]: `svenska` is not a locale'],
    [{ ...least, labels: 'labels.json' }, 'settings → labels: `labels.json` lacks {locale}'],
    [
      { ...least, rules: { 'missing-page': 'loud' } },
      'settings → rules.missing-page: is `loud`, and must be `off`, `error`, `warning`, `note`, or an object.',
    ],
    [
      { ...least, rules: { 'missing-page': { severity: 'warn' } } },
      'settings → rules.missing-page.severity: is `warn`, and must be `off`,',
    ],
    [[], 'The settings do not fit. settings: is a list, and must be an object.'],
    [null, 'settings: is `null`, and must be an object.'],
    [{ sourceLocale: 'en' }, 'settings → pages: is missing.'],
    [{ ...least, pages: 1 }, 'settings → pages: is `1`, and must be text, a list, or an object.'],
    [{ ...least, pages: [] }, 'settings → pages: is empty.'],
    [
      { ...least, pages: ['{path}.md', 'i18n/{lang}/{path}.md'] },
      'settings → pages: no pattern has {locale}',
    ],
    [{ ...least, ignore: 'drafts' }, 'settings → ignore: is `drafts`, and must be a list.'],
    [{ ...least, dialect: 'mdxx' }, 'settings → dialect: is `mdxx`, and must be `gfm`, `mdx`,'],
    [{ ...least, sourceRevision: 'source' }, 'sourceRevision: is `source`, and must be an object.'],
    [
      { ...least, rules: { 'missing-pages': 'off' } },
      'settings → rules.missing-pages: there is no such rule; did you mean `missing-page`?',
    ],
    [
      { ...least, pages: 'docs/**/{locale}/{path}.md' },
      'settings → pages: `docs/**/{locale}/{path}.md` has `*` or `?`, which stand for themselves here; write {path} for',
    ],
    [
      { ...least, pages: ['docs/{path}.md', 'i18n/{lang}/{path}.md'] },
      'settings → pages: no pattern has {locale}; write it in place of {lang}.',
    ],
    [
      { ...least, pages: [{ pattern: 'docs/{locale}/{path}.md' }] },
      'settings → pages[0].pattern: is not a known key; did you mean `patterns`?',
    ],
    [
      { ...least, pages: ['a/{locale}/{path}.md', { patterns: '{locale}/{path}.md' }] },
      'settings → pages[1]: is a set without a name, for its first pattern begins with no folder; give it a `name`.',
    ],
    [
      {
        ...least,
        pages: [{ patterns: 'a/{locale}/{path}.md' }, { name: 'a', patterns: '{locale}/{path}.md' }],
      },
      'settings → pages[1]: is a second set called `a`; give it another `name`.',
    ],
    [
      { ...least, localeNames: { german: 'deutsch' } },
      'settings → localeNames.german: `deutsch` is not a locale',
    ],
    [
      { ...least, overrides: [{ files: 'old/**', rules: { 'missing-steps': 'off' } }] },
      'settings → overrides[0].rules.missing-steps: there is no such rule; did you mean `missing-step`?',
    ],
    [
      { ...least, overrides: [{ rules: {} }] },
      'settings → overrides[0]: says neither `files` nor `locales`; what is for all pages belongs into `rules`.',
    ],
    [{ ...least, sourceRevision: {} }, 'settings → sourceRevision: says nothing'],
    [
      { ...least, entityLists: [{ name: 'ids', kind: 'country', codes: ['se'], pages: [] }] },
      'settings → entityLists[0].codes[0]: `se` is not a country code; write ISO 3166-1 alpha-2 codes of two capital letters, such as SE.',
    ],
    [
      { ...least, entityLists: [{ name: 'languages', kind: 'language', codes: ['sv', 'sv_SE'], pages: [] }] },
      'settings → entityLists[0].codes[1]: `sv_SE` is not a language code; write BCP 47 tags, such as sv or pt-BR.',
    ],
    [
      { ...least, entityLists: [{ name: 'prices', kind: 'currency', codes: ['EUR', 'ECU'], pages: [] }] },
      'settings → entityLists[0].codes[1]: `ECU` is not a currency code; write ISO 4217 codes',
    ],
    [
      { ...least, entityLists: [{ name: 'zones', kind: 'time-zone', codes: ['Europe/Malmo'], pages: [] }] },
      'settings → entityLists[0].codes[0]: `Europe/Malmo` is not a time zone code; write ids of the IANA',
    ],
    [
      { ...least, entityLists: [{ name: 'ids', kind: 'city', codes: [], pages: [] }] },
      'settings → entityLists[0].kind: is `city`, and must be `country`, `language`, `currency`, or `time-zone`.',
    ],
    [
      { ...least, requiredAnchors: [{ pages: 'add', ids: 'rules.yml' }] },
      'settings → requiredAnchors[0].ids: `rules.yml` names no JSON file; write a path such as src/rules.json',
    ],
    [{ ...least, requiredAnchors: [{ pages: 'add', ids: [] }] }, 'settings → requiredAnchors[0].ids: '],
    [
      { ...least, requiredAnchors: [{ ids: ['submit'] }] },
      'settings → requiredAnchors[0].pages: is missing.',
    ],
    [
      { ...least, requiredMessages: [{ files: 'locales/{locale}.po', keys: ['next'] }] },
      'settings → requiredMessages[0].files: `locales/{locale}.po` names no JSON or ARB files',
    ],
    [
      { ...least, requiredMessages: [{ files: 'locales/{locale}.json', keys: 'a.json', prefiks: 'x.' }] },
      'settings → requiredMessages[0].prefiks: ',
    ],
    [{ ...least, glossary: 7 }, 'settings → glossary: is `7`, and must be text, a list, or an object.'],
    [
      { ...least, glossary: { terms: [{ source: 'tenant', translations: { images: 'klient' } }] } },
      'settings → glossary.terms[0].translations.images: `images` is not a locale',
    ],
    [
      { ...least, glossary: { terms: [{ source: 'tenant', untouchable: true, notes: { images: 'x' } }] } },
      'settings → glossary.terms[0].notes.images: `images` is not a locale',
    ],
    [
      { ...least, glossary: { terms: [{ translations: { sv: 'klient' } }] } },
      'settings → glossary.terms[0]: has neither `source` nor `forbidden`',
    ],
    [
      { ...least, glossary: { terms: [{ source: '…', untouchable: true }] } },
      'settings → glossary.terms[0].source: `…` has no letters',
    ],
  ])('names the place of a mistake in %o', (settings, message) => {
    expect(() => parseSettings(settings, 'settings')).toThrow(message);
  });

  it('names every mistake, each on a line of its own', () => {
    expect(() =>
      parseSettings({ pages: 'a/{locale}', ignore: 1, rules: { zebra: 'off' } }, 'x.json'),
    ).toThrow(
      /^The settings do not fit\.\nx\.json → sourceLocale: is missing\.\nx\.json → pages: .*\nx\.json → rules\.zebra: there is no such rule; the rules are .*\.\nx\.json → ignore: .*$/,
    );
  });

  it('takes everything that the settings may say', () => {
    const all = {
      ...least,
      locales: ['sv', 'zh_Hans'],
      dialect: 'learn',
      sourceRevision: { frontMatter: 'source' },
      labels: ['locales/{locale}.json#form.labels'],
      glossary: {
        terms: [
          {
            source: ['tenant'],
            translations: { sv: 'klient' },
            forbidden: { sv: ['innehavare'] },
            note: 'x',
            notes: { sv: 'y' },
          },
          { source: 'FastRoute', untouchable: true },
          { forbidden: { 'en-GB': 'whilst' } },
        ],
      },
      entityLists: [
        { name: 'ids', kind: 'country', codes: 'codes.json', pages: [{ key: 'add', anchor: 'ids' }] },
      ],
      requiredAnchors: [
        { pages: 'add', ids: ['submit'] },
        { pages: ['add', 'order'], ids: 'rules.json#issues' },
      ],
      requiredMessages: [
        { files: 'locales/{locale}/form.json', keys: ['next'] },
        {
          files: ['locales/{locale}/form.json', 'l10n/{locale}.arb'],
          keys: 'rules.json#stages.*',
          prefix: 'stages.',
        },
      ],
      rules: { 'missing-page': 'warning', 'stale-page': { severity: 'off', ignore: ['old/**'] } },
      ignore: ['drafts/**'],
    };
    expect(parseSettings(all, 'settings')).toEqual(all);
  });
});
