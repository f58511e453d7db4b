import { describe, expect, test } from 'vitest';
import { indexLanguage, indexQueries, indexText, shownText } from '../../../src/domain/guide/search-text.ts';

describe('the text of a search index', () => {
  test('Chinese is parted into its signs, and shown as it was', () => {
    const text = '選取送出，即可使用 Microsoft 365 客戶識別碼。';
    const indexed = indexText(text, 'zh-TW');
    expect(indexed).toBe('選 取 送 出 ， 即 可 使 用 Microsoft 365 客 戶 識 別 碼 。');
    expect(shownText('選 取 \uE000送\uE001 \uE000出\uE001 ， 即 可 Microsoft 365 客 戶', 'zh-TW')).toBe(
      '選取\uE000送\uE001\uE000出\uE001，即可 Microsoft 365 客戶',
    );
  });

  test('other languages stay as they are, and have their own index', () => {
    expect(indexText('Добавить клиента 客户', 'ru-RU')).toBe('Добавить клиента 客户');
    expect(indexLanguage('ru-RU')).toBe('ru-ru');
    expect(indexLanguage('zh-CN')).toBe('x-zh-cn');
  });
});

describe('what is asked of the index', () => {
  test('a run of signs is asked for as such first', () => {
    expect(indexQueries('註冊 ID', 'zh-TW')).toEqual(['"註 冊 ID"', '註 冊 ID']);
  });

  test('words stay words', () => {
    expect(indexQueries(' återförsäljare ', 'sv-SE')).toEqual(['återförsäljare']);
    expect(indexQueries('Submit', 'zh-CN')).toEqual(['Submit']);
  });

  test('what is pasted loses its full width, its invisible signs and its quotation marks', () => {
    expect(indexQueries('Ｓｕｂ\u200Bｍｉｔ', 'en-US')).toEqual(['Submit']);
    expect(indexQueries('"Add customer"', 'en-US')).toEqual(['Add customer']);
    expect(indexQueries('\u200B "', 'en-US')).toEqual([]);
  });
});
