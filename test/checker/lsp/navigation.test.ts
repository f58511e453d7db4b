import { describe, expect, it } from 'vitest';
import type { Hover, Location, LocationLink, Position } from 'vscode-languageserver/node';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';
import { pages, project } from '../cli/pages.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Editor, positionOf, rangeOf, sharedEditors } from './editor.ts';

const swedish = 'content/sv-SE/add.md';
const english = 'content/en-US/add.md';
const chinese = 'content/zh-CN/add.md';

const openEditor = sharedEditors();

async function openAll(files: Readonly<Record<string, string>> = project): Promise<Editor> {
  const editor = openEditor(temporaryFolder(files));
  for (const path of [swedish, english]) editor.open(path, files[path] ?? '');
  await editor.diagnosticsOf(english);
  return editor;
}

function ask<Answer>(editor: Editor, method: string, path: string, position: Position): Promise<Answer> {
  return editor.connection.sendRequest(`textDocument/${method}`, {
    textDocument: { uri: editor.uriOf(path) },
    position,
    ...(method === 'references' && { context: { includeDeclaration: true } }),
  });
}

describe('the way between a translation and its source', () => {
  it('leads from a step to the step that it translates, with unsaved text in both', async () => {
    const editor = await openAll();
    editor.replace(english, '# Add', 'New words before it all.\n\n# Add');
    editor.replace(swedish, '1. Välj', '1. Välj då');
    const text = editor.textOf(swedish);
    const links = await ask<LocationLink[]>(
      editor,
      'definition',
      swedish,
      positionOf(text, 'Lägg till kund'),
    );
    const step = rangeOf(editor.textOf(english), '2. Select **Add customer**.');
    expect(links).toEqual([
      {
        originSelectionRange: rangeOf(text, '2. Välj **Lägg till kund**.'),
        targetUri: editor.uriOf(english),
        targetRange: step,
        targetSelectionRange: step,
      },
    ]);
  });

  it('leads from a heading to the heading, and from what nothing answers to what is around it', async () => {
    const editor = await openAll();
    const heading = rangeOf(pages[english], '# Add a new customer');
    const inHeading = positionOf(pages[swedish], 'Lägg till en ny kund\n\n1.');
    expect(await ask<LocationLink[]>(editor, 'definition', swedish, inHeading)).toMatchObject([
      { targetRange: heading },
    ]);
    editor.replace(swedish, '1. Välj', 'Vi har fler råd om betalning, leverans och avtal.\n\n1. Välj');
    const added = positionOf(editor.textOf(swedish), 'råd om');
    expect(await ask<LocationLink[]>(editor, 'definition', swedish, added)).toMatchObject([
      { targetRange: heading },
    ]);
    const hover = await ask<Hover>(editor, 'hover', swedish, added);
    expect(hover.contents).toEqual({ kind: 'markdown', value: 'Nothing in the source answers this.' });
  });

  it('leads from the source to all translations, and from one of them to the source and the others', async () => {
    const editor = await openAll();
    const there = (path: typeof swedish | typeof english | typeof chinese, step: string): Location => ({
      uri: editor.uriOf(path),
      range: rangeOf(pages[path], step),
    });
    const inSource = positionOf(pages[english], 'Add customer');
    const translations = [
      there(swedish, '2. Välj **Lägg till kund**.'),
      there(chinese, '2. 选择**添加客户**。'),
    ];
    expect(await ask(editor, 'references', english, inSource)).toEqual(translations);
    expect(await ask(editor, 'implementation', english, inSource)).toEqual(translations);
    expect(await ask(editor, 'definition', english, inSource)).toBeNull();
    const inTranslation = positionOf(pages[swedish], 'Lägg till kund');
    expect(await ask(editor, 'references', swedish, inTranslation)).toEqual([
      there(english, '2. Select **Add customer**.'),
      there(chinese, '2. 选择**添加客户**。'),
    ]);
  });

  it('is nowhere for a file that is no page', async () => {
    const editor = await openAll({ ...project, 'README.md': '# Read me' });
    editor.open('README.md', '# Read me');
    const start = { line: 0, character: 0 };
    for (const method of ['definition', 'hover']) {
      expect(await ask(editor, method, 'README.md', start)).toBeNull();
    }
    expect(await ask(editor, 'references', 'README.md', start)).toEqual([]);
  });
});

describe('a hover', () => {
  it('shows the source of a step as text that nothing in it can end, and how the page stands', async () => {
    const source = pages[english].replace(
      '2. Select **Add customer**.',
      '2. Run [this](command:evil):\n\n   ````sh\n   add\n   ````',
    );
    const translation = pages[swedish]
      .replace('title:', `source: ${blobId(source)}\ntitle:`)
      .replace('2. Välj **Lägg till kund**.', '2. Kör [detta](command:evil):\n\n   ````sh\n   add\n   ````');
    const editor = await openAll({ ...project, [english]: source, [swedish]: translation });
    const hover = await ask<Hover>(editor, 'hover', swedish, positionOf(translation, 'Kör'));
    expect(hover).toEqual({
      contents: {
        kind: 'markdown',
        value: `\`content/en-US/add.md:8\`

\`\`\`\`\`markdown
2. Run [this](command:evil):

   \`\`\`\`sh
   add
   \`\`\`\`
\`\`\`\`\`

The page is up to date with its source.`,
      },
      range: rangeOf(translation, '2. Kör [detta](command:evil):\n\n   ````sh\n   add\n   ````'),
    });
  });
});

describe('a hover in plain text', () => {
  const openPlainEditor = sharedEditors({});

  it('says that the source has changed', async () => {
    const translation = pages[swedish].replace('title:', `source: ${blobId('an older text')}\ntitle:`);
    const files = { ...project, [swedish]: translation };
    const editor = openPlainEditor(temporaryFolder(files));
    editor.open(swedish, translation);
    const hover = await ask<Hover>(editor, 'hover', swedish, positionOf(translation, 'Kunder'));
    expect(hover.contents).toEqual({
      kind: 'plaintext',
      value:
        'content/en-US/add.md:7\n\n1. Select **Customers**.\n\nThe source has changed since this was translated.',
    });
  });
});
