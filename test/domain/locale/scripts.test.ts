import { describe, expect, test } from 'vitest';
import {
  countScripts,
  languageOf,
  scriptsOfLocale,
  setsSpacesBetweenWords,
  shareScript,
} from '../../../src/domain/locale/scripts.ts';

describe('scripts of locales and texts', () => {
  test('knows what a locale is written in', () => {
    expect(scriptsOfLocale('ru-RU')).toEqual(['Cyrl']);
    expect(scriptsOfLocale('zh-TW')).toEqual(['Han']);
    expect(scriptsOfLocale('ja')).toEqual(['Han', 'Hira', 'Kana']);
    expect(scriptsOfLocale('sr-Latn')).toEqual(['Latn']);
    expect(scriptsOfLocale('not a locale')).toEqual([]);
  });

  test('counts the characters of each script', () => {
    expect([...countScripts('Выберите Submit, 提交')]).toEqual([
      ['Latn', 6],
      ['Cyrl', 8],
      ['Han', 2],
    ]);
  });

  test('tells languages and spacing', () => {
    expect(languageOf('zh-Hant-TW')).toBe('zh');
    expect(setsSpacesBetweenWords('sv-SE')).toBe(true);
    expect(setsSpacesBetweenWords('ko')).toBe(true);
    expect(setsSpacesBetweenWords('zh-CN')).toBe(false);
    expect(shareScript('en-US', 'sv-SE')).toBe(true);
    expect(shareScript('en-US', 'ru-RU')).toBe(false);
  });
});
