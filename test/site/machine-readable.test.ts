import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finishedLocales, localeOfSlug, siteLocales } from '../../src/domain/locale/locales.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';
import { elementsIn, readXml } from '../checker/reporters/read-xml.ts';
import {
  attribute,
  type BuiltPage,
  byTag,
  dist,
  foldedText,
  guidePages,
  headLinks,
  homepage,
  languageLinks,
  listedPages,
  metaContent,
  textIn,
} from './built-pages.ts';

const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const pathOf = (address: string | undefined) => new URL(address ?? '', homepage).pathname;
const localeOf = ({ path }: BuiltPage) => localeOfSlug(path.split('/')[1] ?? '');
const idsOf = (page: BuiltPage) => page.elements.flatMap((element) => attribute(element, 'id') ?? []);
const nothing = { type: 'text', value: '' } as const;
const alternateOf = (page: BuiltPage, type: string) =>
  headLinks(page, 'alternate').filter((link) => attribute(link, 'type') === type);

describe('pages as Markdown', () => {
  test.each(guidePages)(
    '$path has one, with its title, and nothing that only the site understands',
    (page) => {
      const links = alternateOf(page, 'text/markdown');
      expect(links.map((link) => attribute(link, 'href'))).toEqual([
        new URL(page.path.replace(/\/$/, '.md'), homepage).href,
      ]);
      const markdown = read(pathOf(attribute(links[0], 'href')));
      expect(markdown.startsWith(`# ${foldedText(byTag(page, 'h1')[0] ?? nothing)}\n`)).toBe(true);
      expect(markdown).not.toMatch(/\{\/\*|\.mdx\b|^<[A-Z]|^import /m);
    },
  );

  test.each(guidePages)('$path has one whose links lead somewhere', (page) => {
    const markdown = read(page.path.replace(/\/$/, '.md'));
    const targets = [...markdown.matchAll(/\]\((?<target>[^)\s]+)/g)].map(
      ({ groups }) => groups?.['target'] ?? '',
    );
    const own = targets.filter((target) => target.startsWith(homepage)).map((target) => new URL(target));
    expect(targets.filter((target) => !target.startsWith('https://'))).toEqual([]);
    const dead = own.filter(({ pathname, hash }) => {
      const target = listedPages.find(({ path }) => path === pathname);
      return !target || (hash !== '' && !idsOf(target).includes(hash.slice(1)));
    });
    expect(dead.map(String)).toEqual([]);
  });
});

describe('llms.txt', () => {
  test.each(finishedLocales)(
    'in %s names each page of that language once, as Markdown that is there',
    (locale) => {
      const slug = locale.toLowerCase();
      const addresses = [
        ...read(`/${slug}/llms.txt`).matchAll(/^- \[[^\]]+\]\((?<address>[^)]+)\): \S/gm),
      ].map(({ groups }) => groups?.['address']);
      const pages = guidePages.filter((page) => localeOf(page) === locale);
      expect(addresses.toSorted()).toEqual(
        pages.map(({ path }) => new URL(path.replace(/\/$/, '.md'), homepage).href).toSorted(),
      );
    },
  );
});

