import { describe, expect, it } from 'vitest';
import { readNumeral, scaleBehind, usableLocale } from '../../../src/domain/locale/numerals.ts';
import { unitAround } from '../../../src/domain/locale/numerals-units.ts';
import { hanNumbersIn, numberWordKeyOf, numberWordsOf } from '../../../src/domain/locale/numerals-words.ts';
import { countedUnits, locales } from './number-locales.ts';

describe('a numeral', () => {
  it.each([
    ['1.000', 'de', [1000, 1]],
    ['1.000', 'en', [1, 1000]],
    ['1,000', 'sv', [1, 1000]],
    ['1,5', 'fr', [1.5]],
    ['0.125', 'de', [0.125]],
    ['1 000 000', 'sv', [1_000_000]],
    ['1,234,567.89', 'de', [1_234_567.89]],
    ['12,34,567', 'hi', [1_234_567]],
    ["1'000.50", 'de-CH', [1000.5]],
    ['١٬٢٣٤٫٥', 'ar', [1234.5]],
    ['１，０００', 'ja', [1000, 1]],
    ['4，2', 'zh-CN', []],
    ['1,2,3', 'en', []],
    ['1.2.3', 'en', []],
  ])('%s in %s may be %j', (text, locale, values) => {
    expect(readNumeral(text, locale)).toEqual(values);
  });

  it.each(locales)('is read back as Intl writes it in %s', (locale) => {
    for (const value of [7, 250, 1000, 12_345, 1_234_567, 0.5, 12.75, 98_765.25]) {
      const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
      expect([text, readNumeral(text, locale)[0]]).toEqual([text, value]);
    }
  });
});

describe('a word behind a number', () => {
  it.each([
    [' million rows', 'en', 1e6],
    ['K followers', 'en', 1e3],
    [' Mio. Zeilen', 'de', 1e6],
    [' миллионами строк', 'ru', 1e6],
    ['万人', 'zh-CN', 1e4],
    ['만 명', 'ko', 1e4],
    [' लाख फ़ाइलें', 'hi', 1e5],
    [' mil clientes', 'es', 1e3],
    [' customers', 'en', undefined],
    ['MB', 'en', undefined],
  ])('%s multiplies in %s by %s', (rest, locale, factor) => {
    expect(scaleBehind(rest, locale)?.factor).toBe(factor);
  });
});

describe('a unit', () => {
  it.each([
    ['', '-day trial', 'en', 'day'],
    ['', ' Tagen', 'de', 'day'],
    ['', '日間', 'ja', 'day'],
    ['', ' timmar', 'sv', 'hour'],
    ['', ' часового', 'ru', 'hour'],
    ['', ' частей', 'ru', undefined],
    ['', 'GB', 'zh-CN', 'gigabyte'],
    ['', ' Go', 'fr', 'gigabyte'],
    ['%', ' daha az', 'tr', 'percent'],
    ['', ' por ciento', 'es', 'percent'],
    ['', ' customers', 'en', undefined],
    ['', ' minutes', 'ja', 'minute'],
  ])('is found around a number: "%s" and "%s" in %s is %s', (before, behind, locale, unit) => {
    expect(unitAround(before, behind, locale)?.name).toBe(unit);
  });

  it.each(locales)('is never taken for another in %s', (locale) => {
    for (const unit of countedUnits) {
      for (const unitDisplay of ['long', 'short'] as const) {
        for (const count of [1, 2, 5, 30]) {
          const format = new Intl.NumberFormat(locale, {
            style: 'unit',
            unit,
            unitDisplay,
            numberingSystem: 'latn',
          });
          const [before = '', behind = ''] = format.format(count).split(String(count));
          expect([behind, unitAround(before, behind, locale)?.name ?? unit]).toEqual([behind, unit]);
        }
      }
    }
  });
});

describe('number words', () => {
  it.each([
    ['en', 'five', [5], true],
    ['en', 'third', [3], false],
    ['en', 'tenant', [], false],
    ['sv', 'Fem', [5], true],
    ['sv', 'tredje', [3], false],
    ['ru', 'пяти', [5], true],
    ['uk', 'п’ять', [5], true],
    ['de', 'acht', [8], false],
    ['fr', 'neuf', [9], false],
    ['ja', 'five', [], false],
  ])('in %s: %s may be %j', (locale, word, values, isSure) => {
    const words = numberWordsOf(locale);
    const key = numberWordKeyOf(word);
    expect(words?.valuesOf(key) ?? []).toEqual(values);
    expect(words?.sure.has(key) ?? false).toBe(isSure);
  });

  it('are read from Chinese characters, too', () => {
    expect(hanNumbersIn('共有二十四个，三千五百和二〇二四年')).toEqual([24, 3500, 2024]);
  });

  it('are known for three to ten in every language that has a table, most of them without a doubt', () => {
    for (const locale of locales) {
      const words = numberWordsOf(locale);
      if (words === undefined) continue;
      const sure = new Set(words.sure.values());
      const known = [3, 4, 5, 6, 7, 8, 9, 10].filter((value) => sure.has(value));
      expect([locale, known.length >= 5]).toEqual([locale, true]);
    }
  });
});

it('reads any spelling of a locale, and English for what is none', () => {
  expect([usableLocale('zh_hant'), usableLocale('no such tag')]).toEqual(['zh-Hant', 'en']);
});
