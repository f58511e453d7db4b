import { describe, expect, it } from 'vitest';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { checkWorkspace } from '../../../scripts/checker/workspace/check-workspace.ts';
import { findMessages } from '../../../scripts/checker/workspace/find-messages.ts';
import { type Report, reportSchema } from '../../../src/domain/report/report.ts';
import { runLockstep } from '../cli/run-lockstep.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const settings = { sourceLocale: 'en', messages: 'locales/{locale}/{path}.json' };

const files = {
  'locales/en/form.json': '{\n  "title": "Your loans",\n  "due": "Due on {{date}}"\n}\n',
  'locales/sv/form.json': '{\n  "title": "Dina lån",\n  "due": "Lämnas {{datum}}"\n}\n',
  'locales/ru/form.json': '{\n  "title": "Ваши книги"\n}\n',
  'locales/en/menu.json': '{\n  "help": "Help"\n}\n',
  'locales/sv/menu.json': '{\n  "help": "Hjälp"\n}\n',
};

async function report(
  own: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[] = [],
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly report: Report; readonly code: number | null }> {
  const folder = temporaryFolder({
    'lockstep.config.json': JSON.stringify({ ...settings, ...more }),
    ...own,
  });
  const { stdout, code } = await runLockstep(folder, ['check', '--format', 'json', ...args]);
  return { report: reportSchema.parse(JSON.parse(stdout)), code };
}

function found({ findings }: Report): readonly string[] {
  return findings.map(({ rule, locale, path, range }) => {
    return `${path}:${range.start.line}:${range.start.column} ${locale} ${rule}`;
  });
}

