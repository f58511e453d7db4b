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

  it('knows a tree of translations alone by what they say of themselves', async () => {
    const folder = temporaryFolder({
      'de-de/add.md': learnPage('Kunden hinzufügen'),
      'fr-fr/add.md': learnPage('Ajouter un client'),
      'ja-jp/add.md': learnPage('顧客を追加する'),
    });
    const { stdout } = await runLockstep(folder, ['init']);
    expect(settingsIn(folder)).toEqual({ sourceLocale: 'en', pages: '{locale}/{path}.md', dialect: 'learn' });
    expect(stdout).toContain('Compared 3 translations with other languages: nothing to mend.');
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
    expect(stderr).toContain('No page was found here in two languages.');
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'lockstep.config.json'))).toBe(false);
  });
});
