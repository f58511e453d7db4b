import { expect, test } from 'vitest';
import { bindWords } from '../../../src/domain/locale/bind-words.ts';

/** Shows no-break spaces. */
const bound = (text: string, locale: string): string => bindWords(text, locale).replaceAll('\u00a0', '_');

test.each([
  ['ru-RU', 'Что можно изменить и кто в Центре', 'Что можно изменить и_кто в_Центре'],
  ['ru-RU', 'Подписал ли вы, и с кем', 'Подписал ли вы, и_с_кем'],
  ['ru-RU', 'От 2 до 255 символов, с 5 февраля 2024 года', 'От_2 до_255_символов, с_5_февраля 2024_года'],
  ['ru-RU', 'что-то на', 'что-то на'],
  ['zh-CN', '自 2021 年 3 月 25 日起，24 个国家/地区', '自 2021_年_3_月_25_日起，24_个国家/地区'],
  ['zh-TW', '最多 40 個字元，Office 365 政府版', '最多 40_個字元，Office 365_政府版'],
  ['en-US', 'In 24 countries a number is', 'In 24 countries a number is'],
  ['sv-SE', 'I 24 länder', 'I 24 länder'],
])('in %s, “%s” has a line end nowhere but at its spaces that are left', (locale, text, expected) => {
  expect(bound(text, locale)).toBe(expected);
});

test('a text that is bound is bound no more', () => {
  const text = bindWords('с 5 февраля в Центре', 'ru-RU');
  expect(bindWords(text, 'ru-RU')).toBe(text);
});
