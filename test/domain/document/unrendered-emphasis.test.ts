import type { Nodes } from 'mdast';
import { markdownToHtml, mdxToHast } from 'satteri';
import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { findUnrenderedEmphasis } from '../../../src/domain/document/unrendered-emphasis.ts';
import recordedOfHugo from '../../fixtures/hugo/samples.json' with { type: 'json' };
import recorded from '../../fixtures/python-markdown/samples.json' with { type: 'json' };
import { textOfHtml, textOfMarkdown, textOfMdx } from './rendered-text.ts';

/** Sentences whose author means bold or italic text wherever there are markers. */
const sentences = [
  'Select **Customers**.',
  'Select **Customers:** first.',
  'Välj **Kunder** och sedan **Lägg till kund.**',
  'Выберите ** Клиенты ** в меню.',
  'Выберите **Клиенты** , а затем **Добавить клиента** .',
  '选择**帐户信息：**页。',
  '选择**帐户信息**：页。',
  '点按**“添加客户”**按钮。',
  '点按“**添加客户**”按钮。',
  '打开[客户](customers.md)**[列表](list.md)**页。',
  '打开[**列表**](list.md)页。',
  '选取 [**客戶**]，然後選取 [**新增客戶**]。',
  '選取**「客戶」**，再選取**新增客戶**。',
  '**고객(Customers)**을 선택합니다.',
  '**고객**(Customers)을 선택합니다.',
  '*주소(address)*를 입력합니다.',
  '메뉴에서 _고객 추가_를 선택합니다.',
  '메뉴에서 _고객 추가_ 를 선택합니다.',
  'Menüden **"Müşteriler"**i seçin.',
  'Viktigt om kundavtal:** Läs det först.',
  'På sidan **Kontoinformation anger du namnet.',
  '[収益の **種類] フィルターで****、[顧客] を選択します**。',
  '🙂 选择**“客户”**，然后选择 `**添加**` 和**地址**。',
];

