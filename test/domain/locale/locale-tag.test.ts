import { describe, expect, it } from 'vitest';
import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { mistakenLocaleOf } from '../../../src/domain/locale/mistaken-locales.ts';

describe('localeTagOf', () => {
  it.each([
    ['sv', 'sv'],
    ['pt-br', 'pt-BR'],
    ['zh-cn', 'zh-CN'],
    ['zh_Hans', 'zh-Hans'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['ZH_TW', 'zh-TW'],
    ['iw', 'he'],
    ['ger', 'de'],
    ['sr@latin', 'sr-Latn'],
    ['sr_RS@cyrillic', 'sr-Cyrl-RS'],
    ['ca@valencia', 'ca-valencia'],
    ['de_DE@euro', 'de-DE'],
    ['en_US.UTF-8', 'en-US'],
    ['pt-rBR', 'pt-BR'],
    ['zh-CHS', 'zh-Hans'],
    ['zh_cht', 'zh-Hant'],
    ['es-419', 'es-419'],
    ['be-tarask', 'be-tarask'],
    ['de_AT_1996', 'de-AT-1996'],
    ['en-x-pirate', 'en-x-pirate'],
  ])('reads %s as %s', (spelling, tag) => {
    expect(localeTagOf(spelling)).toBe(tag);
  });

  it.each([
    'images',
    'api',
    'v2',
    'my-docs',
    'en-source',
    'is-xy',
    'jp',
    'und',
    '',
    '@',
    '.md',
    'en-',
    'en.md',
    '日本語',
  ])('takes %o for no locale', (spelling) => {
    expect(localeTagOf(spelling)).toBeUndefined();
  });
});

describe('mistakenLocaleOf', () => {
  it('knows countries that are written for languages, and names of languages', () => {
    expect(['jp', 'CN', 'ua', 'cz', 'german'].map(mistakenLocaleOf)).toEqual([
      'ja',
      'zh-CN',
      'uk',
      'cs',
      'de',
    ]);
  });

  it('leaves alone what is a language itself, or no country of one language', () => {
    expect(['se', 'br', 'kr', 'tw', 'ch', 'sv', 'us', 'docs'].map(mistakenLocaleOf)).toEqual(
      Array.from({ length: 8 }, () => undefined),
    );
  });
});
