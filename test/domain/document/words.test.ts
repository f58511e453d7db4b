import { describe, expect, test } from 'vitest';
import { ownTexts } from '../../../src/domain/document/own-text.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { wordsOf } from '../../../src/domain/document/words.ts';

describe('the words of a text', () => {
  test.each([
    ['letters, marks and digits of any script', 'Prüfe हिन्दी и 3 кнопки', 'prüfe हिन्दी и 3 кнопки'],
    ['characters of scripts without spaces one by one', '選取客戶', '選 取 客 戶'],
    ['what follows a Latin letter without a space with it', '使用API的人', '使 用 api的人'],
    [
      'parts that a hyphen, apostrophe, underscore or full stop joins',
      "don't e-mail v1.2 a_b",
      "don't e-mail v1.2 a_b",
    ],
    ['no joiner at an end', "'yes' - no.", 'yes no'],
    ['letters outside the first plane', '𐐀𐐁 𠀀𠀁', '𐐨𐐩 𠀀 𠀁'],
    ['composed letters', 'Cafe\u0301', 'café'],
    ['nothing of an address or a path', 'at https://a.b/c www.a.b a@b.c /x/y/z and/or', 'at and or'],
    ['nothing of an emoji or half a character', '😀 ok \ud83d no', 'ok no'],
  ])('are %s', (_, written, words) => {
    const [text] = ownTexts(parsePage(written, { dialect: 'gfm' }));
    expect(text && wordsOf(text).map(({ key }) => key)).toEqual(words.split(' '));
  });

  test('stand where they say, and know their markup and case', () => {
    const [text] = ownTexts(parsePage('Öffnen Sie **die Seite** mit `npm run`: 頁', { dialect: 'gfm' }));
    expect(
      text && wordsOf(text).map(({ text: word, from, isLower, markup }) => [word, from, isLower, ...markup]),
    ).toEqual([
      ['Öffnen', 0, false],
      ['Sie', 7, false],
      ['die', 11, true, 'strong'],
      ['Seite', 15, false, 'strong'],
      ['mit', 21, true],
      ['頁', 34, true],
    ]);
  });
});
