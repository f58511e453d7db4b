import { type CollectionEntry, type RenderResult, render } from 'astro:content';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isPlainPage, type RenderedText, renderPlainPage } from '../markdown/plain-pages.ts';
import { guideMarkdown } from './guide-markdown.ts';

/** The folder of the site's sources; `astro.config.mjs` puts the path in. */
declare const SITE_ROOT: string;

/** The text of a page that has components. */
export type RenderedComponents = Pick<RenderResult, 'Content' | 'headings'> & { readonly html?: undefined };

/** The text of a page: HTML where it is plain, a component of its own where it has components. */
export function renderPage(entry: CollectionEntry<'guide'>): Promise<RenderedText | RenderedComponents> {
  const { id, body = '', filePath = '' } = entry;
  if (!isPlainPage(body)) return render(entry);
  const rendered = known.get(id) ?? renderPlainPage(body, settings, pathToFileURL(join(SITE_ROOT, filePath)));
  // A build renders a page once: the search lists its sections, and it stands in for translations that are missing.
  if (!import.meta.env.DEV) known.set(id, rendered);
  return rendered;
}

const settings = guideMarkdown(SITE_ROOT);
const known = new Map<string, Promise<RenderedText>>();
