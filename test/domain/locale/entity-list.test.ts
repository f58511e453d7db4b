import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { countries } from '../../../src/domain/locale/entity-kind.ts';
import { type EntityList, findEntityLists } from '../../../src/domain/locale/entity-list.ts';
import { territoryCodes } from '../../../src/domain/locale/territories.ts';

const languages =
  'en-US sv-SE zh-CN ru-RU zh-TW de fr es pt-PT pt-BR it nl pl cs sk hu tr ja ko uk ar hi fi da nb he th vi id el ro bg hr ' +
  'sr lt lv et is fa ur bn ta hy az kk uz ms sw ca eu gl cy ga my km zh-HK mk sq';

function listsIn(text: string, locale: string): readonly EntityList[] {
  const document = parsePage(text, { dialect: 'gfm' });
  return findEntityLists(document, countries, { locale, sourceLocale: 'en-US' });
}

function codesOf(list: EntityList | undefined): readonly string[] {
  return (list?.tokens ?? []).map((token) => token.match?.code ?? token.text);
}

function sortedNames(locale: string): readonly string[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return territoryCodes.map((code) => names.of(code) ?? '').toSorted(new Intl.Collator(locale).compare);
}

describe('findEntityLists', () => {
  it.each(languages.split(' '))('reads a sentence of every country in the form of %s', (locale) => {
    const sentence = new Intl.ListFormat(locale).format(sortedNames(locale));
    const [list, ...others] = listsIn(`# 1\n\n${sentence}\n`, locale);
    expect(others).toEqual([]);
    expect(list?.tokens.filter((token) => token.match?.as !== 'name')).toEqual([]);
    expect(codesOf(list).toSorted()).toEqual(territoryCodes);
  });

  it.each(languages.split(' '))('reads bullets and a table column of every country in %s', (locale) => {
    const names = sortedNames(locale);
    const bullets = listsIn(names.map((name) => `- ${name};`).join('\n'), locale);
    const table = listsIn(
      ['| 1 | 2 |', '| --- | --- |', ...names.map((name) => `| **${name}** | 123 |`)].join('\n'),
      locale,
    );
    expect(bullets.map((list) => list.form)).toEqual(['items']);
    expect(table.map((list) => list.form)).toEqual(['table']);
    expect(codesOf(bullets[0]).toSorted()).toEqual(territoryCodes);
    expect(codesOf(table[0]).toSorted()).toEqual(territoryCodes);
  });

  it('reads names with notes, descriptions and links beside them', () => {
    const [list] = listsIn(
      '- Armenia (8 or 10 digits)\n- **Brazil**: CNPJ\n- [Hungary](hungary.md) – TIN\n- India, Iraq and Kazakhstan\n- South Africa.\n',
      'en-US',
    );
    expect(codesOf(list)).toEqual(['AM', 'BR', 'HU', 'IN', 'IQ', 'KZ', 'ZA']);
  });

  it('cuts the sentence away from the names in it', () => {
    const [english] = listsIn(
      'This is required for customers in Armenia, Brazil, Hungary (since 2021), Bosnia and Herzegovina, and India must have it too.',
      'en-US',
    );
    expect(english?.tokens.map((token) => token.text)).toEqual([
      'Armenia',
      'Brazil',
      'Hungary (since 2021)',
      'Bosnia and Herzegovina',
      'India',
    ]);
    const [chinese] = listsIn('适用于亚美尼亚、巴西、匈牙利、印度和越南的客户。', 'zh-CN');
    expect(chinese?.tokens.map((token) => token.text)).toEqual([
      '亚美尼亚',
      '巴西',
      '匈牙利',
      '印度',
      '越南',
    ]);
  });

  it('reads lists behind a colon and in brackets', () => {
    expect(codesOf(listsIn('Länder: Armenien, Brasilien, Ungern, Indien och Vietnam.', 'sv-SE')[0])).toEqual([
      'AM',
      'BR',
      'HU',
      'IN',
      'VN',
    ]);
    expect(codesOf(listsIn('Some (Armenia, Brazil, Hungary, India, Vietnam) need it.', 'en-US')[0])).toEqual([
      'AM',
      'BR',
      'HU',
      'IN',
      'VN',
    ]);
  });

  it('reads damaged lists as far as they can be read', () => {
    const [list] = listsIn('Brasilien,Indien, Kyrgyzstan,jiska, Ryssland och TÃ¼rkiye', 'sv-SE');
    expect(list?.tokens.map(({ text, match }) => [text, match?.code, match?.as])).toEqual([
      ['Brasilien', 'BR', 'name'],
      ['Indien', 'IN', 'name'],
      ['Kyrgyzstan', 'KG', 'foreign'],
      ['jiska', undefined, undefined],
      ['Ryssland', 'RU', 'name'],
      ['TÃ¼rkiye', 'TR', 'repaired'],
    ]);
  });

  it('gives each name its place, whatever stands before it', () => {
    const text = '# 🌍\r\n\r\n🌍 **Armenia**, Brazil, Hungary, India, Vietnam\r\n';
    const [list] = listsIn(text, 'en-US');
    expect(list?.tokens.map(({ span }) => text.slice(span.start.offset, span.end.offset))).toEqual([
      'Armenia',
      'Brazil',
      'Hungary',
      'India',
      'Vietnam',
    ]);
    expect(list?.tokens[0]?.span.start).toEqual({ line: 3, column: 6, offset: 13 });
  });

  it.each([
    'Customers in Armenia, Brazil, and India need it.',
    'Enter the name, the address, the city, the state, and the postal code.',
    '- Select **Customers**.\n- Select **Add customer**.\n- Enter the name.\n- Select **Submit**.\n- Select **Done**.',
    '| Country | Digits |\n| --- | --- |\n| Armenia | 8 |\n| Brazil | 14 |',
    'French, German, Spanish, Portuguese, Japanese, and Korean are supported.',
  ])('takes no other text for a list of countries: %s', (text) => {
    expect(listsIn(text, 'en-US')).toEqual([]);
  });
});
