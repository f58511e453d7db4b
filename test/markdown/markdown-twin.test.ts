import { describe, expect, test } from 'vitest';
import { markdownTwin } from '../../src/markdown/markdown-twin.ts';

const twin = (body: string) =>
  markdownTwin(body, {
    page: new URL('https://guide.example/zh-tw/add-a-new-customer/'),
    component: (name) => (name === 'PracticeForm' ? '[練習表單](https://guide.example/)' : undefined),
  });

describe('the Markdown twin of a page', () => {
  test('has no ids in comments, in headings, steps and sentences', () => {
    expect(
      twin(
        '## 注意事項 {/* #considerations */}\n\n1. 選取 **客戶**。 {/* #select-customers */}\n2. 完成。\n\n使用法定名稱。 {/* #rule-legal-name */}不要縮寫。\n',
      ),
    ).toBe('## 注意事項\n\n1. 選取 **客戶**。\n2. 完成。\n\n使用法定名稱。不要縮寫。\n');
  });

  test('leaves out what stands alone between blocks, without a gap', () => {
    expect(twin("import A from './a.ts';\n\n# A\n\n{/* #place */}\n\nB\n")).toBe('# A\n\nB\n');
  });

  test('has links that work from anywhere', () => {
    expect(
      twin(
        'See [roles](appropriate-roles.mdx#who), [here](#steps "Steps"), ![](/a.png), [a](https://a.example/).\n\n[b]: #steps',
      ),
    ).toBe(
      'See [roles](https://guide.example/zh-tw/appropriate-roles/#who), [here](https://guide.example/zh-tw/add-a-new-customer/#steps "Steps"), ![](https://guide.example/a.png), [a](https://a.example/).\n\n[b]: https://guide.example/zh-tw/add-a-new-customer/#steps\n',
    );
  });

  test('says what a component would show', () => {
    expect(twin('Try it.\n\n<PracticeForm />\n\nDone.')).toBe(
      'Try it.\n\n[練習表單](https://guide.example/)\n\nDone.\n',
    );
  });

  test('keeps code as it is, with what looks like a comment or a link', () => {
    const code = '`{/* #id */}` and `[a](b.mdx)`\n\n```md\n## A {/* #a */}\n[a](#b)\n```\n';
    expect(twin(code)).toBe(code);
  });

  test('refuses a component that it knows no words for', () => {
    expect(() => twin('<Chart />')).toThrow(
      'No Markdown stands for the component `<Chart />` in /zh-tw/add-a-new-customer/.',
    );
  });
});