describe('feeds', () => {
  test.each(finishedLocales)(
    'the one in %s is well-formed, in that language, and says what is new',
    (locale) => {
      const slug = locale.toLowerCase();
      const say = siteMessages(locale);
      const address = new URL(`${slug}/feed.xml`, homepage).href;
      const elements = elementsIn(readXml(read(`/${slug}/feed.xml`)));
      const named = (name: string) => elements.filter((element) => element.name === name);
      const textsOf = (name: string) => named(name).map(({ text }) => text);
      expect(named('rss')[0]?.attributes).toMatchObject({ version: '2.0', 'xml:lang': locale });
      expect(textsOf('language')).toEqual([locale]);
      expect(named('atom:link')[0]?.attributes).toMatchObject({ rel: 'self', href: address });
      // Those of the feed come first.
      const [title = '', ...titles] = textsOf('title');
      const [description, ...descriptions] = textsOf('description');
      const [home, ...links] = textsOf('link').map((link) => new URL(link));
      expect(title).toContain(say('feed'));
      expect(description).toBe(say('feedDescription'));
      expect(home?.href).toBe(new URL(`${slug}/`, homepage).href);

      const pages = guidePages.filter((page) => localeOf(page) === locale);
      const published = links.filter(({ hash }) => hash === '').map(({ pathname }) => pathname);
      expect(published.toSorted()).toEqual(pages.map(({ path }) => path).toSorted());
      expect(links.length).toBeGreaterThan(published.length);
      const byPath = new Map(pages.map((page) => [page.path, page]));
      const pagesOfLinks = links.map(({ pathname }) => byPath.get(pathname) as BuiltPage);
      expect(titles).toEqual(pagesOfLinks.map((page) => metaContent(page, 'og:title')));
      // A new page is told by what it is about, a change by what it is.
      const about = pagesOfLinks.map((page) =>
        say('feedNewPage', { description: metaContent(page, 'description') ?? '' }),
      );
      expect(links.filter((_, index) => descriptions[index] === about[index])).toEqual(
        links.filter(({ hash }) => hash === ''),
      );
      const anchors = links.map(({ hash }) => hash.slice(1));
      expect(
        anchors.filter((id, index) => id !== '' && !idsOf(pagesOfLinks[index] as BuiltPage).includes(id)),
      ).toEqual([]);
      expect(new Set(descriptions).size).toBe(links.length);
      expect(new Set(textsOf('guid')).size).toBe(links.length);
      const days = textsOf('pubDate').map((day) => Date.parse(day));
      expect(days).toHaveLength(links.length);
      expect(days).toEqual(days.toSorted((first, second) => second - first));
      expect(days.some(Number.isNaN)).toBe(false);
    },
  );

  test.each(listedPages)('$path names the feed of its language', (page) => {
    const [link] = alternateOf(page, 'application/rss+xml');
    expect(pathOf(attribute(link, 'href'))).toBe(`/${(localeOf(page) ?? 'en-US').toLowerCase()}/feed.xml`);
  });
});

describe('what a link is shown with', () => {
  const locales = new Set(siteLocales.map((locale) => locale.replace('-', '_')));

  test.each(listedPages)('$path says it of itself, in its language', (page) => {
    const locale = localeOf(page) ?? 'en-US';
    const canonical = attribute(headLinks(page, 'canonical')[0], 'href');
    expect(metaContent(page, 'og:url')).toBe(canonical);
    expect(textIn(byTag(page, 'title')[0] ?? nothing)).toContain(metaContent(page, 'og:title'));
    expect(metaContent(page, 'og:description')).toBe(metaContent(page, 'description'));
    expect(metaContent(page, 'og:locale')).toBe(locale.replace('-', '_'));
    const others = byTag(page, 'meta')
      .filter((meta) => attribute(meta, 'property') === 'og:locale:alternate')
      .map((meta) => attribute(meta, 'content'));
    const alternates = languageLinks(page).map(
      (link) => attribute(link, 'hrefLang')?.replace('-', '_') ?? '',
    );
    expect(others.toSorted()).toEqual(
      alternates.filter((other) => locales.has(other) && other !== locale.replace('-', '_')).toSorted(),
    );
    expect(metaContent(page, 'og:image')).toBe(new URL('share.png', homepage).href);
    expect(metaContent(page, 'og:image:alt')).toBe(siteMessages(locale)('shareImage'));
    expect(metaContent(page, 'twitter:card')).toBe('summary_large_image');
  });

  test('is a picture of the size that the pages name', () => {
    const picture = readFileSync(join(dist, 'share.png'));
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    const [page] = listedPages;
    expect(page && metaContent(page, 'og:image:width')).toBe(`${picture.readUInt32BE(16)}`);
    expect(page && metaContent(page, 'og:image:height')).toBe(`${picture.readUInt32BE(20)}`);
    expect(picture.length).toBeLessThan(50_000);
  });
});

describe('structured data', () => {
  test.each(guidePages)('$path describes itself, with the steps that it has', (page) => {
    const blocks = byTag(page, 'script').filter(
      (script) => attribute(script, 'type') === 'application/ld+json',
    );
    const data = blocks.map((script) => JSON.parse(textIn(script)));
    const own = data.find((item) => ['HowTo', 'TechArticle'].includes(item['@type']));
    expect(own).toMatchObject({
      '@context': 'https://schema.org',
      inLanguage: localeOf(page),
      url: new URL(page.path, homepage).href,
      description: metaContent(page, 'description'),
    });
    const steps = page.elements.filter((element) => attribute(element, 'className') === 'step');
    const ids = steps.flatMap((step) => attribute(step, 'id') ?? []);
    const described = (own.step ?? []).map((step: { url: string }) => new URL(step.url).hash.slice(1));
    expect(described).toEqual(own['@type'] === 'HowTo' ? ids : []);
    expect(own['@type']).toBe(ids.length > 1 ? 'HowTo' : 'TechArticle');
  });
});
