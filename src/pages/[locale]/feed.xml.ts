import { getCollection } from 'astro:content';
import rss from '@astrojs/rss';
import type { APIRoute, GetStaticPaths } from 'astro';
import { localeSlug, type SiteLocale, siteLocales } from '../../domain/locale/locales.ts';
import { feedPath, localePath, pageAddress, pagePath } from '../../i18n/locale-paths.ts';
import { siteMessages } from '../../i18n/site-messages.ts';

export const getStaticPaths = (() =>
  siteLocales.map((locale) => ({
    params: { locale: localeSlug(locale) },
    props: { locale },
  }))) satisfies GetStaticPaths;

/** The pages of one language, last changed first: a page that changes comes anew. */
export const GET: APIRoute<{ locale: SiteLocale }> = async ({ props: { locale }, site }) => {
  if (!site) throw new Error('A feed needs the address of the site: set `homepage` in package.json.');
  const say = siteMessages(locale);
  const entries = (await getCollection('guide')).filter(({ id }) => pageAddress(id).locale === locale);
  const items = entries
    .toSorted((a, b) => b.data.date.getTime() - a.data.date.getTime() || (a.id < b.id ? -1 : 1))
    .map(({ id, data }) => {
      const link = new URL(pagePath(pageAddress(id)), site).href;
      const day = data.date.toISOString().slice(0, 10);
      return {
        title: data.title,
        link,
        description: data.description,
        pubDate: data.date,
        // Readers tell entries apart by their ids, and the address alone would hide that a page has changed.
        customData: `<guid isPermaLink="false">${link}#${data.source ?? day}</guid>`,
      };
    });
  const self = new URL(feedPath(locale), site).href;
  return rss({
    title: say('siteName'),
    description: say('siteDescription'),
    site: new URL(localePath(locale), site),
    items,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${locale}</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
  });
};
