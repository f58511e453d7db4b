import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToHtml } from 'satteri';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { findBrokenLists } from '../../../src/domain/document/broken-lists.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import recordedOfHugo from '../../fixtures/hugo/samples.json' with { type: 'json' };
import recorded from '../../fixtures/python-markdown/samples.json' with { type: 'json' };

describe('a marker that is told is text to the renderers', () => {
  it.each([
    ['1. Select **Customers**.\n2.Select **Add customer**.', 1],
    ['1. Select **Customers**.\n2. Select **Add customer**.', 2],
    ['1.选择**客户**。\n2.选择**添加客户**。', 0],
    ['1. 选择**客户**。\n\n2、选择**添加客户**。', 1],
    ['- Name\n-地址\n- Stadt', 2],
    ['* Name\n*Address\n  * City', 2],
    ['-[Order](orders.md)', 0],
    ['1. Välj **Kunder**. 2. Välj **Lägg till kund**.', 1],
  ])('%j', (text, items) => {
    const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
    expect(nodesOf(tree).filter(({ type }) => type === 'listItem')).toHaveLength(items);
    expect(markdownToHtml(text).html.match(/<li>/g) ?? []).toHaveLength(items);
    const texts = nodesOf(tree).filter(({ type }) => type === 'text');
    const markers = text.split(/\n+|(?=2\. Välj)/).length - items;
    const found = findBrokenLists(parsePage(text, { dialect: 'gfm' }));
    expect(found).toHaveLength(markers);
    for (const { span } of found) {
      const isText = texts.some(
        ({ position }) =>
          (position?.start.offset ?? 0) <= span.start.offset &&
          span.end.offset <= (position?.end.offset ?? 0),
      );
      expect(isText).toBe(true);
    }
  });

  it.each([
    ['1. 选择**客户**。\n\n２．选择**添加客户**。', 'glued-number', 1],
    ['- Name\n• Adresse', 'typed-bullet', 1],
    ['用意するもの：\n• 氏名\n• 住所', 'typed-bullet', 0],
  ])('%j', (text, kind, items) => {
    expect(markdownToHtml(text).html.match(/<li>/g) ?? []).toHaveLength(items);
    for (const dialect of ['gfm', 'mdx', 'learn', 'hugo'] as const)
      expect(findBrokenLists(parsePage(text, { dialect })).map((broken) => broken.kind)).toEqual([kind]);
  });

  it.each([
    ['1. Select **Customers**.\n2.Select **Add customer**.', 'glued-number'],
    ['1. Select **Customers**.\n2. Select **Add customer**.', undefined],
    ['1.选择**客户**。\n2.选择**添加客户**。', 'glued-number'],
    ['1. 选择**客户**。\n\n2、选择**添加客户**。', 'glued-number'],
    ['1. 选择**客户**。\n\n２．选择**添加客户**。', 'glued-number'],
    ['- Name\n-地址\n- Stadt', 'glued-bullet'],
    ['- Name\n• Adresse', 'typed-bullet'],
    ['1. Välj **Kunder**. 2. Välj **Lägg till kund**.', 'joined-step'],
    ['Enter the country\n- and the region.', 'accidental-bullet'],
    ['Check the entries before you submit them.\n---', 'accidental-heading'],
    ['The list has\n17. Then it ends.', undefined],
    ['Es begann am\n1. Januar.', 'accidental-number'],
    ['Enter:\n- the name\n- the address', undefined],
  ])('in Hugo: %s', (text, kind) => {
    const page = parsePage(text, { dialect: 'hugo' });
    expect(findBrokenLists(page)[0]?.kind).toBe(kind);
    // The verdict rests on a tree that has Hugo's items and headings.
    const html = recordedOfHugo.samples.find((sample) => sample.text === text)?.html ?? '';
    const items = page.blocks.filter((block) => block.kind === 'item' || block.kind === 'step');
    expect([items.length, page.sections.length]).toEqual([
      (html.match(/<li>/g) ?? []).length,
      (html.match(/<h2/g) ?? []).length,
    ]);
  });

  it.each(recorded.samples)('in Python-Markdown: $text', ({ text, html }) => {
    // A marker that begins a line of running text, a quoted heading's dashes left aside.
    const shown = /(?:<p>|<li>|\n)(?:[-*+]|\d[.)]) *(?=[\p{L}*（])(?!\*\*)/u.test(
      html.replaceAll(/<pre>.*?<\/pre>|<(?:em|strong)>/gs, ''),
    );
    expect(findBrokenLists(parsePage(text, { dialect: 'mkdocs' })).length > 0).toBe(shown);
  });
});

it.each([
  ['list', 'Enter the country\n- and the region.', 'accidental-bullet'],
  ['list', 'Es begann am\n1. Januar.', 'accidental-number'],
  ['list', 'Se avsnitt\n1. andra stycket.', 'accidental-number'],
  ['heading', 'Check the entries before you submit them.\n---', 'accidental-heading'],
])('tells of a %s that the renderers make of a line of prose', (type, text, kind) => {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
  expect(nodesOf(tree).map((node) => node.type)).toContain(type);
  expect(findBrokenLists(parsePage(text, { dialect: 'gfm' })).map((broken) => broken.kind)).toEqual([kind]);
});

it.each([
  'Enter:\n- the name',
  'Customers\n---',
  'Customers of the Contoso Co.\n----------------------------',
  '17. Dezember 2020: Erstveröffentlichung',
  '2.Quartal',
  '-Path names the folder.\n\n- Name',
  '*Without taxes.\n\n* Name',
  '1、选择**客户**。\n\n2、选择**添加客户**。',
  '1. See version 1. 2. Edition',
])('is silent about %j', (text) => {
  expect(findBrokenLists(parsePage(text, { dialect: 'gfm' }))).toEqual([]);
});

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap((child) => nodesOf(child)) : [])];
}
