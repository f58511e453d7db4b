import { describe, expect, test } from 'vitest';
import { partsOf, placesOf } from '../../src/domain/guide/page-order.ts';
import { finishedLocales, localeSlug } from '../../src/domain/locale/locales.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';
import {
  attribute,
  type BuiltPage,
  byTag,
  type Element,
  elementsIn,
  foldedText,
  guidePages,
  homepage,
  listedPages,
  localeOf,
  standInPages,
  textIn,
} from './built-pages.ts';

const keyOf = ({ path }: BuiltPage) => path.split('/').slice(2, -1).join('/');
// A language that is in progress has all pages, some of them in the source's words.
const keysIn = (slug: string) =>
  [...guidePages, ...standInPages]
    .filter(({ path }) => path.startsWith(`/${slug}/`))
    .map((page) => keyOf(page))
    .filter((key) => key !== '' && key !== 'search');
const slugOf = ({ path }: BuiltPage) => path.split('/')[1] ?? '';

const navigationOf = (page: BuiltPage, name: string): Element | undefined =>
  byTag(page, 'nav').find((nav) => attribute(nav, 'ariaLabel') === name);
const linksIn = (element: Element | undefined) =>
  element ? elementsIn(element).filter(({ tagName }) => tagName === 'a') : [];
const hrefs = (element: Element | undefined) => linksIn(element).map((link) => attribute(link, 'href'));

describe('the list of all pages', () => {
  test.each(guidePages)('$path has every page of its language, in reading order, itself marked', (page) => {
    const navigation = navigationOf(page, siteMessages(localeOf(page))('allPages'));
    const keys = partsOf(keysIn(slugOf(page))).flatMap(({ pages }) => pages);
    expect(keys).toContain(keyOf(page));
    expect(hrefs(navigation)).toEqual(keys.map((key) => `/${slugOf(page)}/${key}/`));
    const current = linksIn(navigation).filter((link) => attribute(link, 'ariaCurrent') === 'page');
    expect(current.map((link) => attribute(link, 'href'))).toEqual([page.path]);
  });

  test.each(finishedLocales)('the first page in %s shows the same pages under the same parts', (locale) => {
    const slug = localeSlug(locale);
    const list = listedPages.find(({ path }) => path === `/${slug}/`);
    const sections = list ? byTag(list, 'section') : [];
    const parts = partsOf(keysIn(slug));
    expect(sections.map((section) => attribute(section, 'ariaLabelledBy'))).toEqual(
      parts.map(({ id }) => id),
    );
    expect(sections.map(hrefs)).toEqual(parts.map(({ pages }) => pages.map((key) => `/${slug}/${key}/`)));
  });
});

describe('the pages beside a page', () => {
  test.each(guidePages)('$path leads on and back in reading order', (page) => {
    const { previous, next } = placesOf(keysIn(slugOf(page))).get(keyOf(page)) ?? {};
    const links = linksIn(navigationOf(page, siteMessages(localeOf(page))('nearbyPages')));
    expect(links.map((link) => [attribute(link, 'rel'), attribute(link, 'href')])).toEqual([
      ...(previous ? [['prev', `/${slugOf(page)}/${previous}/`]] : []),
      ...(next ? [['next', `/${slugOf(page)}/${next}/`]] : []),
    ]);
  });
});

describe('the way to a page', () => {
  test.each(guidePages)('$path shows it to readers and to search engines alike', (page) => {
    const say = siteMessages(localeOf(page));
    const shown = linksIn(navigationOf(page, say('breadcrumbs')));
    expect(attribute(shown[0], 'href')).toBe(`/${slugOf(page)}/`);
    const told = structuredData(page).find((data) => data['@type'] === 'BreadcrumbList');
    const title = foldedText(byTag(page, 'h1')[0] ?? { type: 'text', value: '' });
    expect(told?.itemListElement).toEqual(
      [
        ...shown.map((link) => ({ name: textIn(link), path: attribute(link, 'href') ?? '' })),
        { name: title, path: page.path },
      ].map(({ name, path }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: new URL(path, homepage).href,
      })),
    );
  });
});

function structuredData(page: BuiltPage): { '@type': string; itemListElement?: unknown }[] {
  return byTag(page, 'script')
    .filter((script) => attribute(script, 'type') === 'application/ld+json')
    .map((script) => JSON.parse(textIn(script)));
}
