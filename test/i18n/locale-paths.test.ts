import { describe, expect, test } from 'vitest';
import {
  defaultPath,
  localeAlternates,
  localePath,
  pageAddress,
  pageAlternates,
  pagePath,
} from '../../src/i18n/locale-paths.ts';

describe('addresses', () => {
  test('a file under content tells its locale and its key', () => {
    expect(pageAddress('sv-SE/add-a-new-customer.mdx')).toEqual({
      locale: 'sv-SE',
      key: 'add-a-new-customer',
    });
    expect(pageAddress('zh-CN/customers/add-a-new-customer.mdx')).toEqual({
      locale: 'zh-CN',
      key: 'customers/add-a-new-customer',
    });
  });

  test('a file in no locale folder is refused, with what to do', () => {
    expect(() => pageAddress('sv/add-a-new-customer.mdx')).toThrow(
      'Could not place `content/sv/add-a-new-customer.mdx`',
    );
    expect(() => pageAddress('add-a-new-customer.mdx')).toThrow('Move it into one of en-US');
  });

  test('the path of a page has the locale in lower case and ends in a slash', () => {
    expect(pagePath({ locale: 'zh-TW', key: 'add-a-new-customer' })).toBe('/zh-tw/add-a-new-customer/');
    expect(localePath('ru-RU')).toBe('/ru-ru/');
  });
});

describe('alternates', () => {
  test('are the versions that exist, in the order of the locales', () => {
    expect(pageAlternates('add-a-new-customer', ['zh-CN', 'en-US'])).toEqual([
      { locale: 'en-US', path: '/en-us/add-a-new-customer/' },
      { locale: 'zh-CN', path: '/zh-cn/add-a-new-customer/' },
    ]);
  });

  test('the default of a page is its source, of a list the choice of languages', () => {
    expect(defaultPath(pageAlternates('add-a-new-customer', ['zh-CN', 'en-US']))).toBe(
      '/en-us/add-a-new-customer/',
    );
    expect(defaultPath(localeAlternates())).toBe('/');
  });

  test('a page without a source has no default', () => {
    expect(defaultPath(pageAlternates('agreements', ['sv-SE']))).toBeUndefined();
  });
});
