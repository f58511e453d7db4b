import { describe, expect, test } from 'vitest';
import { anchors } from '../../src/markdown/anchors.ts';
import { isPlainPage, renderPlainPage } from '../../src/markdown/plain-pages.ts';

const page = new URL('file:///guide/content/zh-TW/page.mdx');
const settings = { features: { smartPunctuation: false }, mdastPlugins: [anchors] };

describe('a plain page', () => {
  test.each([
    ['Use the **legal name**. {/* #rule-legal-name */}'],
    ['{/* lockstep-ignore changed-number: the limit\ndiffers here */}\n\nUp to 5 resellers > 4.'],
    ['To import it, export the list.'],
    [''],
  ])('is Markdown and comments: %j', (text) => expect(isPlainPage(text)).toBe(true));

  test.each([
    ['<PracticeForm />'],
    ['Press <kbd>Enter</kbd>.'],
    ["import Table from './Table.astro';"],
    ['Words.\n\nexport const limit = 5;'],
    ['Up to {limit} resellers.'],
    ['{/* #rule */ limit}'],
    ['{/* one */ two /* three */}'],
    ['![The form](form.png)'],
    ['A broken {/* comment'],
  ])('is not what may be more: %j', (text) => expect(isPlainPage(text)).toBe(false));

  test('becomes HTML, with its headings, those without an id of their own included', async () => {
    const text =
      '## 新增客戶 {/* #add */}\n\n選取「客戶」 & "完成"。 {/* #done */}\n\n### 客戶 `ID`\n\n### 客戶 `ID`';
    expect(await renderPlainPage(text, settings, page)).toEqual({
      html: [
        '<h2 id="add">新增客戶</h2>',
        '<p><span id="done">選取「客戶」 &amp; "完成"。</span></p>',
        '<h3 id="客戶-id">客戶 <code>ID</code></h3>',
        '<h3 id="客戶-id-1">客戶 <code>ID</code></h3>',
      ].join('\n'),
      headings: [
        { depth: 2, slug: 'add', text: '新增客戶' },
        { depth: 3, slug: '客戶-id', text: '客戶 ID' },
        { depth: 3, slug: '客戶-id-1', text: '客戶 ID' },
      ],
    });
  });

  test('may be empty', async () => {
    expect(await renderPlainPage('', settings, page)).toEqual({ html: '', headings: [] });
  });

  test('has no components', async () => {
    await expect(renderPlainPage('Words.\n\n<PracticeForm />', settings, page)).rejects.toThrow(
      'PracticeForm',
    );
  });
});
