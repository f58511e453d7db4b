import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phrasesOf } from '../../../src/domain/locale/phrases.ts';

describe('the phrases of a title', () => {
  test.each([
    ['zh-CN', '验证公司名称、联系人姓名和地址', ['验证', '公司', '名称、联系人', '姓名', '和地址']],
    ['zh-CN', '各国家/地区的注册 ID', ['各国家/', '地区的', '注册 ID']],
    ['zh-CN', '通过 REST API 确认', ['通过 REST API 确认']],
    ['zh-TW', '如何填寫電話號碼', ['如何', '填寫', '電話號碼']],
  ])('in %s, %s comes apart between words, and particles stay with theirs', (locale, title, phrases) => {
    expect(phrasesOf(title, locale, [])).toEqual(phrases);
  });

  test('terms are whole, the longest that fits', () => {
    expect(phrasesOf('确认间接经销商合同', 'zh-CN', [])).toEqual(['确认', '间接', '经销商', '合同']);
    expect(phrasesOf('确认间接经销商合同', 'zh-CN', ['经销商', '间接经销商'])).toEqual([
      '确认',
      '间接经销商',
      '合同',
    ]);
  });

  test('no line ends behind a short Russian preposition, and particles stay with the word before', () => {
    expect(phrasesOf('Что можно изменить и кто в Центре', 'ru-RU', [])).toEqual([
      'Что можно изменить и\u00a0кто в\u00a0Центре',
    ]);
    expect(phrasesOf('Подписал ли вы, и с кем', 'ru-RU', [])).toEqual(['Подписал ли вы, и\u00a0с\u00a0кем']);
  });

  test('titles of other languages, and those without Chinese in a Chinese page, stay whole', () => {
    expect(phrasesOf('Validera namn och e-postadresser', 'sv-SE', [])).toEqual([
      'Validera namn och e-postadresser',
    ]);
    expect(phrasesOf('Microsoft REST API', 'zh-CN', [])).toEqual(['Microsoft REST API']);
  });

  test('put together again they are the text, and none but the first begins with a mark', () => {
    const piece = fc.constantFrom(...'联系人和的，。、/ ID24（）「」“”名称电话𠮷é');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const phrases = phrasesOf(text, 'zh-CN', ['联系人', '电话']);
        expect(phrases.join('')).toBe(text);
        for (const phrase of phrases.slice(1)) expect(phrase).toMatch(/^\p{Script=Han}/u);
      }),
    );
  });
});
