import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { garbledPage, pages, project } from '../cli/pages.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Editor, rangeOf, sharedEditors } from './editor.ts';

const swedish = 'content/sv-SE/add.md';

/** Two faults with one right answer each, and one that a translator must mend. */
const faulty = garbledPage
  .replace('Lägg till kund', 'LÃ¤gg till kund')
  .replace('3. Ange kontoinformationen och välj **Nästa: Prenumerationer**.\n', '');

async function openFaulty(openEditor: (folder: string) => Editor): Promise<Editor> {
  const editor = openEditor(temporaryFolder({ ...project, [swedish]: faulty }));
  editor.open(swedish, faulty);
  await editor.diagnosticsOf(swedish);
  return editor;
}

function named(actions: readonly CodeAction[], words: string): CodeAction | undefined {
  return actions.find(({ title }) => title.includes(words));
}

describe('quick fixes', () => {
  const openEditor = sharedEditors();

  it('mend the finding at the cursor, in the version that is open', async () => {
    const editor = await openFaulty(openEditor);
    const place = rangeOf(faulty, 'VÃ¤lj').start;
    const actions = await editor.actionsAt(swedish, { start: place, end: place }, ['quickfix']);
    const fix = named(actions, 'Write');
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'mojibake' }] });
    const mended = editor.withEdit(swedish, fix);
    expect(mended).toBe(faulty.replace('VÃ¤lj', 'Välj'));
    editor.change(swedish, [{ text: mended }]);
    expect((await editor.diagnosticsOf(swedish)).map(({ code }) => code)).toEqual([
      'mojibake',
      'missing-step',
    ]);
  });

  it('mend all of a page at once that have one right answer, as on saving', async () => {
    const editor = await openFaulty(openEditor);
    const start = { line: 0, character: 0 };
    const actions = await editor.actionsAt(swedish, { start, end: start }, ['source.fixAll']);
    expect(actions).toMatchObject([{ kind: 'source.fixAll.lockstep' }]);
    expect(editor.withEdit(swedish, actions[0])).toBe(
      faulty.replace('VÃ¤lj', 'Välj').replace('LÃ¤gg', 'Lägg'),
    );
    expect(await editor.actionsAt(swedish, { start, end: start }, ['refactor'])).toEqual([]);
  });

  it('let a finding pass with a comment, which then holds it back', async () => {
    const editor = await openFaulty(openEditor);
    const missing = (await editor.diagnosticsOf(swedish)).find(({ code }) => code === 'missing-step');
    const actions = await editor.actionsAt(swedish, missing?.range ?? rangeOf(faulty, 'Välj'));
    const ignore = named(actions, 'Ignore `missing-step` here');
    const text = editor.withEdit(swedish, ignore);
    expect(text).toContain('<!-- lockstep-ignore missing-step: say why this may differ -->');
    editor.change(swedish, [{ text }]);
    expect((await editor.diagnosticsOf(swedish)).map(({ code }) => code)).toEqual(['mojibake', 'mojibake']);
  });

  it('are of the text as it is, though it was not judged yet', async () => {
    const editor = await openFaulty(openEditor);
    editor.replace(swedish, '# Lägg', '😀\n\n# Lägg');
    const text = editor.textOf(swedish);
    const fix = named(await editor.actionsAt(swedish, rangeOf(text, 'VÃ¤lj')), 'Write');
    expect(editor.withEdit(swedish, fix)).toBe(text.replace('VÃ¤lj', 'Välj'));
  });

  it('are none in pages without findings', async () => {
    const editor = openEditor(temporaryFolder(project));
    editor.open(swedish, pages[swedish]);
    await editor.diagnosticsOf(swedish);
    expect(await editor.actionsAt(swedish, rangeOf(pages[swedish], pages[swedish]))).toEqual([]);
  });
});

describe('quick fixes for an editor that can do little', () => {
  const openEditor = sharedEditors({});

  it('come as plain edits for an editor that knows no versions', async () => {
    const editor = await openFaulty(openEditor);
    const fix = named(await editor.actionsAt(swedish, rangeOf(faulty, 'VÃ¤lj')), 'Write');
    expect(fix?.edit).toEqual({
      changes: { [editor.uriOf(swedish)]: [{ range: rangeOf(faulty, 'VÃ¤lj'), newText: 'Välj' }] },
    });
  });
});

describe('quick fixes for an editor that knows snippets', () => {
  const openEditor = sharedEditors({
    workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
  });

  it('leave the reason to be written in place where the editor can', async () => {
    const editor = await openFaulty(openEditor);
    const ignore = named(await editor.actionsAt(swedish, rangeOf(faulty, 'VÃ¤lj')), 'Ignore');
    const end = rangeOf(faulty, 'VÃ¤lj **Kunder**.').end;
    expect(ignore?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: editor.uriOf(swedish), version: 1 },
        edits: [
          {
            range: { start: end, end },
            snippet: {
              kind: 'snippet',
              value: ' <!-- lockstep-ignore mojibake: ${1:say why this may differ} -->',
            },
          },
        ],
      },
    ]);
  });
});
