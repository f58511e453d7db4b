import { describe, expect, test } from 'vitest';
import { canonicalLocale, ownName } from '../../scripts/new-locale/name-locale.ts';

const known = ['en-US', 'sv-SE', 'zh-CN'];

describe('canonicalLocale', () => {
  test.each([
    ['de-DE', 'de-DE'],
    ['DE_de', 'de-DE'],
    ['sr_RS@latin', 'sr-Latn-RS'],
    ['pt-rBR', 'pt-BR'],
    ['AR-xb', 'ar-XB'],
    ['zh-TW', 'zh-TW'],
  ])('%s is written %s', (spelling, locale) => {
    expect(canonicalLocale(spelling, known)).toBe(locale);
  });

  test.each(['german', 'de-', 'xx-YY', 'images', ''])('refuses `%s`, which is no tag', (spelling) => {
    expect(() => canonicalLocale(spelling, known)).toThrow(`\`${spelling}\` is not a locale`);
  });

  test('refuses what is there already, also under another tag', () => {
    expect(() => canonicalLocale('SV-se', known)).toThrow('`sv-SE` is there already.');
    expect(() => canonicalLocale('zh-Hans', known)).toThrow('`zh-Hans` means the same as `zh-CN`');
  });
});

describe('ownName', () => {
  test.each([
    ['de-DE', 'Deutsch'],
    ['fr-FR', 'Français'],
    ['ar', 'العربية'],
    ['ja-JP', '日本語'],
    ['sr-Latn-RS', 'Srpski (latinica)'],
  ])('%s calls itself %s', (locale, name) => {
    expect(ownName(locale, known)).toBe(name);
  });

  test('names the region where the language is there already', () => {
    expect(ownName('en-GB', known)).toBe('English (United Kingdom)');
  });
});
