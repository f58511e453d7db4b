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