describe('a project of messages alone', () => {
  it('is checked, file by file and locale by locale', async () => {
    const { report: whole, code } = await report(files);
    expect(found(whole)).toEqual([
      'locales/ru/form.json:2:24 ru missing-message',
      'locales/ru/menu.json:1:1 ru missing-message',
      'locales/sv/form.json:3:18 sv changed-placeholder',
    ]);
    expect(whole.summary).toEqual({
      pages: 0,
      pairs: 0,
      errors: 3,
      warnings: 0,
      notes: 0,
      suppressed: 0,
      messageFiles: 5,
    });
    expect(new Set(whole.findings.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    expect(code).toBe(1);
  });

  it('is narrowed to locales, rules, files and folders', async () => {
    expect(found((await report(files, ['--locale', 'sv'])).report)).toHaveLength(1);
    expect(found((await report(files, ['--rule', 'missing-message'])).report)).toHaveLength(2);
    expect(found((await report(files, ['locales/ru/form.json'])).report)).toHaveLength(1);
    expect(found((await report(files, ['locales/sv'])).report)).toHaveLength(1);
    // Of a source, its translations.
    expect(found((await report(files, ['locales/en/menu.json'])).report)).toHaveLength(1);
  });

  it('obeys severities, paths that a rule leaves alone and files that are ignored', async () => {
    const { report: lighter } = await report(files, [], {
      rules: { 'missing-message': 'note', 'changed-placeholder': { ignore: ['locales/sv/**'] } },
    });
    expect(lighter.findings.map(({ severity }) => severity)).toEqual(['note', 'note']);
    const { report: fewer } = await report(files, [], { ignore: ['**/menu.json'] });
    expect(found(fewer)).toHaveLength(2);
  });

  it('says in a sentence what was compared', async () => {
    const folder = temporaryFolder({ 'lockstep.config.json': JSON.stringify(settings), ...files });
    const { stdout } = await runLockstep(folder, ['check', '--rule', 'empty-message']);
    expect(stdout).toBe('Compared 5 files of messages: nothing to fix.\n');
  });

  it('is mended', async () => {
    const folder = temporaryFolder({ 'lockstep.config.json': JSON.stringify(settings), ...files });
    await runLockstep(folder, ['check', '--fix']);
    const { stdout } = await runLockstep(folder, ['check', '--rule', 'changed-placeholder']);
    expect(stdout).toContain('nothing to fix');
  });
});

describe('files that cannot be compared', () => {
  it('are findings or said, and the others are still judged', async () => {
    const { report: whole } = await report({
      ...files,
      'locales/sv/menu.json': '{ "help": "Hjälp" ',
      'locales/de/form.json': new Uint8Array([0x7b, 0x22, 0xe4, 0x22, 0x7d]),
      'locales/sv/extra.json': '{ "only": "här" }',
    });
    expect(found(whole).filter((line) => line.endsWith('unreadable-messages'))).toEqual([
      'locales/de/form.json:1:3 de unreadable-messages',
      'locales/sv/menu.json:1:19 sv unreadable-messages',
    ]);
    expect(whole.notCompared).toEqual([
      { path: 'locales/de/form.json', reason: 'The messages could not be read; the finding says why.' },
      {
        path: 'locales/sv/extra.json',
        reason: 'There is no file of the source locale to hold these messages against.',
      },
      { path: 'locales/sv/menu.json', reason: 'The messages could not be read; the finding says why.' },
    ]);
  });

  it('stop a run that would compare nothing', async () => {
    const folder = temporaryFolder({
      'lockstep.config.json': JSON.stringify(settings),
      'locales/en/form.json': '{ "a": "b" }',
    });
    const { stderr, code } = await runLockstep(folder, ['check']);
    expect(stderr).toContain(
      'There are no messages to compare: 1 file, and no source with a translation of it,',
    );
    expect(code).toBe(2);
  });

  it('stop a run whose settings name neither pages nor messages, or files of another kind', async () => {
    const none = temporaryFolder({ 'lockstep.config.json': '{ "sourceLocale": "en" }' });
    expect((await runLockstep(none, ['check'])).stderr).toContain('pages: is missing');
    const po = { sourceLocale: 'en', messages: 'po/{locale}.po' };
    const other = temporaryFolder({ 'lockstep.config.json': JSON.stringify(po) });
    expect((await runLockstep(other, ['check'])).stderr).toContain(
      '`po/{locale}.po` names no JSON or ARB files',
    );
  });
});

describe('messages beside pages and code', () => {
  it('are judged with the pages, in one report', async () => {
    const { report: whole } = await report(
      { ...files, 'docs/en/a.md': '# Loans\n', 'docs/sv/a.md': '# Lån\n', 'docs/ru/a.md': '# Книги\n' },
      [],
      { pages: 'docs/{locale}/{path}.md' },
    );
    expect(whole.summary).toMatchObject({ pages: 3, pairs: 2, errors: 3, messageFiles: 5 });
  });

  it('are held against the code that the settings list', async () => {
    const code =
      "import i18next from 'i18next';\nexport const words = i18next.t('titel');\ni18next.t('due');\n";
    const { report: whole } = await report({ ...files, 'src/a.ts': code }, [], {
      messageUsage: { code: 'src/**/*.{ts,tsx}' },
    });
    expect(found(whole)).toEqual(
      expect.arrayContaining([
        'locales/en/form.json:2:4 en unused-message',
        'locales/en/menu.json:2:4 en unused-message',
        'src/a.ts:2:33 en undefined-message',
      ]),
    );
  });

  it('need code where the settings list some', async () => {
    const folder = temporaryFolder({ ...files });
    const listed = { ...settings, messageUsage: { code: ['source/**/*.ts'] } };
    await expect(checkWorkspace(folder, listed, rules)).rejects.toThrow(
      '`source/**/*.ts`, and no file is there',
    );
  });
});

describe('findMessages', () => {
  it('finds files without folders, sources elsewhere, and locales as others spell them', () => {
    const folder = temporaryFolder({
      'lib/l10n/app_en.arb': '{}',
      'lib/l10n/app_pt_BR.arb': '{}',
      'i18n/web.json': '{}',
      'i18n/pt_BR/web.json': '{}',
    });
    const { files: all, expected } = findMessages(
      {
        sourceLocale: 'en',
        locales: ['pt-BR', 'zh-TW'],
        messages: ['lib/l10n/app_{locale}.arb', 'i18n/{locale}/{path}.json', 'i18n/{path}.json'],
      },
      folder,
    );
    expect(all.map(({ key, locale, path }) => `${key} ${locale} ${path}`).toSorted()).toEqual([
      'i18n/{locale}/web.json en i18n/web.json',
      'i18n/{locale}/web.json pt-BR i18n/pt_BR/web.json',
      'lib/l10n/app_{locale}.arb en lib/l10n/app_en.arb',
      'lib/l10n/app_{locale}.arb pt-BR lib/l10n/app_pt_BR.arb',
    ]);
    expect(
      expected
        .filter(({ exists }) => !exists)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['i18n/zh_TW/web.json', 'lib/l10n/app_zh_TW.arb']);
  });
});
