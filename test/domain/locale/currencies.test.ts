import { describe, expect, it } from 'vitest';
import { currencyName, nearestCurrency, resolveCurrency } from '../../../src/domain/locale/currencies.ts';

describe('resolveCurrency', () => {
  it.each([
    ['en', 'US Dollar', 'USD'],
    ['en', 'U.S. dollars', 'USD'],
    ['en', 'US dollar (USD)', 'USD'],
    ['en', 'USD (US dollar)', 'USD'],
    ['en', 'pound sterling', 'GBP'],
    ['sv', 'SEK', 'SEK'],
    ['sv', 'svenska kronor', 'SEK'],
    ['de', 'Schweizer Franken', 'CHF'],
    ['fr', 'dollar américain', 'USD'],
    ['ja', '日本円', 'JPY'],
    ['zh-CN', '美元', 'USD'],
    ['zh-TW', '新台幣', 'TWD'],
  ])('reads the names of a currency: in %s, %s', (locale, name, code) => {
    expect(resolveCurrency(name, locale)).toEqual({ code, as: 'name' });
  });

  it('reads case forms where the language has them', () => {
    expect(resolveCurrency('шведских крон', 'ru')?.code).toBe('SEK');
  });

  it.each([
    ['en', 'ABC'],
    ['en', 'usd'],
    ['en', 'dollars and cents'],
    ['en', 'Sweden'],
    ['sv', 'Danish krone'],
  ])('takes nothing else for a currency: in %s, %s', (locale, name) => {
    expect(resolveCurrency(name, locale)).toBeUndefined();
  });
});

describe('names of currencies', () => {
  it('are written as the language has them', () => {
    expect(currencyName('SEK', 'ja')).toBe('スウェーデン クローナ');
  });

  it('are found where they are misspelt', () => {
    expect(nearestCurrency('дацкая крона', 'ru')).toMatchObject({ code: 'DKK' });
  });
});
