import { describe, expect, it } from 'vitest';
import { driftBetween, driftLines } from './drift-lines.ts';

const page = `---
title: Add a customer
description: How to add one.
date: 2024-05-01
---

# Add a customer

You need the role of an admin.

## Steps

1. Select **Customers**.
2. Select **Add customer**, then enter the [company name](names.md).
3. Wait 5 minutes.

   The customer sees nothing.
4. Select **Review**.

> [!NOTE]
> Only 100 licences are free.

## After that

Tell the customer.

| Field | Needed |
| --- | --- |
| Name | yes |
| Phone | no |
`;

/** The lines of the drift from the page to the page with one text for another. */
function after(...replacements: readonly (readonly [from: string, to: string])[]): readonly string[] {
  let text = page;
  for (const [from, to] of replacements) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return driftLines(driftBetween(page, text));
}

describe('findDrift', () => {
  it('finds nothing between equal texts, and calls that no change of form', () => {
    expect(driftBetween(page, page)).toMatchObject({ changes: [], isCosmetic: false });
  });

  it('names a step with other words, and the words', () => {
    expect(after(['2. Select **Add customer**', '2. Choose **New customer**'])).toEqual([
      '14 changed step text: [-Select Add-]{+Choose New+} customer, then enter the company name.',
    ]);
  });

  it('names a step that is new, and not those whose numbers follow from it', () => {
    expect(
      after(['3. Wait 5', '3. Select **Next**.\n4. Wait 5'], ['4. Select **Review', '5. Select **Review']),
    ).toEqual(['15 added step: {+Select Next.+}']);
  });

  it('tells what stands in a step that is gone as one change, at the place where it stood', () => {
    const { changes } = driftBetween(
      page,
      page.replace('3. Wait 5 minutes.\n\n   The customer sees nothing.\n', ''),
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      kind: 'removed',
      node: 'step',
      step: 3,
      blocks: 2,
      words: [{ kind: 'removed', text: 'Wait 5 minutes.\nThe customer sees nothing.' }],
      range: { start: { line: 14, column: 69 }, end: { line: 14, column: 69 } },
      rangeBefore: { start: { line: 15, column: 1 }, end: { line: 17, column: 30 } },
      section: { heading: { text: 'Steps' } },
    });
  });

  it('names steps in another order as moved, the fewest that explain it', () => {
    expect(
      after(
        ['1. Select **Customers**.\n', ''],
        ['4. Select **Review**.\n', '4. Select **Review**.\n5. Select **Customers**.\n'],
        ['2. Select', '1. Select'],
      ),
    ).toEqual(['18 moved step: Select Customers.']);
  });

  it('tells a section that came with all that stands in it as one change', () => {
    expect(after(['## After that', '## Costs\n\nNone.\n\n- No fee\n- No tax\n\n## After that'])).toEqual([
      '23 added section: {+Costs\nNone.\nNo fee\nNo tax+}',
    ]);
  });

  it('tells a section that went elsewhere as one change', () => {
    const section = page.slice(page.indexOf('## After that'));
    expect(
      driftLines(driftBetween(page, page.replace(section, '').replace('## Steps', `${section}\n## Steps`))),
    ).toEqual(['11 moved section: After that\nTell the customer.\nField | Needed\nName | yes\nPhone | no']);
  });

  it('tells a heading alone where what stands below it stayed', () => {
    expect(after(['## After that\n\n', ''])).toEqual(['21 removed heading: [-After that-]']);
    expect(after(['## After that', '### Afterwards'])).toEqual([
      '23 changed heading text,level  (2 → 3): [-After that-]{+Afterwards+}',
    ]);
  });

  it('tells a table that went as one change, and a row as a row', () => {
    const table = page.slice(page.indexOf('| Field'));
    expect(driftLines(driftBetween(page, page.replace(table, '')))).toEqual([
      '25 removed table: [-Field | Needed\nName | yes\nPhone | no-]',
    ]);
    expect(after(['| Phone | no |', '| Phone | yes |'])).toEqual([
      '30 changed row text: Phone | [-no-]{+yes+}',
    ]);
  });

  it.each([
    ['a link', ['(names.md)', '(rules.md)'], '14 changed step link  (names.md → rules.md)'],
    ['bold', ['**Review**', 'Review'], '18 changed step emphasis  (strong Review → null)'],
    ['a kind of callout', ['[!NOTE]', '[!WARNING]'], '20 changed callout callout  (note → warning)'],
    [
      'a kind of list',
      ['1. Select **Customers**.\n', '- Select **Customers**.\n\n'],
      '13 changed item kind  (step → item)',
    ],
    ['a number', ['Only 100', 'Only 50'], '21 changed paragraph text'],
    ['a title', ['title: Add a', 'title: Add the'], '2 changed field title text'],
  ] as const)('finds %s that is another', (_, [from, to], line) => {
    expect(after([from, to])[0]?.startsWith(line)).toBe(true);
  });

  it('finds a list that begins to count anew', () => {
    expect(after(['3. Wait', '<!-- -->\n\n1. Wait'], ['4. Select', '2. Select'])).toEqual([
      '17 changed step number: Wait 5 minutes.',
    ]);
  });

  it('finds what MDX imports, and the attributes of a component', () => {
    const mdx = 'import { Tabs } from "tabs";\n\n<Tabs group="os">\n\nText.\n\n</Tabs>\n';
    expect(
      driftLines(driftBetween(mdx, mdx.replace('"tabs"', "'tabs'").replace('os', 'shell'), 'mdx')),
    ).toEqual(['3 changed component component  (<Tabs group="os"> → <Tabs group="shell">): ']);
    expect(driftLines(driftBetween(mdx, mdx.replace('"tabs"', '"other"'), 'mdx'))).toEqual([
      '1 changed other text: import { Tabs } from "[-tabs-]{+other+}"',
    ]);
  });

  it('finds words in a source in Chinese, and takes no broken line for a change', () => {
    const before = '选择**客户**，然后选择**添加客户**。\n\n等待五分钟。\n';
    const [broken, changed] = [before.replace('然后', '\n然后'), before.replace('五分钟', '十分钟')];
    expect(driftBetween(before, broken, 'gfm', { locale: 'zh-CN' })).toMatchObject({ isCosmetic: true });
    expect(driftLines(driftBetween(before, changed, 'gfm', { locale: 'zh-CN' }))).toEqual([
      '3 changed paragraph text: 等待[-五分钟-]{+十分钟+}。',
    ]);
  });

  it.each([
    ['setext headings', '## Steps', 'Steps\n-----'],
    ['another day in the date', 'date: 2024-05-01', 'date: 2025-01-31'],
    [
      'another order and quotes of front matter',
      'title: Add a customer\ndescription: How to add one.',
      'description: \'How to add one.\'\ntitle: "Add a customer"',
    ],
    ['a link to the same page by its address', '(names.md)', '(/docs/guides/names/)'],
    ['a link by reference', '[company name](names.md)', '[company name]'],
    ['other markers of bold', '**Review**', '__Review__'],
    ['a padded table', '| --- | --- |', '|:-----|------:|'],
    ['a comment', '## After that', '<!-- Reviewed. -->\n\n## After that'],
    ['a broken line', 'need the role', 'need\nthe role'],
  ])('takes %s for a change of form', (_, from, to) => {
    const text = `${page.replace(from, to)}\n[company name]: names.md\n`;
    expect(text).toContain(to);
    const drift = driftBetween(page, text);
    expect(driftLines(drift)).toEqual([]);
    expect(drift.isCosmetic).toBe(true);
  });

  it.each([
    ['~~~', '```sh\nnpm ci\n```\n', '~~~ sh\nnpm ci  \n~~~\n'],
    ['typographic quotes', 'Select "Add" … it\'s there -- now.\n', 'Select “Add” ... it’s there — now.\n'],
    ['an ending of lines', 'One\n\nTwo\n', 'One\r\n\r\nTwo\r\n'],
    ['1) for 1.', '1. One\n2. Two\n', '1) One\n2) Two\n'],
    ['1. for all', '1. One\n2. Two\n', '1. One\n1. Two\n'],
    ['stars for bullets', '- One\n- Two\n', '* One\n* Two\n'],
  ])('takes %s for a change of form', (_, before, text) => {
    expect(driftBetween(before, text)).toMatchObject({ changes: [], isCosmetic: true });
  });

  it('takes typographic quotes in code for a change', () => {
    expect(driftLines(driftBetween('Run `echo "a"`.\n', 'Run `echo “a”`.\n'))).toEqual([
      '1 changed paragraph code  (echo "a" → echo “a”): Run echo “a”.',
    ]);
  });

  it('reads a page of thousands of blocks that shares nothing with the old one', () => {
    const one = Array.from({ length: 4000 }, (_, at) => `Text one ${at * 2}.`).join('\n\n');
    const other = Array.from({ length: 4000 }, (_, at) => `Other words ${at * 2 + 1}.`).join('\n\n');
    expect(driftBetween(one, other).changes.length).toBeGreaterThanOrEqual(4000);
  });
});
