import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, dist, homepage, languageLinks, listedPages } from './built-pages.ts';

const read = (file: string) => readFileSync(join(dist, file), 'utf8');

const entries = [...read('sitemap-0.xml').matchAll(/<url>.*?<\/url>/gs)].map(([entry]) => ({
  address: entry.match(/<loc>(.*?)<\/loc>/)?.[1] ?? '',
  alternates: [...entry.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(
    ([, locale, address]) => `${locale} ${address}`,
  ),
}));

describe('sitemap', () => {
  test('lists every page once, and no other', () => {
    expect(entries.map(({ address }) => address).toSorted()).toEqual(
      listedPages.map(({ path }) => new URL(path, homepage).href).toSorted(),
    );
  });

  test.each(listedPages)('names for $path the languages that the page itself names', (page) => {
    const entry = entries.find(({ address }) => address === new URL(page.path, homepage).href);
    expect(entry?.alternates.toSorted()).toEqual(
      languageLinks(page)
        .map((link) => `${attribute(link, 'hrefLang')} ${attribute(link, 'href')}`)
        .toSorted(),
    );
  });

  test('is where robots are told to look', () => {
    expect(read('robots.txt')).toContain(`Sitemap: ${homepage}sitemap-index.xml`);
    expect(read('sitemap-index.xml')).toContain(`<loc>${homepage}sitemap-0.xml</loc>`);
  });
});
