import { describe, expect, it } from 'vitest';
import { OperationalError } from '../../../scripts/checker/operational-error.ts';
import { loadProduct } from '../../../scripts/checker/workspace/load-product.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const settings = { sourceLocale: 'en-US', pages: 'content/{locale}/{path}.md' };

describe('loadProduct', () => {
  it('reads labels flat and nested, from a part of a file, for the locale that a folder means', () => {
    const folder = temporaryFolder({
      'locales/en-US/labels.json': '{"customers":"Customers","pages":{"review":"Review"},"version":2}',
      'locales/zh-Hans/labels.json': '\uFEFF{"customers":"客户"}',
      'words.en.json': '{"form":{"labels":{"submit":"Submit"}},"other":"Other"}',
    });
    const { product, unlabelled } = loadProduct(
      { ...settings, labels: ['locales/{locale}/labels.json', 'words.{locale}.json#form.labels'] },
      folder,
      ['zh-CN', 'ru-RU'],
    );
    const textsOf = (locale: string): readonly (readonly [string, string])[] =>
      [...(product.labels.get(locale)?.values() ?? [])].map(({ id, text }) => [id, text]);
    expect(textsOf('en-US')).toEqual([
      ['customers', 'Customers'],
      ['pages.review', 'Review'],
      ['submit', 'Submit'],
    ]);
    expect(textsOf('zh-CN')).toEqual([['customers', '客户']]);
    expect(unlabelled.map(({ locale, path }) => [locale, path])).toEqual([
      ['ru-RU', 'locales/ru-RU/labels.json'],
    ]);
  });

  it('reads codes written out or from a file', () => {
    const list = { name: 'ids', kind: 'country' as const, pages: [{ key: 'add', anchor: 'ids' }] };
    const folder = temporaryFolder({ 'codes.json': '["SE","FI"]', 'wrong.json': '{"SE":true}' });
    const codesOf = (codes: string | string[]) =>
      loadProduct({ ...settings, entityLists: [{ ...list, codes }] }, folder, []).product.entityLists;
    expect(codesOf('codes.json')).toEqual([{ ...list, codes: ['SE', 'FI'] }]);
    expect(codesOf(['NO'])).toEqual([{ ...list, codes: ['NO'] }]);
    expect(() => codesOf('wrong.json')).toThrow('`wrong.json`, which the settings');
    expect(() => codesOf('none.json')).toThrow(OperationalError);
  });
});
