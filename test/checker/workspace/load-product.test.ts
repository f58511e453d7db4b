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

  it('takes empty labels for none, since nobody has translated them', () => {
    const folder = temporaryFolder({
      'locales/ru-RU/labels.json': '{"submit":"Отправить","review":""}',
      'locales/de-DE/labels.json': '{"submit":"","review":""}',
    });
    const { product, unlabelled } = loadProduct(
      { ...settings, labels: 'locales/{locale}/labels.json' },
      folder,
      ['ru-RU', 'de-DE'],
    );
    expect([...(product.labels.get('ru-RU')?.keys() ?? [])]).toEqual(['submit']);
    expect(product.labels.has('de-DE')).toBe(false);
    expect(unlabelled.map(({ locale }) => locale)).toContain('de-DE');
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

  it('reads codes of every kind, and takes none of one for another', () => {
    const folder = temporaryFolder({
      'zones.json': '["Europe/Stockholm","Asia/Kolkata"]',
      'prices.json': '["SEK","EUR"]',
    });
    const read = (kind: 'time-zone' | 'currency' | 'language', codes: string) =>
      loadProduct({ ...settings, entityLists: [{ name: 'own', kind, codes, pages: [] }] }, folder, []).product
        .entityLists[0]?.codes;
    expect(read('time-zone', 'zones.json')).toEqual(['Europe/Stockholm', 'Asia/Kolkata']);
    expect(read('currency', 'prices.json')).toEqual(['SEK', 'EUR']);
    expect(() => read('language', 'prices.json')).toThrow('is not a list of language codes');
    expect(() => read('currency', 'zones.json')).toThrow('is not a list of currency codes');
  });

  it('reads what pages and messages must have, written out or from a part of a file', () => {
    const folder = temporaryFolder({
      'rules.json':
        '{"issues":{"city":"rule-city","phone":["rule-phone","rule-phone"]},"stages":{"a":"first","b":"last"}}',
      'keys.json': '["next","done"]',
    });
    const anchorsOf = (ids: string | string[]) =>
      loadProduct({ ...settings, requiredAnchors: [{ pages: 'add', ids }] }, folder, []).product
        .requiredAnchors;
    const messagesOf = (keys: string | string[], prefix?: string) =>
      loadProduct({ ...settings, requiredMessages: [{ files: '{locale}.json', keys, prefix }] }, folder, [])
        .product.requiredMessages;
    expect(anchorsOf('rules.json#issues')).toEqual([
      { pages: ['add'], ids: ['rule-city', 'rule-phone'], from: 'rules.json#issues' },
    ]);
    expect(anchorsOf(['submit'])).toEqual([{ pages: ['add'], ids: ['submit'], from: undefined }]);
    const keysOf = (...args: Parameters<typeof messagesOf>) => messagesOf(...args)?.map(({ keys }) => keys);
    expect(keysOf('rules.json#stages', 'intro.')).toEqual([['intro.a', 'intro.b']]);
    expect(keysOf('rules.json#stages.*')).toEqual([['first', 'last']]);
    expect(keysOf('keys.json')).toEqual([['next', 'done']]);
    expect(() => anchorsOf('rules.json#isues')).toThrow('name `rules.json#isues`, and no names are there');
    expect(() => messagesOf('none.json')).toThrow(OperationalError);
  });

  it('reads a glossary written out, from a file and from several', () => {
    const written = { terms: [{ source: 'tenant', translations: { sv: 'klient', zh_Hans: ['租户'] } }] };
    const folder = temporaryFolder({
      'terms.json': JSON.stringify(written),
      'names.json': '{"terms":[{"source":["FastRoute","Fast Route"],"untouchable":true}]}',
      'wrong.json': '{"terms":[{"source":"tenant"}]}',
    });
    const glossaryOf = (glossary: Parameters<typeof loadProduct>[0]['glossary']) =>
      loadProduct({ ...settings, glossary }, folder, []).product.glossary;
    const tenant = {
      sources: ['tenant'],
      translations: new Map([
        ['sv', ['klient']],
        ['zh-Hans', ['租户']],
      ]),
      forbidden: new Map(),
      isUntouchable: false,
    };
    expect(glossaryOf(undefined)).toEqual([]);
    expect(glossaryOf(written)).toEqual([tenant]);
    expect(glossaryOf('terms.json')).toEqual([tenant]);
    expect(glossaryOf(['terms.json', 'names.json'])?.[1]).toMatchObject({
      sources: ['FastRoute', 'Fast Route'],
      isUntouchable: true,
    });
    expect(() => glossaryOf('wrong.json')).toThrow('wrong.json → terms[0]: says nothing of the term');
    expect(() => glossaryOf('none.json')).toThrow('Could not read the glossary `none.json`');
  });
});
