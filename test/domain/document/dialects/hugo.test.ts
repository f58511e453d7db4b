import { describe, expect, it } from 'vitest';
import { ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { PageDocument } from '../../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../../src/domain/document/parse-page.ts';
import { sliceOf } from '../../../../src/domain/document/spans.ts';
import recorded from '../../../fixtures/hugo/samples.json' with { type: 'json' };
import { outlineOf, placeOf } from '../outline.ts';
import { readFixture } from '../read-fixture.ts';

const read = (text: string): PageDocument => parsePage(text, { dialect: 'hugo' });

it('reads ids and shortcodes of Hugo', () => {
  const document = read(readFixture('hugo.md'));
  expect(document.frontMatter?.data).toEqual({ title: 'Add a customer', weight: 3 });
  expect(outlineOf(document)).toBe(
    [
      '## Steps #steps',
      '  paragraph "Select now."',
      '  callout note',
      '    paragraph "Read the guide."',
    ].join('\n'),
  );
  expect(document.blocks[0]?.traits.components.map(({ text }) => text)).toEqual(['label "Add customer"']);
});

describe('what a reader sees is what Hugo shows', () => {
  it.each(recorded.samples.filter(({ text }) => !isOlder(text)))('$text', ({ text, html }) => {
    for (const page of [text, text.replaceAll('\n', '\r\n')]) {
      expect(lettersOf(wordsOf(read(page)))).toBe(lettersOf(textOfHtml(html)));
    }
  });
});

it('reads callouts of the themes, with their titles, in the steps they stand in', () => {
  const text = [
    '1. 选择**客户**。',
    '',
    '   {{< caution >}}',
    '   请先**保存**。',
    '   {{< /caution >}}',
    '2. 选择**添加**。',
    '   {{% alert title="注意 *这里*" color="warning" %}}',
    '   内容。',
    '   {{% /alert %}}',
    '* {{< note >}}',
    '  一项。',
    '  {{< /note >}}',
  ].join('\n');
  const document = read(text);
  expect(outlineOf(document)).toBe(
    [
      'list',
      '  step 1 "选择客户。"',
      '    callout caution',
      '      paragraph "请先保存。"',
      '  step 2 "选择添加。"',
      '    callout warning "注意 这里"',
      '      paragraph "内容。"',
      'list',
      '  item',
      '    callout note',
      '      paragraph "一项。"',
    ].join('\n'),
  );
  const callout = document.blocks.find(({ callout: kind }) => kind === 'warning');
  expect(callout && placeOf(callout.span)).toBe('7:4-9:18');
  expect(callout?.traits.emphases.map(({ contentSpan }) => sliceOf(document, contentSpan))).toEqual(['这里']);
});

it('reads tabs, the code in them, and code with numbered lines', () => {
  const text = [
    '{{< tabs name="ways" >}}{{% tab name="By hand" %}}',
    'Select **Add**.',
    '{{% /tab %}}',
    '{{< tab name="By command" codelang="bash" >}}',
    'lockstep check',
    '{{< /tab >}}{{< /tabs >}}',
    '',
    '{{< highlight go "linenos=table" >}}',
    'a := "<b>"',
    '{{< /highlight >}}',
  ].join('\n');
  const document = read(text);
  expect(outlineOf(document)).toBe(
    [
      'component tabs',
      '  component tab "By hand"',
      '    paragraph "Select Add."',
      '  component tab "By command"',
      '    paragraph "lockstep check"',
      'code go "a := \\"<b>\\""',
    ].join('\n'),
  );
  const code = document.blocks.at(-1);
  expect(code && sliceOf(document, code.textSpan)).toBe('a := "<b>"');
});

it('leaves the original in comments above its translation aside, whatever stands in it', () => {
  const text = [
    '<!--',
    '{{< note >}}',
    'Back up first.',
    '',
    '- One',
    '{{< /note >}}',
    '-->',
    '{{< note >}}',
    '请先备份。',
    '{{< /note >}}',
  ].join('\n');
  expect(outlineOf(read(text))).toBe('callout note\n  paragraph "请先备份。"');
});

it('keeps the sections of a tab that has headings', () => {
  const text = '{{% tab name="A" %}}\n\n## Install\n\nText.\n\n{{% /tab %}}\n';
  expect(outlineOf(read(text))).toBe(['component tab', '## Install', '  paragraph "Text."'].join('\n'));
});

it('knows where links lead, what images show, and which words of a shortcode are text', () => {
  const { blocks } = read(
    'See [the list]({{< ref "/docs/list.md#all" >}}) of {{< glossary_tooltip text="nodes" term_id="node" >}}.\n\n' +
      '{{< figure src="list.png" alt="The list" >}}\n\n{{< include "terms.md" >}}\n',
  );
  expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['paragraph', 'See the list of nodes.'],
    ['component', 'The list'],
    ['component', ''],
  ]);
  expect(blocks[0]?.traits.links.map(({ target }) => target)).toEqual(['/docs/list.md#all']);
  expect(blocks[1]?.traits.images).toMatchObject([{ source: 'list.png', alt: 'The list' }]);
  expect(blocks.flatMap(({ traits }) => traits.components.map(({ text }) => text))).toEqual([
    'glossary_tooltip term_id=node',
    'figure src=list.png',
    'include terms.md',
  ]);
});

/**
 * Where the words differ in known ways: Hugo 0.111 knows no alerts and takes `€` for no punctuation mark, a title is
 * shown as a shortcode's template likes, and code keeps the comment marks of escaped shortcodes.
 */
function isOlder(text: string): boolean {
  return text.startsWith('> [!') || /title=|[€¥]/.test(text) || text.startsWith('```md');
}

function wordsOf(document: PageDocument): string {
  const texts = [
    ...ownTexts(document),
    ...document.blocks.filter(({ kind }) => kind === 'code').map((block) => ({ ...block, node: block })),
    ...document.blocks.flatMap(({ traits }) =>
      traits.components.flatMap(({ text, span }) =>
        text.startsWith('label') ? [{ text: text.slice(6), span }] : [],
      ),
    ),
  ];
  return texts
    .toSorted((one, other) => one.span.start.offset - other.span.start.offset)
    .map(({ text }) => text)
    .join('');
}

function textOfHtml(html: string): string {
  return html
    .replaceAll(/<!--.*?-->|<sup.*?<\/sup>|&#x21a9;&#xfe0e;/gs, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&[lr]dquo;/g, '"')
    .replaceAll('&#160;', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

/** In any order: what a shortcode shows stands amid the text of its block. */
function lettersOf(text: string): string {
  return [...text.replaceAll(/[\s"]/g, '')].toSorted().join('');
}
