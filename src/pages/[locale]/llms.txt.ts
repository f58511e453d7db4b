import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { inReadingOrder } from '../../domain/guide/page-order.ts';
import { localeSlug, type SiteLocale, siteLocales } from '../../domain/locale/locales.ts';
import { markdownPath, pageAddress } from '../../i18n/locale-paths.ts';
import { siteMessages } from '../../i18n/site-messages.ts';

export const getStaticPaths = (async () => {
  const written = new Set((await getCollection('guide')).map(({ id }) => pageAddress(id).locale));
  return siteLocales
    .filter((locale) => written.has(locale))
    .map((locale) => ({ params: { locale: localeSlug(locale) }, props: { locale } }));
}) satisfies GetStaticPaths;

/** What the guide has in one language, with the addresses of its pages as Markdown. */
export const GET: APIRoute<{ locale: SiteLocale }> = async ({ props: { locale }, site }) => {
  const say = siteMessages(locale);
  const own = (await getCollection('guide')).filter(({ id }) => pageAddress(id).locale === locale);
  const byKey = new Map(own.map((entry) => [pageAddress(entry.id).key, entry.data]));
  const pages = inReadingOrder([...byKey.keys()]).flatMap((key) => {
    const data = byKey.get(key);
    return data
      ? [`- [${data.title}](${new URL(markdownPath({ locale, key }), site).href}): ${data.description}`]
      : [];
  });
  const text = [
    `# ${say('siteName')}`,
    `> ${say('siteDescription')}`,
    say('independence'),
    `## ${say('guides')}`,
    pages.join('\n'),
  ];
  return new Response(`${text.join('\n\n')}\n`);
};
