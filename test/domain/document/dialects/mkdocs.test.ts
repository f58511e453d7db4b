import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../src/domain/document/parse-page.ts';
import { sliceOf } from '../../../../src/domain/document/spans.ts';
import { outlineOf, placeOf } from '../outline.ts';
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

describe('callouts and tabs', () => {
  const text =
    '!!! warning "Vor dem *Start*"\n    Fragen Sie nach:\n\n    1. dem Namen\n    2. der 😀 **Adresse**\n\n=== "直接计费"\n\n    选择**客户：**页。\n';

  it.each(['\n', '\r\n'])('stand where the file has them, with line ends %j', (lineEnd) => {
    const page = parsePage(text.replaceAll('\n', lineEnd), { dialect: 'mkdocs' });
    expect(
      page.blocks.map((block) => [block.kind, placeOf(block.span), sliceOf(page, block.textSpan)]),
    ).toEqual([
      ['callout', '1:1-5:26', 'Vor dem *Start'],
      ['paragraph', '2:5-2:21', 'Fragen Sie nach:'],
      ['list', '4:5-5:26', ''],
      ['step', '4:5-4:17', 'dem Namen'],
      ['step', '5:5-5:26', 'der 😀 **Adresse**'],
      ['component', '7:1-9:16', '直接计费'],
      ['paragraph', '9:5-9:16', '选择**客户：**页。'],
    ]);
    expect(
      page.blocks.flatMap(({ traits }) => traits.emphases.map((run) => sliceOf(page, run.span))),
    ).toEqual(['*Start*', '**Adresse**', '**客户：**']);
  });

  it('may be nested in the items of lists, and hold them', () => {
    const nested =
      '- Eins\n\n    ??? tip\n        - Zwei\n\n            !!! note "Drei"\n                Vier\n';
    expect(outlineOf(parsePage(nested, { dialect: 'mkdocs' }))).toBe(
      [
        'list',
        '  item "Eins"',
        '    callout tip',
        '      list',
        '        item "Zwei"',
        '          callout note "Drei"',
        '            paragraph "Vier"',
      ].join('\n'),
    );
  });
});

it.each([
  ['{* ../a.py hl[1] *}', 'component include'],
  ['--8<-- "a.md"', 'component include'],
  ['--8<--\na.md\nb.md\n--8<--', 'component include'],
  ['{!> a.md !}', 'component include'],
  ['[TOC]', 'component toc'],
  ['::: package.module\n    options:\n        members:\n            - name', 'component api'],
  ['/// details | Title\n\nText.\n\n///', 'component details "Title"\n  paragraph "Text."'],
  ['*[HTML]: Hyper Text Markup Language', ''],
  ['{% include "a.md" %}', 'component macro'],
  ['Version {{ version }} of `{{ code }}` and `{ #id }`.', 'paragraph "Version of {{ code }} and { #id }."'],
])('reads %j', (text, outline) => {
  expect(outlineOf(parsePage(text, { dialect: 'mkdocs' }))).toBe(outline);
});

it('tells what includes and references to code name', () => {
  const { blocks } = parsePage('--8<--\na.md\nb.md\n--8<--\n\n::: package.module\n', { dialect: 'mkdocs' });
  expect(blocks.flatMap(({ traits }) => traits.components.map(({ text }) => text))).toEqual([
    'include a.md b.md',
    'api package.module',
  ]);
});
