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
    [{ 'lockstep.config.json': '{' }, undefined, '`lockstep.config.json` could not be read as JSON'],
    [{ 'lockstep.config.mjs': 'throw new Error("no luck")' }, undefined, 'could not be run: no luck'],
    [{ 'lockstep.config.mjs': 'export const settings = {}' }, undefined, 'has no default export'],
    [{}, 'nowhere.json', 'There is no settings file `nowhere.json`'],
  ])('says why it has none: %o %s', async (files, file, message) => {
    const loading = loadSettings(temporaryFolder(files), file);
    await expect(loading).rejects.toThrow(OperationalError);
    await expect(loading).rejects.toThrow(message);
  });
});

describe('parseSettings', () => {
  it.each([
    [{ ...least, sourceLocale: undefined }, 'settings → sourceLocale: is missing'],
    [{ ...least, sourceLocale: 'images' }, 'settings → sourceLocale: `images` is no locale'],
    [{ ...least, pages: 'content/*.md' }, 'settings → pages: `content/*.md` lacks {path}'],
    [{ ...least, pages: ['a/{path}.md', 'b'] }, 'settings → pages[1]: `b` lacks {path}'],
    [{ ...least, page: 'a' }, 'settings: unknown key `page` (did you mean `pages`?)'],
    [{ ...least, locales: ['sv', 'svenska'] }, 'settings → locales[1]: `svenska` is no locale'],
    [{ ...least, labels: 'labels.json' }, 'settings → labels: `labels.json` lacks {locale}'],
    [{ ...least, rules: { 'missing-page': 'loud' } }, 'settings → rules.missing-page'],
    [
      { ...least, rules: { 'missing-pages': 'off' } },
      'settings → rules.missing-pages: there is no such rule',
    ],
    [{ ...least, sourceRevision: {} }, 'settings → sourceRevision.frontMatter: is missing'],
    [
      { ...least, entityLists: [{ name: 'ids', kind: 'country', codes: ['se'], pages: [] }] },
      'settings → entityLists[0].codes',
    ],
  ])('names the place of a mistake in %o', (settings, message) => {
    expect(() => parseSettings(settings, 'settings')).toThrow(message);
  });

  it('takes everything that the settings may say', () => {
    const all = {
      ...least,
      locales: ['sv', 'zh_Hans'],
      dialect: 'learn',
      sourceRevision: { frontMatter: 'source' },
      labels: ['locales/{locale}.json#form.labels'],
      entityLists: [
        { name: 'ids', kind: 'country', codes: 'codes.json', pages: [{ key: 'add', anchor: 'ids' }] },
      ],
      rules: { 'missing-page': 'warning', 'stale-page': { severity: 'off', ignore: ['old/**'] } },
      ignore: ['drafts/**'],
    };
    expect(parseSettings(all, 'settings')).toEqual(all);
  });
});
