import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { garbledPage, pages, project } from './pages.ts';
import { runLockstep } from './run-lockstep.ts';

function settingsIn(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'lockstep.config.json'), 'utf8'));
}

function pinned(id: string): string {
  return pages['content/sv-SE/add.md'].replace('---\n', `---\nsource: ${id}\n`);
}

/** The project with these lines in the Swedish page's front matter. */
function withPin(lines: string): Record<string, string> {
  const page = pages['content/sv-SE/add.md'].replace('---\n', `---\n${lines}\n`);
  return { ...pages, 'content/sv-SE/add.md': page };
}

function learnPage(title: string): string {
  return `---\ntitle: ${title}\nms.openlocfilehash: ${'76ef'.repeat(10)}\nms.topic: how-to\n---\n\n# ${title}\n`;
}

describe('lockstep init', () => {
  it('writes settings that a check can run with, and says what the first one finds', async () => {
    const folder = temporaryFolder({ ...pages, 'content/sv-SE/add.md': garbledPage });
    const { stdout, stderr, code } = await runLockstep(folder, ['init']);
    expect(stdout).toContain('Layout: folder per locale, `content/{locale}/{path}.md`.');
    expect(stdout).toContain('Translations: `sv-SE`, `zh-CN`.');
    expect(stdout).toMatch(/^ +1 {2}error mojibake$/m);
    expect(stdout).toContain('Compared 2 translations with their sources: 1 error.');
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(settingsIn(folder)).toEqual({
      sourceLocale: 'en-US',
      pages: 'content/{locale}/{path}.md',
      dialect: 'gfm',
    });
    expect((await runLockstep(folder, ['check'])).code).toBe(1);
  });

  it('recognises pins that are ids of texts, and no others', async () => {
    const source = pages['content/en-US/add.md'];
    const folder = temporaryFolder({ ...pages, 'content/sv-SE/add.md': pinned(blobId(source)) });
    await runLockstep(folder, ['init']);
    expect(settingsIn(folder)).toMatchObject({ sourceRevision: { frontMatter: 'source' } });
    const other = temporaryFolder({ ...pages, 'content/sv-SE/add.md': pinned('0'.repeat(40)) });
    await runLockstep(other, ['init']);
    expect(settingsIn(other)).not.toHaveProperty('sourceRevision');
  });

  it('recognises pins below another key, and days that the source is named with', async () => {
    for (const [lines, expected] of [
      ['l10n:\n  sourceCommit: 0a881ee7', { frontMatter: 'l10n.sourceCommit', kind: 'commit' }],
      ['sourceDate: 2026-01-31', { frontMatter: 'sourceDate', kind: 'date' }],
      [
        `checksum: ${createHash('sha256').update(pages['content/en-US/add.md']).digest('hex')}`,
        { frontMatter: 'checksum', kind: 'hash' },
      ],
    ] as const) {
      const folder = temporaryFolder(withPin(lines));
      await runLockstep(folder, ['init']);
      expect(settingsIn(folder)).toMatchObject({ sourceRevision: expected });
    }
    const dated = temporaryFolder(withPin('date: 2026-01-31'));
    await runLockstep(dated, ['init']);
    expect(settingsIn(dated)).not.toHaveProperty('sourceRevision');
  });

  it('knows a tree of translations alone by what they say of themselves', async () => {
    const folder = temporaryFolder({
      'de-de/add.md': learnPage('Kunden hinzufügen'),
      'fr-fr/add.md': learnPage('Ajouter un client'),
      'ja-jp/add.md': learnPage('顧客を追加する'),
    });
    const { stdout } = await runLockstep(folder, ['init']);
    expect(settingsIn(folder)).toEqual({ sourceLocale: 'en', pages: '{locale}/{path}.md', dialect: 'learn' });
    expect(stdout).toContain('Compared 3 translations with other languages: nothing to fix.');
  });

  it('tells a source in another language than English by its letters', async () => {
    const folder = temporaryFolder({
      'docs/guide.md': '# 添加新客户\n\n选择**客户**，然后选择**添加客户**。\n',
      'docs/guide.ja.md': '# 新しい顧客を追加する\n\n**顧客**を選択し、**顧客の追加**を選択します。\n',
      'mkdocs.yml': 'site_name: Partner\n',
    });
    await runLockstep(folder, ['init']);
    expect(settingsIn(folder)).toEqual({
      sourceLocale: 'zh',
      pages: ['docs/{path}.md', 'docs/{path}.{locale}.md'],
      dialect: 'mkdocs',
    });
  });

  it('recognises files of messages beside pages, and alone', async () => {
    const messages = {
      'locales/en/form.json': '{ "next": "Next", "back": "Back" }',
      'locales/sv/form.json': '{ "next": "Nästa", "back": "Tillbaka" }',
      'data/en/sizes.json': '{ "width": 4, "name": "form" }',
      'data/sv/sizes.json': '{ "width": 4, "name": "form" }',
    };
    const both = temporaryFolder({ ...pages, ...messages });
    const { stdout } = await runLockstep(both, ['init']);
    expect(settingsIn(both)).toMatchObject({ messages: ['locales/{locale}/{path}.json'] });
    expect(stdout).toContain('Messages: `locales/{locale}/{path}.json`, also in `sv`.');
    const alone = temporaryFolder(messages);
    const { code } = await runLockstep(alone, ['init']);
    expect(settingsIn(alone)).toEqual({ sourceLocale: 'en', messages: ['locales/{locale}/{path}.json'] });
    expect(code).toBe(0);
  });

  it('prints the settings alone where it is to write nothing, also beside others', async () => {
    const folder = temporaryFolder(project);
    const { stdout, stderr, code } = await runLockstep(folder, ['init', '--dry-run']);
    expect(JSON.parse(stdout)).toEqual({
      sourceLocale: 'en-US',
      pages: 'content/{locale}/{path}.md',
      dialect: 'gfm',
    });
    expect(stderr).toContain('Layout: folder per locale');
    expect(code).toBe(0);
    expect(settingsIn(folder)).toEqual(JSON.parse(project['lockstep.config.json']));
  });

  it('names the schema that an installed Lockstep has, for editors', async () => {
    const folder = temporaryFolder({
      ...pages,
      'node_modules/lockstep/dist-cli/schemas/settings.schema.json': '{}',
    });
    await runLockstep(folder, ['init']);
    expect(Object.entries(settingsIn(folder) as object)[0]).toEqual([
      '$schema',
      './node_modules/lockstep/dist-cli/schemas/settings.schema.json',
    ]);
    expect((await runLockstep(folder, ['check'])).code).toBe(0);
  });

  it('recognises the files that hold the words which pages print in bold', async () => {
    const words = {
      'Customers, Add customer': ['Customers', 'Add customer', 'Next: Subscriptions', 'Review:', 'Done'],
      'Kunder, Lägg till': ['Kunder', 'Lägg till kund', 'Nästa: Prenumerationer', 'Granska:', 'Klart'],
    };
    const [english, swedish] = Object.values(words).map((labels) => JSON.stringify({ form: labels }));
    const more = '\nSelect **Review**, then **Done**.\n';
    const files = {
      'content/en-US/add.md': pages['content/en-US/add.md'] + more,
      'content/sv-SE/add.md': `${pages['content/sv-SE/add.md']}\nVälj **Granska** och sedan **Klart**.\n`,
      'locales/en/labels.json': english ?? '',
      'locales/sv/labels.json': swedish ?? '',
      'locales/en/other.json': '{ "name": "Name", "done": "Done" }',
      'locales/sv/other.json': '{ "name": "Namn", "done": "Klart" }',
    };
    const sure = temporaryFolder(files);
    const { stdout } = await runLockstep(sure, ['init']);
    expect(stdout).toContain(
      'Labels: `locales/{locale}/labels.json` holds 5 of the 5 words that source pages print in bold.',
    );
    expect(settingsIn(sure)).toMatchObject({ labels: ['locales/{locale}/labels.json'] });

    const loud = Array.from({ length: 9 }, (_, at) => `**Very important ${'!'.repeat(at)}x**`).join(' ');
    const unsure = temporaryFolder({
      ...files,
      'content/en-US/add.md': `${files['content/en-US/add.md']}\n${loud}\n`,
    });
    expect((await runLockstep(unsure, ['init'])).stdout).toContain(
      'holds 5 of the 14 words that source pages print in bold, too few to be sure',
    );
    expect(settingsIn(unsure)).not.toHaveProperty('labels');
  });

  it('describes several documentations, each with what is its own', async () => {
    const folder = temporaryFolder({
      ...pages,
      'README.md': '# Customers\n\nHow to add the customers of a partner.\n',
      'README.kr.md':
        '# 고객\n\n파트너의 고객을 추가하는 방법을 설명합니다. 먼저 계정 정보를 준비하십시오.\n',
      'handbok/mkdocs.yml': 'site_name: Handbok\n',
      'handbok/docs/kund.md': '# Kund\n\nSå lägger du till en kund och väntar på svar från den.\n',
      'handbok/docs/en/kund.md': '# Customer\n\nThis is how to add a customer and to wait for the answer.\n',
    });
    const { stdout, code } = await runLockstep(folder, ['init']);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'Layout: folder per locale, `content/{locale}/{path}.md`; from `en-US` into `sv-SE`, `zh-CN`; dialect `gfm`.',
      'Beside it: source beside locale folders, `handbok/docs/{path}.md`, `handbok/docs/{locale}/{path}.md`; from `sv` into `en`; dialect `mkdocs`.',
      'Beside it: locale in the file name, `README.md`, `README.{locale}.md`; from `en` into `kr`; dialect `gfm`.',
    ]);
    expect(settingsIn(folder)).toEqual({
      sourceLocale: 'en-US',
      localeNames: { kr: 'ko' },
      pages: [
        {
          patterns: ['handbok/docs/{path}.md', 'handbok/docs/{locale}/{path}.md'],
          sourceLocale: 'sv',
          dialect: 'mkdocs',
        },
        { patterns: 'content/{locale}/{path}.md' },
        { name: 'readme', patterns: ['README.md', 'README.{locale}.md'], sourceLocale: 'en' },
      ],
      dialect: 'gfm',
    });
    expect(stdout).toContain('Compared 4 translations with their sources');
    expect(code).toBe(0);
  });

  it('leaves settings that are there as they are', async () => {
    const folder = temporaryFolder(project);
    const { stderr, code } = await runLockstep(folder, ['init']);
    expect(stderr).toContain('There are settings already, in lockstep.config.json.');
    expect(code).toBe(2);
    expect(settingsIn(folder)).toEqual(JSON.parse(project['lockstep.config.json']));
  });

  it('says so where no page is there in two languages', async () => {
    const folder = temporaryFolder({ 'docs/start.md': '# Start\n' });
    const { stderr, code } = await runLockstep(folder, ['init']);
    expect(stderr).toContain(
      'No page was found here in two languages: the one Markdown file is in one locale only.',
    );
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'lockstep.config.json'))).toBe(false);
  });
});
