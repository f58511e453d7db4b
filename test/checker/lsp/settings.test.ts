import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { garbledPage, pages, project, settings } from '../cli/pages.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { sharedEditors, startEditor } from './editor.ts';

const swedish = 'content/sv-SE/add.md';
const file = 'lockstep.config.json';

/** Settings that are code, and print where only the protocol may. */
function code(severity: string): string {
  return `console.log('told by the settings');
export default ${JSON.stringify({ ...settings, rules: { mojibake: severity } })};
`;
}

describe('settings of what an editor has open', () => {
  const openEditor = sharedEditors();

  it('are said to be broken, with what to do, and work again when they are mended', async () => {
    const folder = temporaryFolder({
      ...project,
      [swedish]: garbledPage,
      [file]: '{ "sourceLocale": "en-US", }',
    });
    const editor = openEditor(folder);
    editor.open(swedish, garbledPage);
    expect(await editor.diagnosticsOf(swedish)).toEqual([]);
    expect(await editor.untilShown('pages')).toMatch(
      /^Lockstep: The settings do not fit\. .*pages.*\nCorrect them/s,
    );
    expect(editor.logged().some((line) => line.includes('The settings do not fit.'))).toBe(true);

    const found = editor.untilDiagnostics(swedish, ({ diagnostics }) => diagnostics.length > 0);
    writeInto(folder, file, JSON.stringify(settings));
    editor.tellChanged(file);
    expect((await found).diagnostics).toMatchObject([{ code: 'mojibake' }]);

    // The last that could be read stay in force, and the same trouble is told once.
    writeInto(folder, file, '{');
    editor.tellChanged(file);
    editor.replace(swedish, 'VÃ¤lj', 'Välj');
    expect(await editor.diagnosticsOf(swedish)).toEqual([]);
    editor.tellChanged(file);
    editor.replace(swedish, 'Välj', 'VÃ¤lj');
    expect(await editor.diagnosticsOf(swedish)).toMatchObject([{ code: 'mojibake' }]);
    expect(editor.shown()).toHaveLength(2);
  });

  it('decide what is found, also after a change', async () => {
    const folder = temporaryFolder({ ...project, [swedish]: garbledPage });
    const editor = openEditor(folder);
    editor.open(swedish, garbledPage);
    expect(await editor.diagnosticsOf(swedish)).toMatchObject([{ code: 'mojibake', severity: 1 }]);
    const lighter = editor.untilDiagnostics(swedish, () => true);
    writeInto(folder, file, JSON.stringify({ ...settings, rules: { mojibake: 'note' } }));
    editor.tellChanged(file);
    expect((await lighter).diagnostics).toMatchObject([{ code: 'mojibake', severity: 3 }]);
  });

  it('are those of each folder, and of the nearest above a page', async () => {
    const quiet = JSON.stringify({ ...settings, rules: { mojibake: 'off' } });
    const folder = temporaryFolder(
      Object.fromEntries([
        ...Object.entries({ ...project, [swedish]: garbledPage }).map(([path, text]) => [
          `one/${path}`,
          text,
        ]),
        ...Object.entries({ ...project, [swedish]: garbledPage, [file]: quiet }).map(([path, text]) => [
          `two/${path}`,
          text,
        ]),
        ...Object.entries({ ...project, [swedish]: garbledPage }).map(([path, text]) => [
          `mono/docs/${path}`,
          text,
        ]),
      ]),
    );
    const editor = await startEditor(folder, {
      folders: [join(folder, 'one'), join(folder, 'two'), join(folder, 'mono')],
    });
    for (const place of ['one', 'two', 'mono/docs']) editor.open(`${place}/${swedish}`, garbledPage);
    expect(await editor.diagnosticsOf(`one/${swedish}`)).toMatchObject([{ code: 'mojibake' }]);
    expect(await editor.diagnosticsOf(`two/${swedish}`)).toEqual([]);
    expect(await editor.diagnosticsOf(`mono/docs/${swedish}`)).toMatchObject([{ code: 'mojibake' }]);
  });

  it('are found when they are written after the page was opened, and missed when they go', async () => {
    const folder = temporaryFolder({ ...pages, [swedish]: garbledPage });
    const editor = openEditor(folder);
    editor.open(swedish, garbledPage);
    const found = editor.untilDiagnostics(swedish, ({ diagnostics }) => diagnostics.length > 0);
    writeInto(folder, file, JSON.stringify(settings));
    editor.tellChanged(file);
    await found;
    expect(editor.shown()).toEqual([]);
    const gone = editor.untilDiagnostics(swedish, ({ diagnostics }) => diagnostics.length === 0);
    rmSync(join(folder, file));
    editor.tellChanged(file);
    await gone;
  });

  it('are looked for above a page that is opened without a folder', async () => {
    const editor = openEditor(temporaryFolder({ ...project, [swedish]: garbledPage }));
    editor.open(swedish, garbledPage);
    expect(await editor.diagnosticsOf(swedish)).toMatchObject([{ code: 'mojibake' }]);
  });

  it('are read anew when they are code, or refused where none may run', async () => {
    const files = { ...pages, [swedish]: garbledPage, 'lockstep.config.mjs': code('warning') };
    const folder = temporaryFolder(files);
    const editor = await startEditor(folder);
    editor.open(swedish, garbledPage);
    expect(await editor.diagnosticsOf(swedish)).toMatchObject([{ severity: 2 }]);
    const lighter = editor.untilDiagnostics(swedish, () => true);
    writeInto(folder, 'lockstep.config.mjs', code('note'));
    editor.tellChanged('lockstep.config.mjs');
    expect((await lighter).diagnostics).toMatchObject([{ severity: 3 }]);

    const careful = await startEditor(temporaryFolder(files), { args: ['--no-exec-config'] });
    careful.open(swedish, garbledPage);
    expect(await careful.untilShown('are code')).toContain('Write the settings as JSON');
    expect(await careful.diagnosticsOf(swedish)).toEqual([]);
  });

  it('that describe nothing are a trouble, told once', async () => {
    const editor = await startEditor(
      temporaryFolder({ [file]: JSON.stringify(settings), 'README.md': '# A' }),
    );
    expect(await editor.untilShown('nothing to compare')).toContain('Correct `pages` and `sourceLocale`');
    expect(await editor.end()).toBe(0);
    expect(editor.shown()).toHaveLength(1);
  });
});
