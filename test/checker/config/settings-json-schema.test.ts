import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../scripts/checker/config/load-settings.ts';
import { settingsJsonSchema } from '../../../scripts/checker/config/settings-json-schema.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';

const least = { sourceLocale: 'en', pages: 'content/{locale}/{path}.md' };

/** Settings that fit, each with something else in them. */
const fitting: readonly (readonly [string, unknown])[] = [
  ['the least that works', least],
  ['the schema they are written for', { $schema: './node_modules/lockstep/settings.schema.json', ...least }],
  ['source pages elsewhere', { ...least, pages: ['docs/{path}.md', 'i18n/{locale}/{path}.md'] }],
  ['messages alone', { sourceLocale: 'en', messages: 'locales/{locale}.json' }],
  ['messages and their code', { ...least, messages: ['{locale}.arb'], messageUsage: { code: 'src/**' } }],
  ['locales and a dialect', { ...least, locales: ['sv', 'zh-Hans'], dialect: 'hugo' }],
  ['where revisions are pinned', { ...least, sourceRevision: { frontMatter: 'source' } }],
  ['labels', { ...least, labels: ['locales/{locale}.json#form.labels'] }],
  [
    'a glossary of its own',
    { ...least, glossary: { terms: [{ source: 'Partner Center', untouchable: true }] } },
  ],
  ['a glossary elsewhere', { ...least, glossary: ['terms.json'] }],
  [
    'lists that pages print',
    { ...least, entityLists: [{ name: 'ids', kind: 'country', codes: ['SE'], pages: [{ key: 'add' }] }] },
  ],
  [
    'ids and messages that a program needs',
    {
      ...least,
      requiredAnchors: [{ pages: ['add'], ids: 'rules.json#issues' }],
      requiredMessages: [{ files: 'locales/{locale}.json', keys: ['next'], prefix: 'buttons.' }],
    },
  ],
  ['rules', { ...least, rules: { 'missing-step': 'off', 'stray-space': { ignore: ['old/**'] } } }],
  ['a set of pages alone', { ...least, pages: { patterns: 'docs/{locale}/{path}.md' } }],
  [
    'sets beside patterns',
    {
      ...least,
      pages: [
        'docs/{path}.{md,mdx}',
        'docs/{locale}/{path}.{md,mdx}',
        {
          name: 'api',
          patterns: ['api/{locale}/{path}.md'],
          sourceLocale: 'sv',
          locales: ['en'],
          dialect: 'hugo',
        },
        {
          patterns: 'packages/forms/{locale}/{path}.md',
          localeNames: { german: 'de' },
          ignore: ['*.tmp.md'],
        },
      ],
    },
  ],
  ['names of locales', { ...least, localeNames: { english: 'en', cn: 'zh-Hans' } }],
  [
    'rules for some files and locales',
    { ...least, overrides: [{ files: 'old/**', locales: ['sv'], rules: { 'missing-step': 'off' } }] },
  ],
  ['a baseline and ignored files', { ...least, baseline: 'known.json', ignore: ['drafts/**'] }],
];

/** Settings with one mistake. */
const faulty: readonly (readonly [string, unknown])[] = [
  ['no source locale', { pages: least.pages }],
  ['neither pages nor messages', { sourceLocale: 'en' }],
  ['a pattern without {path}', { ...least, pages: 'content/{locale}' }],
  ['no pattern with {locale}', { ...least, pages: 'content/{path}.md' }],
  ['no pattern with {locale} in a list', { ...least, pages: ['a/{path}.md', 'b/{path}.md'] }],
  ['a star in a pattern', { ...least, pages: 'docs/*/{locale}/{path}.md' }],
  ['an absolute pattern', { ...least, pages: '/docs/{locale}/{path}.md' }],
  ['a pattern on a drive', { ...least, pages: 'C:/docs/{locale}/{path}.md' }],
  ['a brace that is not closed', { ...least, pages: 'docs/{locale}/{path.md/{path}' }],
  ['a name in capitals', { ...least, pages: 'docs/{Locale}/{locale}/{path}.md' }],
  ['a set without patterns', { ...least, pages: [{ name: 'api' }] }],
  ['a misspelt key of a set', { ...least, pages: { pattern: 'docs/{locale}/{path}.md' } }],
  ['a set without {locale}', { ...least, pages: { patterns: ['docs/{path}.md'] } }],
  ['no {locale} beside a set', { ...least, pages: ['{path}.md', { patterns: 'docs/{locale}/{path}.md' }] }],
  ['a colon in the name of a set', { ...least, pages: { name: 'a:b', patterns: '{locale}/{path}.md' } }],
  ['an override of no files', { ...least, overrides: [{ rules: {} }] }],
  ['an override without rules', { ...least, overrides: [{ files: 'old/**' }] }],
  [
    'a misspelt rule in an override',
    { ...least, overrides: [{ files: 'x', rules: { 'mising-step': 'off' } }] },
  ],
  ['no pattern at all', { ...least, pages: [] }],
  ['a number for a pattern', { ...least, pages: 7 }],
  ['messages that are no JSON', { ...least, messages: '{locale}.po' }],
  ['a misspelt key', { ...least, dialekt: 'mdx' }],
  ['an unknown dialect', { ...least, dialect: 'rst' }],
  ['a misspelt rule', { ...least, rules: { 'missing-steps': 'off' } }],
  ['an unknown severity', { ...least, rules: { 'missing-step': 'warn' } }],
  ['an unknown option of a rule', { ...least, rules: { 'missing-step': { level: 'note' } } }],
  ['labels without {locale}', { ...least, labels: 'labels.json' }],
  ['no front matter key', { ...least, sourceRevision: {} }],
  ['a list for an object', { ...least, frontMatter: [] }],
  ['an unknown kind of list', { ...least, entityLists: [{ name: 'x', kind: 'city', codes: [], pages: [] }] }],
  ['required ids in no JSON file', { ...least, requiredAnchors: [{ pages: 'add', ids: 'rules.yml' }] }],
  ['messages required of no file', { ...least, requiredMessages: [{ keys: ['next'] }] }],
  ['an empty name of a file', { ...least, baseline: '' }],
  ['a text for a list', { ...least, ignore: 'drafts' }],
  ['a list of settings', [least]],
];

describe('settingsJsonSchema', () => {
  const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(settingsJsonSchema());

  it.each(fitting)('and the command take settings with %s', (_, settings) => {
    validate(settings);
    expect(validate.errors).toBe(null);
    expect(parseSettings(settings, 'settings')).toEqual(settings);
  });

  it.each(faulty)('and the command refuse settings with %s', (_, settings) => {
    expect(validate(settings)).toBe(false);
    expect(() => parseSettings(settings, 'settings')).toThrow('The settings do not fit.');
  });

  it('describes every key, and every rule by what it finds', () => {
    const undescribed: string[] = [];
    const look = (schema: unknown, place: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, inner] of Object.entries(schema)) look(inner, `${place}/${key}`);
      const properties = 'properties' in schema ? (schema.properties as object) : {};
      for (const [key, own] of Object.entries(properties)) {
        const isSaid = typeof own === 'object' && own !== null && ('description' in own || '$ref' in own);
        if (!isSaid) undescribed.push(`${place}/${key}`);
      }
    };
    const schema = settingsJsonSchema();
    look(schema, '#');
    expect(undescribed).toEqual([]);
    expect(schema).toMatchObject({
      properties: {
        rules: {
          properties: Object.fromEntries(rules.map(({ id, docs }) => [id, { description: docs.summary }])),
        },
      },
    });
  });
});
