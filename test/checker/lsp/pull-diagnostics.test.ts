import { describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { garbledPage, pages, project } from '../cli/pages.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Editor, rangeOf, startEditor } from './editor.ts';

const swedish = 'content/sv-SE/add.md';
const english = 'content/en-US/add.md';

const capabilities: ClientCapabilities = {
  workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: { relatedInformation: true } },
};

function pull(editor: Editor, path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return editor.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri: editor.uriOf(path) },
    ...(previousResultId !== undefined && { previousResultId }),
  });
}

function pullAll(
  editor: Editor,
  previousResultIds: readonly { uri: string; value: string }[] = [],
): Promise<WorkspaceDiagnosticReport> {
  return editor.connection.sendRequest('workspace/diagnostic', { previousResultIds });
}

describe('diagnostics that are asked for', () => {
  it('are of the text as it is then, and said to be the same where they are', async () => {
    const editor = await startEditor(temporaryFolder(project), { capabilities });
    expect(editor.initialized.capabilities.diagnosticProvider).toEqual({
      identifier: 'lockstep',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    editor.open(swedish, pages[swedish]);
    expect(await pull(editor, swedish)).toMatchObject({ kind: 'full', items: [] });
    editor.replace(swedish, 'Välj', 'VÃ¤lj');
    const report = await pull(editor, swedish);
    expect(report).toMatchObject({
      kind: 'full',
      items: [{ code: 'mojibake', range: rangeOf(garbledPage, 'VÃ¤lj') }],
    });
    expect(await pull(editor, swedish, report.resultId)).toEqual({
      kind: 'unchanged',
      resultId: report.resultId,
    });
    expect(await pull(editor, 'README.md')).toEqual({ kind: 'full', items: [] });
    expect(editor.sent()).toEqual([]);
    expect(await editor.end()).toBe(0);
  });

  it('are asked for again when the source has changed', async () => {
    const editor = await startEditor(temporaryFolder(project), { capabilities });
    const refreshed = new Promise<void>((resolve) => {
      editor.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      });
    });
    editor.open(swedish, pages[swedish]);
    editor.open(english, pages[english]);
    expect(await pull(editor, swedish)).toMatchObject({ items: [] });
    editor.replace(english, '3. Enter', '3. Select **Save**.\n4. Enter');
    await refreshed;
    expect(await pull(editor, swedish)).toMatchObject({ items: [{ code: 'missing-step' }] });
  });

  it('are of the whole workspace, and kept back until there is news', async () => {
    const editor = await startEditor(temporaryFolder({ ...project, [swedish]: garbledPage }), {
      capabilities,
    });
    const first = await pullAll(editor);
    expect(first.items).toMatchObject([
      { kind: 'full', uri: editor.uriOf(swedish), version: null, items: [{ code: 'mojibake' }] },
    ]);
    const known = first.items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
    const next = pullAll(editor, known);
    editor.open(swedish, garbledPage);
    editor.replace(swedish, 'VÃ¤lj', 'Välj');
    expect((await next).items).toMatchObject([
      { kind: 'full', uri: editor.uriOf(swedish), version: 2, items: [] },
    ]);
  });
});
