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
        '      paragraph "Gäller partner med direktfakturering."',
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

  it('ends a list where a zone ends, and keeps the sections of a zone that has headings', () => {
    const text = [
      '::: zone pivot="web"',
      '1. Välj **Kunder**.',
      '   - Namn',
      '::: zone-end',
      '::: zone pivot="cli"',
      '## Kommandoraden',
      'Text.',
      '::: zone-end',
    ].join('\r\n');
    const document = parsePage(text, { dialect: 'learn' });
    expect(outlineOf(document)).toBe(
      [
        'component zone',
        '  list',
        '    step 1 "Välj Kunder."',
        '      list',
        '        item "Namn"',
        'component zone',
        '## Kommandoraden',
        '  paragraph "Text."',
        '  component zone-end',
      ].join('\n'),
    );
    expect(document.blocks[0] && placeOf(document.blocks[0].span)).toBe('1:1-4:13');
    expect(document.blocks.flatMap(({ traits }) => traits.components.map(({ text: said }) => said))).toEqual([
      'zone pivot="web"',
      'zone pivot="cli"',
      'zone-end',
    ]);
  });

  it('reads tabs up to the line across the page, columns and long descriptions', () => {
    const text = [
      '# [Portalen **nu**](#tab/portal)',
      '',
      'Välj.',
      '',
      '# [Kommandorad](#tab/cli/linux)',
      '',
      '- Skriv',
      '',
      '---',
      '',
      ':::row:::',
      ':::column span="2":::',
      'Vänster',
      ':::column-end:::',
      ':::row-end:::',
      '',
      ':::image type="complex" source="a.png" alt-text="Bild":::',
      'Lång text.',
      ':::image-end:::',
    ].join('\n');
    expect(outlineOf(parsePage(text, { dialect: 'learn' }))).toBe(
      [
        'component tab "Portalen nu"',
        '  paragraph "Välj."',
        'component tab "Kommandorad"',
        '  list',
        '    item "Skriv"',
        'component row',
        '  component column',
        '    paragraph "Vänster"',
        'component image "Bild"',
        'paragraph "Lång text."',
      ].join('\n'),
    );
  });

  it('takes a box for no notice', () => {
    const text = '> [!div class="checklist"]\n> - Ett\n\n> [!div class="nextstepaction"]\n> [Nästa](n.md)\n';
    const { blocks } = parsePage(text, { dialect: 'learn' });
    expect(blocks.map(({ kind, text: said }) => [kind, said])).toEqual([
      ['component', ''],
      ['list', ''],
      ['item', 'Ett'],
      ['component', ''],
      ['paragraph', 'Nästa'],
    ]);
  });
});
