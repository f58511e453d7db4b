import { describe, expect, it } from 'vitest';
import { pages, project, settings } from '../cli/pages.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { rangeOf, sharedEditors } from './editor.ts';

const swedish = 'content/sv-SE/add.md';
const english = 'content/en-US/add.md';
const chinese = 'content/zh-CN/add.md';

/** The Swedish page without its second step. */
const shorter = pages[swedish].replace('2. Välj **Lägg till kund**.\n', '');

const none = { start: { line: 6, character: 19 }, end: { line: 6, character: 19 } };

describe('diagnostics that are sent', () => {
  const openEditor = sharedEditors();

  it('say rule, place, severity, what to do, and where the source has it', async () => {
    const editor = openEditor(temporaryFolder({ ...project, [swedish]: shorter }));
    editor.open(swedish, shorter);
    expect(await editor.diagnosticsOf(swedish)).toEqual([
      {
        range: none,
        severity: 1,
        code: 'missing-step',
        codeDescription: {
          href: expect.stringMatching(/^file:.*\/scripts\/checker\/rules\/README\.md#missing-step$/),
        },
        source: 'lockstep',
        message: 'Step `Select Add customer.` has no counterpart\nTranslate the step and put it here.',
        relatedInformation: [
          {
            location: {
              uri: editor.uriOf(english),
              range: rangeOf(pages[english], 'Select **Add customer**.'),
            },
            message: 'the source',
          },
        ],
        data: { fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) },
      },
    ]);
  });

  it('follow what is typed, unsaved, and never fall behind', async () => {
    const editor = openEditor(temporaryFolder(project));
    editor.open(swedish, pages[swedish]);
    expect(await editor.diagnosticsOf(swedish)).toEqual([]);
    for (const letter of 'Ã¤') editor.replace(swedish, 'lj **Kunder', `${letter}lj **Kunder`);
    editor.replace(swedish, 'VäÃ¤lj', 'VÃ¤lj');
    expect(await editor.diagnosticsOf(swedish)).toMatchObject([
      { code: 'mojibake', range: rangeOf(editor.textOf(swedish), 'VÃ¤lj') },
    ]);
    editor.replace(swedish, 'VÃ¤lj', 'Välj');
    expect(await editor.diagnosticsOf(swedish)).toEqual([]);
    const versions = editor.sent().map(({ version = 0 }) => version);
    expect(versions).toEqual(versions.toSorted((one, other) => one - other));
  });

  it('come for open translations when the source changes, and for the source alone', async () => {
    const editor = openEditor(temporaryFolder(project));
    for (const path of [swedish, chinese, english] as const) {
      editor.open(path, pages[path]);
      expect(await editor.diagnosticsOf(path)).toEqual([]);
    }
    const swedishChanged = editor.untilDiagnostics(swedish, ({ diagnostics }) => diagnostics.length > 0);
    const chineseChanged = editor.untilDiagnostics(chinese, ({ diagnostics }) => diagnostics.length > 0);
    editor.replace(english, '3. Enter', '3. Select **Save**.\n4. Enter');
    expect((await swedishChanged).diagnostics).toMatchObject([{ code: 'missing-step' }]);
    expect((await chineseChanged).diagnostics).toMatchObject([{ code: 'missing-step' }]);
    expect(await editor.diagnosticsOf(english)).toEqual([]);
    // The source's text is where the finding leads to, saved or not.
    const [diagnostic] = await editor.diagnosticsOf(swedish);
    expect(diagnostic?.relatedInformation?.[0]?.location.range).toEqual(
      rangeOf(editor.textOf(english), 'Select **Save**.'),
    );
  });

  it('are of the text on the disk again when a page is closed', async () => {
    const editor = openEditor(temporaryFolder(project));
    editor.open(swedish, pages[swedish]);
    editor.open(english, pages[english]);
    await editor.diagnosticsOf(english);
    const worse = editor.untilDiagnostics(swedish, ({ diagnostics }) => diagnostics.length > 0);
    editor.replace(english, '3. Enter', '3. Select **Save**.\n4. Enter');
    await worse;
    const better = editor.untilDiagnostics(swedish, ({ diagnostics }) => diagnostics.length === 0);
    const cleared = editor.untilDiagnostics(english, ({ version }) => version === undefined);
    editor.close(english);
    expect(await cleared).toEqual({ uri: editor.uriOf(english), diagnostics: [] });
    await better;
  });

  it('follow files that change on the disk', async () => {
    const folder = temporaryFolder(project);
    const editor = openEditor(folder);
    editor.open(swedish, pages[swedish]);
    expect(await editor.diagnosticsOf(swedish)).toEqual([]);
    const worse = editor.untilDiagnostics(swedish, ({ diagnostics }) => diagnostics.length > 0);
    writeInto(folder, english, pages[english].replace('3. Enter', '3. Select **Save**.\n4. Enter'));
    editor.tellChanged(english);
    await worse;
  });

  it('count as editors do behind CRLF, emoji and an unseen byte order mark, under any name', async () => {
    const path = 'content/zh-CN/添加 客户 (1).md';
    const text = '# 😀 添加\r\n\r\n😀😀 选择 **客户**,VÃ¤lj。\r\n';
    const folder = temporaryFolder({
      ...project,
      'content/en-US/添加 客户 (1).md': '# Add\n\nSelect **Customers**, Välj.\n',
      [path]: `\uFEFF${text}`,
    });
    const editor = openEditor(folder);
    editor.open(path, text);
    const find = async (): Promise<object | undefined> =>
      (await editor.diagnosticsOf(path)).find(({ code }) => code === 'mojibake');
    expect(await find()).toMatchObject({ range: rangeOf(text, 'VÃ¤lj') });
    editor.change(path, [
      { range: rangeOf(text, '# 😀 添加'), text: '# VÃ¤lj' },
      { range: rangeOf(text.replace('😀 添加', 'VÃ¤lj'), '😀😀 选择 **客户**,VÃ¤lj。'), text: '选择。' },
    ]);
    expect(await find()).toMatchObject({ range: rangeOf('# VÃ¤lj', 'VÃ¤lj') });
  });

  it('come for a page that is not saved yet', async () => {
    const editor = openEditor(
      temporaryFolder({ ...project, 'content/en-US/edit.md': pages[english].replace('Add a', 'Edit a') }),
    );
    const path = 'content/sv-SE/edit.md';
    editor.open(path, shorter);
    expect(await editor.diagnosticsOf(path)).toMatchObject([{ code: 'missing-step', range: none }]);
  });

  it('are none for files that are no pages, lie outside, or on no disk', async () => {
    const editor = openEditor(temporaryFolder({ ...project, 'README.md': '# Välj' }));
    editor.open('README.md', '# VÃ¤lj\n');
    editor.open('../elsewhere.md', '# VÃ¤lj\n');
    const untitled = { uri: 'untitled:Untitled-1', languageId: 'markdown', version: 1, text: '# VÃ¤lj\n' };
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument: untitled });
    editor.open(swedish, pages[swedish]);
    await editor.diagnosticsOf(swedish);
    expect(editor.sent().filter(({ diagnostics }) => diagnostics.length > 0)).toEqual([]);
    expect(editor.shown()).toEqual([]);
  });
});

