import { expect, it } from 'vitest';
import { parsePage } from '../../../../src/domain/document/parse-page.ts';
import { outlineOf } from '../outline.ts';
import { readFixture } from '../read-fixture.ts';

it('reads ids, attribute lists, nested blocks and includes of Python-Markdown', () => {
  expect(outlineOf(parsePage(readFixture('mkdocs.md'), { dialect: 'mkdocs' }))).toBe(
    [
      '# Add a customer #add-a-customer',
      '  paragraph "Read the guide."',
      '  callout note "Before you start"',
      '    paragraph "Ask for the legal name."',
      '    callout tip',
      '      paragraph "Nested."',
      '  component include',
      '  ## Next #next',
      '    component tab "Direct bill"',
      '      paragraph "One."',
    ].join('\n'),
  );
});

it('leaves a block that is never closed as it is written', () => {
  expect(outlineOf(parsePage('/// note\n\nOpen.\n', { dialect: 'mkdocs' }))).toBe(
    'paragraph "/// note"\nparagraph "Open."',
  );
});

it('reads a block whose text begins and ends beside its fences, with no blank line between', () => {
  const text = '/// tip | Astuce\nDemandez le **nom** légal.\n\nEt le numéro.\n///\n\nEnsuite.\n';
  const page = parsePage(text, { dialect: 'mkdocs' });
  expect(outlineOf(page)).toBe(
    [
      'callout tip "Astuce"',
      '  paragraph "Demandez le nom légal."',
      '  paragraph "Et le numéro."',
      'paragraph "Ensuite."',
    ].join('\n'),
  );
  const [, paragraph] = page.blocks;
  expect(paragraph?.span.start).toEqual({ line: 2, column: 1, offset: 17 });
  expect(paragraph?.traits.emphases.map((bold) => bold.text)).toEqual(['nom']);
});

it('reads a block that is one paragraph from fence to fence, in its item', () => {
  expect(
    outlineOf(
      parsePage('1. 顧客を選びます。\n\n    /// note\n    名前を確認します。\n    ///\n', {
        dialect: 'mkdocs',
      }),
    ),
  ).toBe(
    ['list', '  step 1 "顧客を選びます。"', '    callout note', '      paragraph "名前を確認します。"'].join(
      '\n',
    ),
  );
});
