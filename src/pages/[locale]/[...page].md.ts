import { type CollectionEntry, getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { componentMarkdown } from '../../components/component-markdown.ts';
import { localeSlug } from '../../domain/locale/locales.ts';
import { pageAddress, pagePath } from '../../i18n/locale-paths.ts';
import { markdownTwin } from '../../markdown/markdown-twin.ts';

export const getStaticPaths = (async () => {
  const entries = await getCollection('guide');
  return entries.map((entry) => {
    const { locale, key } = pageAddress(entry.id);
    return { params: { locale: localeSlug(locale), page: key }, props: { entry } };
  });
}) satisfies GetStaticPaths;

/** The page as Markdown, for readers of plain text and for tools. */
export const GET: APIRoute<{ entry: CollectionEntry<'guide'> }> = ({ props: { entry }, site }) => {
  const address = pageAddress(entry.id);
  const page = new URL(pagePath(address), site);
  const { title, description } = entry.data;
  const body = markdownTwin(entry.body ?? '', {
    page,
    component: (name) => componentMarkdown(name, { locale: address.locale, page }),
  });
  return new Response(`# ${title}\n\n${description}\n\n<${page.href}>\n\n${body}`, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
