import { getCollection } from 'astro:content';
import rss from '@astrojs/rss';
import type { APIRoute, GetStaticPaths } from 'astro';
import { type GuideChange, guideChanges } from '../../domain/guide/guide-changes.ts';
import { localeSlug, type SiteLocale, siteLocales } from '../../domain/locale/locales.ts';
import { feedPath, localePath, pageAddress, pagePath } from '../../i18n/locale-paths.ts';
import { siteMessages, spokenLocale } from '../../i18n/site-messages.ts';

export const getStaticPaths = (() =>
  siteLocales.map((locale) => ({
    params: { locale: localeSlug(locale) },
    props: { locale },
  }))) satisfies GetStaticPaths;

/** What is new in the pages of one language, last first. */
export const GET: APIRoute<{ locale: SiteLocale }> = async ({ props: { locale }, site }) => {
  if (!site) throw new Error('A feed needs the address of the site: set `homepage` in package.json.');
  const say = siteMessages(locale);
  const entries = await getCollection('guide');
  const pages = new Map(
    entries.flatMap(({ id, data }) => {
      const address = pageAddress(id);
      return address.locale === locale ? [[address.key, data] as const] : [];
    }),
  );
  const changes = guideChanges([...pages].map(([key, { date }]) => ({ key, date })));
  const self = new URL(feedPath(locale), site).href;
  const response = await rss({
    title: `${say('siteName')}: ${say('feed')}`,
    description: say('feedDescription'),
    site: new URL(localePath(locale), site),
    items: changes.map((change) => item(change, pages.get(change.page))),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${locale}</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
  });
  const xml = await response.text();
  // `<language>` is of the whole feed; programs that know XML alone are told as well.
  return new Response(xml.replace('<rss ', `<rss xml:lang="${spokenLocale(locale)}" `), response);

  function item(change: GuideChange, page: { title: string; description: string } | undefined) {
    const { href } = new URL(pagePath({ locale, key: change.page }), site);
    const isNew = change.kind === 'published';
    return {
      title: page?.title ?? change.page,
      link: isNew ? href : `${href}#${change.anchor}`,
      description: isNew
        ? say('feedNewPage', { description: page?.description ?? '' })
        : say(`news.${change.id}`),
      pubDate: change.date,
      // Readers tell entries apart by their ids, which stay when pages and anchors are renamed or dates mended.
      customData: `<guid isPermaLink="false">${href}?change=${isNew ? 'published' : change.id}</guid>`,
    };
  }
};
