import { describe, expect, test } from 'vitest';
import { finishedLocales, localeNames, siteLocales } from '../../src/domain/locale/locales.ts';
import {
  attribute,
  type BuiltPage,
  builtPages,
  byTag,
  elementsIn,
  guidePages,
  headLinks,
  homepage,
  languageLinks,
  listedPages,
  localeOf,
  metaContent,
  textIn,
} from './built-pages.ts';

const absolute = (path: string) => new URL(path, homepage).href;

const alternatesOf = (page: BuiltPage) =>
  languageLinks(page).map((link) => ({
    locale: attribute(link, 'hrefLang'),
    address: attribute(link, 'href') ?? '',
  }));

describe('every page', () => {
  test('the site has its pages: a choice, five lists, five guides', () => {
    expect(guidePages.length).toBeGreaterThanOrEqual(finishedLocales.length);
    expect(listedPages.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/', '/en-us/', '/sv-se/', '/zh-cn/', '/ru-ru/', '/zh-tw/']),
    );
  });

  test.each(builtPages)('$path names its language, title and description', (page) => {
    expect(attribute(byTag(page, 'html')[0], 'lang')).toBe(localeOf(page));
    expect(byTag(page, 'h1')).toHaveLength(1);
    expect(textIn(byTag(page, 'title')[0] ?? { type: 'text', value: '' })).toMatch(/\S/);
    expect(metaContent(page, 'description')).toMatch(/\S/);
    expect(metaContent(page, 'color-scheme')).toBe('light dark');
  });

  test.each(listedPages)('$path is its own canonical address', (page) => {
    expect(headLinks(page, 'canonical').map((link) => attribute(link, 'href'))).toEqual([
      absolute(page.path),
    ]);
    expect(metaContent(page, 'og:url')).toBe(absolute(page.path));
    expect(metaContent(page, 'og:locale')).toBe(localeOf(page).replace('-', '_'));
  });

  test.each(builtPages)('$path links to each language in that language', (page) => {
    const navigation = byTag(page, 'nav').find((nav) => attribute(nav, 'className') === 'languages');
    const links = elementsIn(navigation ?? { type: 'root', children: [] }).filter(
      ({ tagName }) => tagName === 'a',
    );
    expect(links.filter((link) => attribute(link, 'dataKeepPlace') === undefined)).toEqual([]);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      const locale = siteLocales.find((known) => known === attribute(link, 'lang'));
      expect(locale).toBeDefined();
      expect(attribute(link, 'hrefLang')).toBe(locale);
      expect(textIn(link).trim()).toBe(localeNames[locale ?? 'en-US']);
    }
  });

  test('those that are no place of their own are kept out of lists', () => {
    const unlisted = builtPages.filter((page) => /\/(?:compare|offline)\/$/.test(page.path));
    expect(unlisted.length).toBeGreaterThan(finishedLocales.length);
    const indexed = unlisted.filter((page) => metaContent(page, 'robots') !== 'noindex');
    expect(indexed.map(({ path }) => path)).toEqual([]);
    const named = unlisted.filter(
      (page) => headLinks(page, 'canonical').length > 0 || languageLinks(page).length > 0,
    );
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  test('the page for addresses that lead nowhere speaks all languages and is not listed', () => {
    const page = builtPages.find(({ path }) => path === '/404.html');
    if (!page) throw new Error('There is no 404 page.');
    const spoken = byTag(page, 'section').map((section) => attribute(section, 'lang'));
    expect(spoken).toEqual(finishedLocales);
    expect(metaContent(page, 'robots')).toBe('noindex');
    expect(headLinks(page, 'canonical')).toEqual([]);
    expect(languageLinks(page)).toEqual([]);
  });
});

describe('alternates', () => {
  test.each(listedPages)('$path names only pages that exist', (page) => {
    const addresses = new Set(listedPages.map(({ path }) => absolute(path)));
    expect(alternatesOf(page).filter(({ address }) => !addresses.has(address))).toEqual([]);
  });

  test.each(listedPages)('$path is named back by each page it names', (page) => {
    const own = alternatesOf(page);
    expect(own.map(({ address }) => address)).toContain(absolute(page.path));
    for (const { address } of own) {
      const other = listedPages.find(({ path }) => absolute(path) === address);
      expect(other && alternatesOf(other)).toEqual(own);
    }
  });

  test.each(guidePages)('$path has a default, and it is the source page', (page) => {
    const fallback = alternatesOf(page).find(({ locale }) => locale === 'x-default');
    expect(fallback?.address).toBe(absolute(page.path.replace(/^\/[^/]+/, '/en-us')));
  });

  test('the lists of pages have the choice of languages as their default', () => {
    const list = listedPages.find(({ path }) => path === '/zh-tw/');
    expect(list && alternatesOf(list).find(({ locale }) => locale === 'x-default')?.address).toBe(homepage);
  });
});

describe('translations', () => {
  test.each(guidePages)('$path has the same places to link to as its source', (page) => {
    const source = guidePages.find(({ path }) => path === page.path.replace(/^\/[^/]+/, '/en-us'));
    const ids = idsOf(page);
    expect(ids.length).toBeGreaterThan(4);
    expect(source && idsOf(source)).toEqual(ids);
  });
});

/** The ids in the guidance itself, without those of the form. */
function idsOf(page: BuiltPage): string[] {
  const article = byTag(page, 'article')[0];
  const all = article ? elementsIn(article) : [];
  const islands = all.filter(({ tagName }) => tagName === 'astro-island');
  const inForm = new Set(islands.flatMap(elementsIn));
  return all
    .filter((element) => !inForm.has(element))
    .flatMap((element) => attribute(element, 'id') ?? [])
    .toSorted();
}
