import { describe, expect, test } from 'vitest';
import { finishedLocales } from '../../src/domain/locale/locales.ts';
import { gapAfter, joinSentences, punctuationOf } from '../../src/i18n/punctuation.ts';

test('sentences of Chinese follow one another without a space', () => {
  expect(joinSentences(['找到 0 个产品/服务。', '请减少搜索词。'])).toBe(
    '找到 0 个产品/服务。请减少搜索词。',
  );
  expect(gapAfter('錯誤：')).toBe('');
});

test('sentences of other languages have a space between them', () => {
  expect(joinSentences(['No offer matches.', 'Use fewer words.'])).toBe('No offer matches. Use fewer words.');
  expect(joinSentences(['Ошибка:', 'введите «код».'])).toBe('Ошибка: введите «код».');
});

test('a Chinese sentence that ends with Latin letters keeps its space', () => {
  expect(joinSentences(['请参阅 GDAP', '没有匹配项。'])).toBe('请参阅 GDAP 没有匹配项。');
});

test('what is empty takes no room', () => {
  expect(joinSentences(['', 'Leave out.', '', 'Reload.', ''])).toBe('Leave out. Reload.');
  expect(joinSentences(['', ''])).toBe('');
});

describe.each(finishedLocales)('in %s', (locale) => {
  test('marks are wide without spaces, or narrow with them', () => {
    const marks = Object.values(punctuationOf(locale));
    for (const mark of marks)
      expect(mark).toMatch(locale.startsWith('zh') ? /^[：；（）]$/u : /^(?:[:;] | \(|\))$/u);
  });
});
