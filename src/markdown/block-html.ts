import { pathToFileURL } from 'node:url';
import { defineMdastPlugin, markdownToHtml } from 'satteri';
import type { SiteLocale } from '../domain/locale/locales.ts';
import { type CalloutKind, callouts } from './callouts.ts';
import { scrollingTables } from './scrolling-tables.ts';

/**
 * A block of a page as HTML, for a page that stands one level below its own: ids are left out, since both languages
 * have the same, and components, which show what no page says. Links lead where they do on the page.
 */
export async function blockHtml(
  markdown: string,
  locale: SiteLocale,
  calloutTitle: (locale: SiteLocale, kind: CalloutKind) => string,
): Promise<string> {
  const plain = markdown.replaceAll(/[ \t]*\{\/\*.*?\*\/\}/gs, '').replaceAll(/^<[A-Z]\w*[^>]*\/>$/gm, '');
  const { html } = await markdownToHtml(plain, {
    features: { smartPunctuation: false },
    mdastPlugins: [callouts(calloutTitle), linksFromBelow, scrollingTables],
    fileURL: pathToFileURL(`/content/${locale}/block.md`),
  });
  return html;
}

const linksFromBelow = defineMdastPlugin({
  name: 'links-from-below',
  link(node, context) {
    const page = /^(?:\.\/)?(?<key>[^:#?]+)\.mdx(?<fragment>#.*)?$/.exec(node.url)?.groups;
    if (page) context.setProperty(node, 'url', `../../${page['key']}/${page['fragment'] ?? ''}`);
    else if (node.url.startsWith('#')) context.setProperty(node, 'url', `../${node.url}`);
  },
});
