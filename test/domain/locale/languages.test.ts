import { describe, expect, it } from 'vitest';
import {
  isOwnLanguageName,
  languageName,
  mayBeSameLanguage,
  nearestLanguage,
  resolveLanguage,
} from '../../../src/domain/locale/languages.ts';

describe('resolveLanguage', () => {
  it.each([
    ['en', 'Chinese Simplified', 'zh-Hans'],
    ['en', 'Simplified Chinese', 'zh-Hans'],
    ['en', 'Portuguese (Brazil)', 'pt-BR'],
    ['en', 'Portuguese - Brazil', 'pt-BR'],
    ['en', 'English (Ireland)', 'en-IE'],
    ['en', 'Norwegian (Bokmål)', 'nb'],
    ['en', 'Farsi', 'fa'],
    ['en', 'Deutsch', 'de'],
    ['en', '日本語', 'ja'],
    ['en', 'Español (Latinoamérica)', 'es-419'],
    ['sv', 'förenklad kinesiska', 'zh-Hans'],
    ['sv', 'fr-CA', 'fr-CA'],
    ['ru', 'русский язык', 'ru'],
    ['de', 'Chinesisch (vereinfacht)', 'zh-Hans'],
    ['ja', '英語', 'en'],
    ['zh-CN', '英文', 'en'],
    ['zh-TW', '簡體中文', 'zh-Hans'],
    ['tr', 'Japonca', 'ja'],
    ['th', 'ภาษาอังกฤษ', 'en'],
    ['ar', 'الإنجليزية', 'en'],
  ])('reads the names of a language: in %s, %s', (locale, name, code) => {
    expect(resolveLanguage(name, locale)).toEqual({ code, as: 'name' });
  });

  it('reads case forms where the language has them', () => {
    expect(resolveLanguage('русском', 'ru')).toEqual({ code: 'ru', as: 'inflected' });
  });

  it.each([
    ['sv', 'English'],
    ['en', 'Python'],
    ['en', 'Java'],
    ['en', 'Go'],
    ['en', 'C'],
    ['en', 'Ruby'],
    ['en', 'Markdown'],
    ['en', 'en'],
    ['en', 'Sweden'],
  ])('takes nothing else for a language: in %s, %s', (locale, name) => {
    expect(resolveLanguage(name, locale)).toBeUndefined();
  });
});

describe('mayBeSameLanguage', () => {
  it.each([
    ['zh-Hans', 'zh-CN', true],
    ['zh-Hant', 'zh-TW', true],
    ['zh-Hans', 'zh-TW', false],
    ['zh', 'zh-Hant', true],
    ['pt', 'pt-BR', true],
    ['pt-BR', 'pt-PT', false],
    ['nb', 'no', true],
    ['da', 'no', false],
  ])('tells whether one leaves open what the other says: %s and %s', (one, other, isSame) => {
    expect(mayBeSameLanguage(one, other)).toBe(isSame);
    expect(mayBeSameLanguage(other, one)).toBe(isSame);
  });
});

describe('isOwnLanguageName', () => {
  it('knows what languages call themselves in pages of another language', () => {
    expect(['Deutsch', 'Svenska', '日本語'].map((name) => isOwnLanguageName(name, 'en'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['English', 'German'].map((name) => isOwnLanguageName(name, 'en'))).toEqual([false, false]);
  });
});

describe('names of languages', () => {
  it('are written as the language has them', () => {
    expect(languageName('pt-BR', 'sv')).toBe('brasiliansk portugisiska');
  });

  it('are found where they are misspelt', () => {
    expect(nearestLanguage('недирландский', 'ru')).toMatchObject({ code: 'nl' });
  });
});