describe('a verdict on emphasis is that of the renderers', () => {
  it.each(sentences)('in Markdown: %s', (text) => {
    const seen = hasMarkers(textOfMarkdown(text));
    expect(hasMarkers(textOfHtml(markdownToHtml(text).html))).toBe(seen);
    for (const dialect of ['gfm', 'learn', 'hugo'] as const) {
      expect(findUnrenderedEmphasis(parsePage(text, { dialect })).length > 0).toBe(seen);
    }
  });

  it.each(sentences)('in MDX: %s', (text) => {
    const seen = hasMarkers(textOfMdx(text));
    expect(hasMarkers(shownBy(mdxToHast(text) as unknown as Nodes))).toBe(seen);
    expect(findUnrenderedEmphasis(parsePage(text, { dialect: 'mdx' })).length > 0).toBe(seen);
  });

  it.each(recordedOfHugo.samples.filter(({ text }) => /[*_]/.test(text) && !/\n|\{\{/.test(text)))(
    'in Hugo: $text',
    ({ text, html }) => {
      const found = findUnrenderedEmphasis(parsePage(text, { dialect: 'hugo' }));
      // Goldmark 1.5 takes `+` for a mark and `€` for none: for the latter nothing is told.
      expect(found.length > 0).toBe(/\*\*|[*_](?=[\p{L}“"「])|[\p{L})]_/u.test(textOfHtml(html)));
    },
  );

  const meant = recorded.samples.filter(
    ({ text }) => !text.includes('\n') && !/^(?:snake_case|A \* star|Escaped|\*\*a\*\* b)/.test(text),
  );
  it.each(meant)('in Python-Markdown: $text', ({ text, html }) => {
    const found = findUnrenderedEmphasis(parsePage(text, { dialect: 'mkdocs' }));
    expect(found.length > 0).toBe(hasMarkers(textOfHtml(html)));
  });
});

describe('of every way to set markers beside words and marks', () => {
  const before = ['请选择', 'メニュー', '메뉴', 'click ', 'word', '。', '（', '“', ''];
  const contents = [
    '客户',
    '“客户”',
    '客户：',
    '（客户）',
    '客户(A)',
    'Kunder',
    'Kunder:',
    '[链](x.md)',
    '「客户」',
  ];
  const beside = [' 客户', '客户 ', 'A+', '100€', '<b>a</b>'];
  const after = ['页面', 'です', '를', ' now', 'word', '。', '）', ''];
  const textsOf = (marker: string, inside: readonly string[]): readonly string[] =>
    before.flatMap((left) =>
      inside.flatMap((content) => after.map((right) => `${left}${marker}${content}${marker}${right}`)),
    );

  it.each(['**', '*', '__', '_'])('tells none that the renderers show as emphasis: %s', (marker) => {
    const texts = textsOf(marker, [...contents, ...beside]);
    const shown = texts.filter((text) => !/[*_]/.test(textOfMarkdown(text)));
    for (const dialect of ['gfm', 'learn', 'hugo'] as const)
      expect(shown.filter((text) => isTold(text, dialect))).toEqual([]);
    const shownInMdx = texts.filter((text) => !/[*_]/.test(textOfMdx(text)));
    expect(shownInMdx.filter((text) => isTold(text, 'mdx'))).toEqual([]);
  });

  it('tells all whose asterisks the renderers show around words', () => {
    const texts = textsOf('**', contents);
    expect(texts.filter((text) => textOfMarkdown(text).includes('*') !== isTold(text, 'gfm'))).toEqual([]);
  });
});

it('finds bold text that goes on behind the marker that should end it', () => {
  const text = '选择**客户：**然后选择**添加客户**。';
  expect(markdownToHtml(text).html).toContain('<strong>客户：<strong>');
  expect(findUnrenderedEmphasis(parsePage(text, { dialect: 'gfm' }))).toMatchObject([
    { reason: 'closing-beside-letter', content: '客户：', isShown: false, span: { start: { offset: 2 } } },
  ]);
});

it.each([
  ['arithmetic', 'The price is 2 ** 3 and x ** y ** z, or 5 * 4 * 3.'],
  ['globs', 'Files in docs/**/*.md and src/**/customers are read. Use stars (**) for folders, or ** alone.'],
  ['arguments', 'Pass **kwargs and **options to the client, then f(**fields, **names).'],
  ['notes', 'Prices* are in USD** and taxes* are not**.\n\n*Monthly.\n\n**Without taxes.'],
  ['a required field', '| Field | |\n| --- | --- |\n| Name * | * |\n| ID ** | ** |'],
  ['masks', 'The ID is ****4442 and the password ******.'],
  ['identifiers', '调用__init__方法，变量_name_不变，snake_case_name 也一样。'],
  ['escapes', 'Write \\*\\*Customers\\*\\*，或者 \\_客户\\_。'],
  ['code', '选择`**客户：**`页，```**“客户”**页```。'],
])('leaves %s alone', (_, text) => {
  for (const dialect of ['gfm', 'mkdocs'] as const) {
    expect(findUnrenderedEmphasis(parsePage(text, { dialect }))).toEqual([]);
  }
});

function isTold(text: string, dialect: Dialect): boolean {
  return findUnrenderedEmphasis(parsePage(text, { dialect })).length > 0;
}

function hasMarkers(text: string): boolean {
  return /\*\*|[*_](?=[\p{L}“"「])|[\p{L})]_/u.test(text);
}

/** The text that a reader sees, code left out. */
function shownBy(node: Nodes | Readonly<Record<string, unknown>>): string {
  if (node.type === 'text' && 'value' in node) return String(node.value);
  if ('tagName' in node && node.tagName === 'code') return '';
  if (!('children' in node) || !Array.isArray(node.children)) return '';
  return node.children.map((child: Nodes) => shownBy(child)).join('');
}
