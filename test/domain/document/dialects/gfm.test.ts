import { expect, it } from 'vitest';
import { parsePage } from '../../../../src/domain/document/parse-page.ts';
import { outlineOf } from '../outline.ts';

it('reads footnotes, tasks, alerts, collapsed text and ids', () => {
  const text = [
    '## <a name="steps"></a>Steps',
    '',
    '- [x] Ask for the name.[^1]',
    '- [ ] Ask for the address.',
    '',
    '> [!TIP]',
    '> Save *often*.',
    '',
    '<!-- A remark',
    '',
    'for translators -->',
    '<details id="more">',
    '<summary>Mehr</summary>',
    '',
    '1. Eins',
    '   ```sh',
    '   lockstep check',
    '   ```',
    '2. Zwei',
    '',
    '</details>',
    '',
    '### Ende {#end}',
    '',
    '[^1]: The legal one.',
  ].join('\n');
  expect(outlineOf(parsePage(text, { dialect: 'gfm' }))).toBe(
    [
      '## Steps #steps',
      '  list',
      '    item "Ask for the name."',
      '    item "Ask for the address."',
      '  callout tip',
      '    paragraph "Save often."',
      '  html "Mehr" #more',
      '  list',
      '    step 1 "Eins"',
      '      code sh "lockstep check"',
      '    step 2 "Zwei"',
      '  ### Ende #end',
      '    definition "The legal one."',
    ].join('\n'),
  );
});

it('reads admonitions where they are closed, and text where they are not', () => {
  expect(outlineOf(parsePage(':::warning 注意\n保存してください。\n:::\n', { dialect: 'gfm' }))).toBe(
    'callout warning "注意"\n  paragraph "保存してください。"',
  );
  expect(outlineOf(parsePage('```\n:::note\n:::\n```\n\n:::note\nText.\n', { dialect: 'gfm' }))).toBe(
    'code ":::note\\n:::"\nparagraph ":::note Text."',
  );
});

it('names the footnotes that a text refers to, and the text that each is', () => {
  const { blocks } = parsePage('Namn[^lag] och adress.[^2]\n\n[^lag]: Enligt lag.\n[^2]: 住所。\n', {
    dialect: 'gfm',
  });
  expect(blocks[0]?.traits.footnotes.map(({ text, span }) => [text, span.start.column])).toEqual([
    ['lag', 5],
    ['2', 23],
  ]);
  expect(blocks.slice(1).map(({ kind, footnote, text }) => [kind, footnote, text])).toEqual([
    ['definition', 'lag', 'Enligt lag.'],
    ['definition', '2', '住所。'],
  ]);
});
