import { describe, expect, it } from 'vitest';
import {
  hasTerritoryNames,
  isFormerTerritoryName,
  nearestTerritory,
  resolveTerritory,
  territoryCodes,
  territoryName,
} from '../../../src/domain/locale/territories.ts';
import { printedNames } from './printed-names.ts';

const languages =
  'ar az be bg bn bs ca cs cy da de el en en-GB es es-MX et eu fa fi fil fr fr-CA ga gl he hi hr hu hy id is it ja ka kk ko ' +
  'lt lv mk ms my nb nl pl pt-BR pt-PT ro ru sk sl sq sr sr-Latn sv sw ta th tr uk ur uz vi zh-CN zh-HK zh-TW';

describe('resolveTerritory', () => {
  it.each(languages.split(' '))('reads every name that CLDR has in %s', (locale) => {
    const wrong = (['long', 'short'] as const).flatMap((style) => {
      const names = new Intl.DisplayNames(locale, { type: 'region', style });
      return territoryCodes
        .map((code) => ({ code, name: names.of(code) ?? '' }))
        .filter(({ code, name }) => resolveTerritory(name, locale)?.code !== code);
    });
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(printedNames))('reads the names that a page in %s prints', (locale, names) => {
    const wrong = Object.entries(names).filter(
      ([code, name]) => resolveTerritory(name, locale)?.code !== code,
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['en', 'Turkey', 'TR'],
    ['en', 'Czech Republic', 'CZ'],
    ['en', 'Swaziland', 'SZ'],
    ['en', 'Moldova, Republic of', 'MD'],
    ['fr', 'Macédoine, République de', 'MK'],
    ['de', 'Mazedonien, Republik', 'MK'],
    ['en', "Korea, Democratic People's Republic of", 'KP'],
    ['en', 'the Netherlands', 'NL'],
    ['en', 'Congo (DRC)', 'CD'],
    ['en', 'Bosnia and Herzegovina', 'BA'],
    ['en', 'UAE', 'AE'],
    ['sv', 'Vitryssland', 'BY'],
    ['sv', 'belarus', 'BY'],
    ['sv', 'USA', 'US'],
    ['sv', 'Förenade  Arab-Emiraten', 'AE'],
    ['de', 'die Türkei', 'TR'],
    ['fr', 'l’Arménie', 'AM'],
    ['fr', 'Norfolk (Île)', 'NF'],
    ['fr', 'Congo (RDC)', 'CD'],
    ['es', 'EE. UU.', 'US'],
    ['ru', 'ЮАР', 'ZA'],
    ['ru', 'Республика Беларусь', 'BY'],
    ['ru', 'Кыргызстан', 'KG'],
    ['ja', '英領バージン諸島', 'VG'],
    ['zh-CN', '阿联酋', 'AE'],
    ['zh-TW', '臺灣', 'TW'],
    ['ar', 'روسيا البيضاء', 'BY'],
  ])('reads other names of a country: in %s, %s', (locale, name, code) => {
    expect(resolveTerritory(name, locale)).toEqual({ code, as: 'name' });
  });

  it.each([
    ['ru', 'Армении', 'AM'],
    ['ru', 'Нигера', 'NE'],
    ['ru', 'Нигерии', 'NG'],
    ['ru', 'Объединенных Арабских Эмиратов', 'AE'],
    ['pl', 'Węgier', 'HU'],
    ['fi', 'Venäjällä', 'RU'],
    ['tr', "Türkiye'de", 'TR'],
    ['hu', 'Örményországban', 'AM'],
  ])('reads case forms where the language has them: in %s, %s', (locale, name, code) => {
    expect(resolveTerritory(name, locale)).toEqual({ code, as: 'inflected' });
  });

  it.each([
    ['en', 'us'],
    ['en', 'Europe'],
    ['sv', 'India'],
    ['sv', 'Bande'],
    ['ru', 'страна'],
    ['zh-TW', '哈萨克斯坦'],
    ['en', 'Enter the company name as it is printed in the official documents of the customer.'],
  ])('takes nothing else for a country: in %s, %s', (locale, name) => {
    expect(resolveTerritory(name, locale)).toBeUndefined();
  });

  it('knows nothing of a language that CLDR does not know', () => {
    expect(hasTerritoryNames('xx')).toBe(false);
    expect(hasTerritoryNames('not a locale')).toBe(false);
    expect(resolveTerritory('Armenia', 'xx')).toBeUndefined();
  });
});

describe('isFormerTerritoryName', () => {
  it.each([
    ['en', 'Turkey', 'TR'],
    ['en-US', 'Czech Republic', 'CZ'],
    ['en', 'Swaziland (since 1968)', 'SZ'],
    ['sv-SE', 'Makedonien', 'MK'],
    ['sv', 'Vitryssland', 'BY'],
    ['de', 'Weißrussland', 'BY'],
    ['ru', 'Свазиленд', 'SZ'],
    ['ja', 'グルジア', 'GE'],
    ['ko', '터키', 'TR'],
    ['zh-TW', '史瓦濟蘭', 'SZ'],
  ])('knows names that are out of use: in %s, %s', (locale, name, code) => {
    expect(isFormerTerritoryName(name, code, locale)).toBe(true);
    expect(resolveTerritory(name, locale)).toEqual({ code, as: 'name' });
  });

  it.each([
    ['sv', 'Turkiet', 'TR'],
    ['en', 'Burma', 'MM'],
    ['en', 'Cape Verde', 'CV'],
    ['cs', 'Česká republika', 'CZ'],
    ['zh-CN', '斯威士兰', 'SZ'],
    ['sr', 'Свазиленд', 'SZ'],
    ['sv', 'Östtimor', 'TL'],
    ['hu', 'Szváziföld', 'SZ'],
    ['en', 'Ivory Coast', 'CI'],
  ])('takes no name that the language still has for one: in %s, %s', (locale, name, code) => {
    expect(isFormerTerritoryName(name, code, locale)).toBe(false);
  });
});

describe('territoryName', () => {
  it('leaves out notes in brackets', () => {
    expect(territoryName('MM', 'sv')).toBe('Myanmar');
    expect(territoryName('AE', 'zh-TW')).toBe('阿拉伯聯合大公國');
  });

  it('keeps notes that tell two countries apart', () => {
    expect(['CG', 'CD'].map((code) => territoryName(code, 'zh-CN'))).toEqual(['刚果（布）', '刚果（金）']);
  });
});

describe('nearestTerritory', () => {
  it('finds the name that was misspelt', () => {
    expect(nearestTerritory('Kirgisiztan', 'sv')).toMatchObject({ code: 'KG' });
    expect(nearestTerritory('Азербаджан', 'ru')).toMatchObject({ code: 'AZ' });
  });

  it('looks only among the codes given', () => {
    expect(nearestTerritory('Irap', 'sv', new Set(['IQ']))).toMatchObject({ code: 'IQ' });
    expect(nearestTerritory('Irap', 'sv', new Set(['BR']))).toBeUndefined();
  });

  it('finds nothing for short or strange words', () => {
    const words = ['IaA', 'Jve', 'Judic', 'Bande', 'jiska'];
    expect(words.filter((word) => nearestTerritory(word, 'sv') !== undefined)).toEqual([]);
  });
});
