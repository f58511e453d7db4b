import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countryCodes } from '../../../src/domain/customer/countries.ts';
import { countrySearch } from '../../../src/domain/customer/country-search.ts';
import { siteLocales } from '../../../src/domain/locale/locales.ts';

const english = countrySearch('en-US');

test.each(siteLocales)('in %s every country is found first by its name and its code', (locale) => {
  const { exactly, find } = countrySearch(locale);
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  for (const code of countryCodes) {
    expect(exactly(code)).toBe(code);
    expect(find(code)[0]).toBe(code);
    expect(find(names.of(code) ?? '')[0]).toBe(code);
  }
});

test.each(siteLocales)('names in %s are understood in every other language', (locale) => {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  for (const code of countryCodes) expect(english.find(names.of(code) ?? '')).toContain(code);
});

test.each([
  ['Czech Republic', 'CZ'],
  ['Holland', 'NL'],
  ['UAE', 'AE'],
  ['UK', 'GB'],
  ['台湾', 'TW'],
  ['臺灣', 'TW'],
  ['Турция', 'TR'],
  ['Türkiye', 'TR'],
  ['turkiye', 'TR'],
  ['Turkey', 'TR'],
  ['Burma', 'MM'],
  ['ЮАР', 'ZA'],
  ['Белоруссия', 'BY'],
  ['DEU', 'DE'],
  ['ＳＥ', 'SE'],
  ['\u00a0swe\u200bden ', 'SE'],
  ['cote divoire', 'CI'],
  ['Curacao', 'CW'],
])('%s is %s', (typed, code) => {
  expect(english.exactly(typed)).toBe(code);
});

test('beginnings in the reader’s language come first, then other beginnings, then further words', () => {
  expect(countrySearch('sv-SE').find('Tyskl')).toEqual(['DE']);
  expect(english.find('ger')[0]).toBe('DE');
  expect(english.find('arab')).toContain('AE');
  expect(countrySearch('zh-CN').find('阿拉伯')).toEqual(expect.arrayContaining(['AE', 'SA']));
  expect(english.find('korea')).toEqual(expect.arrayContaining(['KR', 'KP']));
});

test('an empty text means all, in the order of the locale, and nonsense none', () => {
  expect(english.find(' ')).toHaveLength(249);
  expect(countrySearch('sv-SE').find('').at(-1)).toBe('TL');
  expect([english.find('Atlantis'), english.find('!?')]).toEqual([[], []]);
  expect(english.exactly('')).toBeUndefined();
});

test('whatever is typed finds each country at most once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 8 }), (typed) => {
      const found = english.find(typed);
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});
