import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  check,
  formatReport,
  loadSettings,
  type Report,
  rules,
  type Settings,
} from '../../../scripts/checker/api/index.ts';
import { garbledPage, pages, project, settings } from '../cli/pages.ts';
import { runLockstep } from '../cli/run-lockstep.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';

const garbled = { ...project, 'content/sv-SE/add.md': garbledPage };

describe('check', () => {
  it('gives back the report that the command prints', async () => {
    const folder = temporaryFolder(garbled);
    const { stdout } = await runLockstep(folder, ['check', '--format', 'json', '--no-cache']);
    expect(await check(settings, { folder })).toEqual(JSON.parse(stdout));
  });

  it('judges the locales, paths and rules that are asked for', async () => {
    const folder = temporaryFolder({ ...garbled, 'content/zh-CN/add.md': '# 添加新客户\n' });
    const found = async (options: object): Promise<readonly string[]> => {
      const { findings } = await check(settings, { folder, cache: false, ...options });
      return findings.map(({ path, rule }) => `${path} ${rule}`);
    };
    expect(await found({ locales: ['sv'] })).toEqual(['content/sv-SE/add.md mojibake']);
    expect(await found({ paths: ['content/sv-SE'] })).toEqual(['content/sv-SE/add.md mojibake']);
    expect(await found({ rules: ['missing-field'] })).toEqual(['content/zh-CN/add.md missing-field']);
  });

  it('keeps results for the next run only where it may', async () => {
    const folder = temporaryFolder(project);
    await check(settings, { folder, cache: false });
    expect(existsSync(join(folder, '.lockstep-cache'))).toBe(false);
    await check(settings, { folder });
    expect(existsSync(join(folder, '.lockstep-cache'))).toBe(true);
  });

  it('holds back what the baseline of the settings lists, unless it is told not to', async () => {
    const folder = temporaryFolder(garbled);
    await runLockstep(folder, ['baseline', '--output', 'known.json']);
    const counts = async (more: Partial<Settings>, baseline?: string | false): Promise<Report['summary']> =>
      (await check({ ...settings, ...more }, { folder, cache: false, baseline })).summary;
    expect(await counts({ baseline: 'known.json' })).toMatchObject({ errors: 0, suppressed: 1 });
    expect(await counts({}, 'known.json')).toMatchObject({ errors: 0, suppressed: 1 });
    expect(await counts({ baseline: 'known.json' }, false)).toMatchObject({ errors: 1, suppressed: 0 });
  });

  it('tells how far it is', async () => {
    const seen: [number, number][] = [];
    const onProgress = (done: number, total: number): unknown => seen.push([done, total]);
    await check(settings, { folder: temporaryFolder(project), cache: false, onProgress });
    expect(seen).toEqual([[3, 3]]);
  });

  it.each([
    [{ sourceLocale: 'en', page: 'docs' }, {}, /^The settings do not fit\.[^]*settings → .*page/],
    [settings, { path: ['content'] }, /^The options of `check` do not fit\. .*"path"/],
    [settings, { folder: 'nowhere' }, /^There is no folder `nowhere`\.$/],
    [settings, { locales: ['svenska språket'] }, /^`locales: 'svenska språket'` is not a locale\.$/],
    [settings, { rules: ['missing-steps'] }, /^There is no rule `missing-steps`\.$/],
    [settings, { baseline: 'none.json' }, /^Could not read the baseline `none\.json`: it is not there\.$/],
    [settings, { paths: ['nowhere.md'] }, /^There is no `nowhere\.md`\.$/],
  ])('refuses %j with %j, and says what to do', async (given, options, message) => {
    const folder = temporaryFolder(project);
    await expect(check(given as Settings, { folder, ...options } as object)).rejects.toMatchObject({
      name: 'OperationalError',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/[.?]$/),
    });
  });
});

describe('loadSettings', () => {
  it('finds the settings of a folder, or reads those of a file', async () => {
    const folder = temporaryFolder({
      ...project,
      'other.json': '{ "sourceLocale": "en", "pages": "{locale}/{path}.md" }',
    });
    expect(await loadSettings({ folder })).toEqual(settings);
    expect(await loadSettings({ folder, config: 'other.json' })).toEqual({
      sourceLocale: 'en',
      pages: '{locale}/{path}.md',
    });
  });

  it('runs no code where it must not', async () => {
    const folder = temporaryFolder({ 'lockstep.config.mjs': 'throw new Error("was run");' });
    await expect(loadSettings({ folder, mayRun: false })).rejects.toMatchObject({
      name: 'OperationalError',
      message: expect.not.stringContaining('was run'),
    });
  });
});

describe('formatReport', () => {
  it('writes what the command prints, in every format', async () => {
    const folder = temporaryFolder(garbled);
    const report = await check(settings, { folder });
    for (const format of ['pretty', 'json', 'sarif', 'junit', 'github', 'markdown', 'html'] as const) {
      const { stdout } = await runLockstep(folder, ['check', '--format', format]);
      expect(formatReport(report, format)).toBe(stdout);
    }
  });

  it('quotes the pages as they were when a report was made, and of one from elsewhere as they are', async () => {
    const folder = temporaryFolder(garbled);
    const report = await check(settings, { folder });
    const stored = JSON.parse(JSON.stringify(report)) as Report;
    expect(formatReport(stored, 'pretty', { folder })).toContain('1. VÃ¤lj **Kunder**');
    writeInto(folder, 'content/sv-SE/add.md', pages['content/sv-SE/add.md']);
    expect(formatReport(stored, 'pretty', { folder })).not.toContain('1. VÃ¤lj **Kunder**');
  });

  it('marks up with colours only where it is asked to', async () => {
    const report = await check(settings, { folder: temporaryFolder(garbled) });
    expect(formatReport(report, 'pretty')).not.toContain('\u001b[');
    expect(formatReport(report, 'pretty', { colours: true })).toContain('\u001b[31merror\u001b[39m');
  });

  it('refuses a format that there is not', async () => {
    const report = await check(settings, { folder: temporaryFolder(project) });
    expect(() => formatReport(report, 'jsn' as 'json')).toThrow(
      expect.objectContaining({ name: 'OperationalError', hint: 'Did you mean `json`?' }),
    );
  });
});

describe('rules', () => {
  it('describes every rule, with the address of its section', () => {
    expect(rules.length).toBeGreaterThan(80);
    expect(rules.find(({ id }) => id === 'missing-step')).toMatchObject({
      severity: 'error',
      url: expect.stringMatching(/^file:\/\/\/.*#missing-step$/),
    });
  });
});
