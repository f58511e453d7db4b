import { describe, expect, it } from 'vitest';
import { countOwnHan, findForeignHan, hanFormOf } from '../../../src/domain/locale/han-forms.ts';

describe('hanFormOf', () => {
  it.each([
    ['zh-CN', 'simplified'],
    ['zh', 'simplified'],
    ['zh-SG', 'simplified'],
    ['zh-TW', 'traditional'],
    ['zh-hant', 'traditional'],
    ['zh-HK', 'traditional'],
    ['ja', 'japanese'],
    ['ko-KR', undefined],
    ['sv-SE', undefined],
  ])('%s is %s', (locale, form) => {
    expect(hanFormOf(locale)).toBe(form);
  });
});

describe('findForeignHan', () => {
  it('finds each character that only another form has, with what the page writes', () => {
    expect(findForeignHan('請选择客户。', 'traditional')).toEqual([
      { at: 1, character: '选', form: 'simplified', own: '選' },
      { at: 2, character: '择', form: 'simplified', own: '擇' },
      { at: 4, character: '户', form: 'simplified', own: '戶' },
    ]);
    expect(findForeignHan('选擇', 'simplified')).toEqual([
      { at: 1, character: '擇', form: 'traditional', own: '择' },
    ]);
  });

  it('knows Japanese characters in Chinese, and Chinese ones in Japanese', () => {
    expect(findForeignHan('变更図', 'simplified').map(({ form, own }) => [form, own])).toEqual([
      ['japanese', '图'],
    ]);
    expect(findForeignHan('設定を变更する国', 'japanese').map(({ character }) => character)).toEqual(['变']);
  });

  it.each([
    ['simplified', '著名的瞭望塔，乾坤，藉此，於是，覆盖'],
    ['traditional', '后里的台灣人吃麵，准許干擾，皇后，公里，朴子，范先生，万俟'],
    ['japanese', '万国の学会、龍と竜、國分、辻、畑、働く'],
  ] as const)('leaves %s alone: %s', (form, text) => {
    expect(findForeignHan(text, form)).toEqual([]);
  });

  it('reads what Hong Kong writes as Traditional', () => {
    expect(findForeignHan('裏面的床羣，按着，説明，恒生', 'traditional')).toEqual([]);
  });
});

it('countOwnHan counts what only the form itself has', () => {
  expect(countOwnHan('請選擇客户', 'traditional')).toBe(3);
  expect(countOwnHan('お客様', 'japanese')).toBe(1);
});