describe('diagnostics for an editor that can do little', () => {
  const openEditor = sharedEditors({});

  it('leave out the place in the source', async () => {
    const editor = openEditor(temporaryFolder({ ...project, [swedish]: shorter }));
    editor.open(swedish, shorter);
    const [diagnostic] = await editor.diagnosticsOf(swedish);
    expect(diagnostic).toMatchObject({ code: 'missing-step', range: none });
    expect(diagnostic?.relatedInformation).toBeUndefined();
  });

  it('follow files and settings on the disk, which such an editor tells nothing of', async () => {
    const folder = temporaryFolder(project);
    const editor = openEditor(folder);
    editor.open(swedish, pages[swedish]);
    expect(await editor.diagnosticsOf(swedish)).toEqual([]);
    const worse = editor.untilDiagnostics(swedish, ({ diagnostics }) => diagnostics.length > 0);
    writeInto(folder, english, pages[english].replace('3. Enter', '3. Select **Save**.\n4. Enter'));
    await worse;
    const better = editor.untilDiagnostics(swedish, ({ diagnostics }) => diagnostics.length === 0);
    writeInto(
      folder,
      'lockstep.config.json',
      JSON.stringify({ ...settings, rules: { 'missing-step': 'off' } }),
    );
    await better;
  });
});
