import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { localeOfSlug } from '../../src/domain/locale/locales.ts';
import {
  attribute,
  type BuiltPage,
  builtPages,
  byTag,
  dist,
  foldedText,
  guidePages,
  homepage,
} from './built-pages.ts';

const idsOf = (page: BuiltPage) => page.elements.flatMap((element) => attribute(element, 'id') ?? []);

const linksOf = (page: BuiltPage) =>
  byTag(page, 'a', 'link', 'script', 'img')
    .flatMap((element) => attribute(element, 'href') ?? attribute(element, 'src') ?? [])
    .map((address) => new URL(address, new URL(page.path, homepage)));

const repository = 'https://github.com/lockstep-example/lockstep/';

const isHowTo = ({ path }: BuiltPage) => path.endsWith('/add-a-new-customer/');

describe('links', () => {
  test.each(builtPages)('$path leads nowhere that does not exist', (page) => {
    const links = linksOf(page).filter(({ origin }) => origin === new URL(homepage).origin);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !isThere(link)).map(String)).toEqual([]);
  });

  test.each(builtPages)('$path uses each id once', (page) => {
    const ids = idsOf(page);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(guidePages)('$path leaves the site for pages in its own language, and says so', (page) => {
    const slug = page.path.split('/')[1];
    const away = byTag(page, 'a').filter((link) => {
      const address = attribute(link, 'href') ?? '';
      return /^https?:/.test(address) && !address.startsWith(repository);
    });
    expect(away.length).toBeGreaterThan(isHowTo(page) ? 3 : -1);
    for (const link of away) {
      expect(attribute(link, 'href')).toMatch(new RegExp(`^https://learn\\.microsoft\\.com/${slug}/`));
      expect(attribute(link, 'rel')).toBe('external');
      expect(attribute(link, 'target')).toBeUndefined();
    }
  });

  test.each(guidePages)('$path lists its own sections, and each step links to itself', (page) => {
    const headings = byTag(page, 'h2').flatMap((heading) => attribute(heading, 'id') ?? []);
    const links = new Set(byTag(page, 'a').map((link) => attribute(link, 'href')));
    expect(headings.length).toBeGreaterThan(isHowTo(page) ? 5 : 1);
    expect(headings.filter((id) => !links.has(`#${id}`))).toEqual([]);

    const steps = page.elements.filter((element) => attribute(element, 'className') === 'step');
    expect(steps.length).toBeGreaterThan(isHowTo(page) ? 5 : -1);
    const stepLinks = page.elements.filter((element) => attribute(element, 'className') === 'step-link');
    expect(stepLinks.map((link) => attribute(link, 'href'))).toEqual(
      steps.map((step) => `#${attribute(step, 'id')}`),
    );
  });
});

describe('ways to mend a page', () => {
  test.each(guidePages)(
    '$path can be edited, and a problem told with it, each section and each step',
    (page) => {
      const [, slug = '', key = ''] = page.path.split('/');
      const file = `content/${localeOfSlug(slug)}/${key}.mdx`;
      const addresses = byTag(page, 'a').flatMap((link) => {
        const address = attribute(link, 'href') ?? '';
        return address.startsWith(repository) ? [new URL(address)] : [];
      });
      const [edit, ...others] = addresses.toSorted((a, b) => (a.pathname < b.pathname ? -1 : 1));
      expect(edit?.href).toBe(`${repository}edit/main/${file}`);
      const bodies = others.map(({ searchParams }) => searchParams.get('body') ?? '');
      const places = bodies.map((body) => /^(?<file>\S+?)(?:#(?<id>\S+))? /.exec(body)?.groups);
      expect(new Set(places.map((place) => place?.['file']))).toEqual(new Set([file]));
      const marked = page.elements.filter(
        (element) =>
          attribute(element, 'className') === 'step' ||
          (element.tagName === 'h2' && attribute(element, 'id') !== undefined),
      );
      const ids = marked.flatMap((element) => attribute(element, 'id') ?? []);
      expect(places.map((place) => place?.['id'])).toEqual(expect.arrayContaining([undefined, ...ids]));
      const unlike = others.filter(({ searchParams }) => {
        const id = searchParams.get('title')?.split('#')[1];
        const quote = /^> (?<quote>.+?)…?$/m.exec(searchParams.get('body') ?? '')?.groups?.['quote'];
        const place = marked.find((element) => attribute(element, 'id') === id);
        return id !== undefined && !(place && foldedText(place).includes(`${quote}`));
      });
      expect(unlike.map(String)).toEqual([]);
    },
  );
});

function isThere({ pathname, hash }: URL): boolean {
  const page = builtPages.find(({ path }) => path === pathname);
  if (!page) return existsSync(join(dist, pathname)) && !pathname.endsWith('/');
  return hash === '' || idsOf(page).includes(decodeURIComponent(hash.slice(1)));
}
