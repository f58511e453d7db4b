import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../src/domain/document/parse-page.ts';
import { sliceOf } from '../../../../src/domain/document/spans.ts';
import { outlineOf, placeOf } from '../outline.ts';
import { readFixture } from '../read-fixture.ts';

describe('learn', () => {
  it('reads the extensions of docfx', () => {
    expect(outlineOf(parsePage(readFixture('learn-steps.md'), { dialect: 'learn' }))).toBe(
      [
        '# Lägg till en kund 😀 #add-a-customer',
        '  paragraph "Lämpliga roller: Global administratör | Försäljningsagent"',
        '  callout note',
        '    paragraph "Läs kraven först."',
        '    list',
        '      item "Juridiskt namn"',
        '      item "Adress"',
        '  ## Steg #steps',
        '    list',
        '      step 1 "Välj Kunder och sedan Lägg till kund."',
        '      step 2 "Fyll i sidan Kontoinformation."',
        '        callout important',
        '          paragraph "Upp till 5 återförsäljare kan anges."',
        '        component image "Sidan Kontoinformation."',
        '      step 3 "Välj och fortsätt i Partner Center."',
        '    component include',
        '    component zone',
        '    paragraph "Gäller partner med direktfakturering."',
        '    component zone-end',
        '    component video',
        '    table',
        '      row',
        '        cell "Land"',
        '        cell "Krav på ID"',
        '      row',
        '        cell "Sverige"',
        '        cell "nej"',
        '      row',
        '        cell "Brasilien"',
        '        cell "ja | CNPJ"',
        '    paragraph "Klar & färdig\u00A0*nu*. Se https://example.com/kunder eller hjälpen." #done',
      ].join('\n'),
    );
  });

  it('says what an extension includes and shows', () => {
    const { blocks } = parsePage(readFixture('learn-steps.md'), { dialect: 'learn' });
    expect(blocks.flatMap(({ traits }) => traits.components.map(({ text }) => text))).toEqual([
      'image media/account-info.png',
      'include ../includes/next-button.md',
      'include ../includes/agreement.md',
      'zone pivot="direct-bill"',
      'zone-end',
      'video https://www.microsoft.com/videoplayer/embed/adding-customers',
    ]);
    expect(blocks.flatMap(({ traits }) => traits.images)).toMatchObject([
      { source: 'media/account-info.png', alt: 'Sidan Kontoinformation.' },
    ]);
  });

  it('reads the translated half of a bilingual page, as a reader of that language does', () => {
    const document = parsePage(readFixture('learn-bilingual.md'), { dialect: 'learn' });
    expect(outlineOf(document)).toBe(
      [
        '# 添加新客户 #add-a-new-customer',
        '  paragraph "适用于"',
        '  list',
        '    item "合作伙伴中心"',
        '  list',
        '    step 1 "从仪表板菜单中，选择客户。 然后选择添加客户。"',
        '    step 2 "请在创建新订阅中查看 10 个详细信息。"',
      ].join('\n'),
    );
    const [, , , , first, second] = document.blocks;
    expect(first?.traits.emphases.map(({ contentSpan }) => sliceOf(document, contentSpan))).toEqual([
      '仪表板',
      '客户',
      '添加客户',
    ]);
    expect(second?.traits.links.map(({ text, target }) => [text, target])).toEqual([
      ['创建新订阅', 'create-a-new-subscription.md'],
    ]);
    expect(second?.traits.numbers.map(({ value }) => value)).toEqual([10]);
  });

  it('splits a paragraph where an extension fills a line of it', () => {
    const { blocks } = parsePage(
      '1. Select **Add**.\n   :::image source="add.png" alt-text="Add":::\n   Then wait.\n',
      { dialect: 'learn' },
    );
    expect(blocks.map(({ kind, text, span }) => [kind, text, placeOf(span)])).toEqual([
      ['list', '', '1:1-3:14'],
      ['step', 'Select Add.', '1:1-3:14'],
      ['component', 'Add', '2:4-2:47'],
      ['paragraph', 'Then wait.', '3:4-3:14'],
    ]);
  });
});
