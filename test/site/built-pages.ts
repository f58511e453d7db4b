import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HastNode, htmlToHast } from 'satteri';
import {
  isInProgress,
  localeOfSlug,
  type SiteLocale,
  sourceLocale,
} from '../../src/domain/locale/locales.ts';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder the site is built into. */
export const dist = join(root, 'dist');

/** The address the site is built for, ending in a slash. */
export const homepage: string = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).homepage;

/** An element of a built page. */
export type Element = Extract<HastNode, { type: 'element' }>;

/** A page as it was built. */
export interface BuiltPage {
  /** Its path on the site, such as `/sv-se/`. */
  readonly path: string;
  readonly html: string;
  /** Every element, in document order, each after its parent. */
  readonly elements: readonly Element[];
}

/** Every page that was built, the one for addresses that lead nowhere included. */
export const builtPages: readonly BuiltPage[] = globSync('**/*.html', { cwd: dist })
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted()
  .map((file) => {
    return pageFrom(`/${file.replace(/index\.html$/, '')}`, readFileSync(join(dist, file), 'utf8'));
  });

const pages = builtPages.filter(
  ({ path }) => path !== '/404.html' && !path.endsWith('/compare/') && !path.endsWith('/offline/'),
);

/**
 * The pages that search engines list: not the one for addresses that lead nowhere, nor comparisons of two languages, nor
 * those in which the source stands in.
 */
export const listedPages = pages.filter(isTranslated);

/** The pages of languages that have no such page yet. */
export const standInPages = pages.filter((page) => !isTranslated(page));

/** The pages that search the guide, one for each language. */
export const searchPages = pages.filter(({ path }) => /^\/[^/]+\/search\/$/.test(path));

/** The pages of guidance. */
export const guidePages = listedPages.filter(
  (page) => page.path.split('/').length > 3 && !searchPages.includes(page),
);

/** True for a page that its language has; its first page and its search are had once all of it is translated. */
function isTranslated({ path }: BuiltPage): boolean {
  const [, slug = '', key = ''] = path.split('/');
  const locale = localeOfSlug(slug);
  if (locale === undefined) return true;
  return key === '' || key === 'search'
    ? !isInProgress(locale)
    : existsSync(join(root, 'content', locale, `${key}.mdx`));
}

/** A page from its HTML. */
export function pageFrom(path: string, html: string): BuiltPage {
  return { path, html, elements: elementsIn(htmlToHast(html)) };
}

/** The language of a page's place on the site; the source's for the pages above all languages. */
export function localeOf({ path }: BuiltPage): SiteLocale {
  return localeOfSlug(path.split('/')[1] ?? '') ?? sourceLocale;
}

/** Every element in a node, in document order. */
export function elementsIn(node: HastNode): Element[] {
  const inside = 'children' in node ? node.children.flatMap(elementsIn) : [];
  return node.type === 'element' ? [node, ...inside] : inside;
}

/** A page's elements of the given tags. */
export function byTag(page: BuiltPage, ...tags: readonly string[]): Element[] {
  return page.elements.filter(({ tagName }) => tags.includes(tagName));
}

/** An attribute as it is written in the page, `undefined` where there is none. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.properties[name];
  return value === undefined || value === null || value === false
    ? undefined
    : Array.isArray(value)
      ? value.join(' ')
      : String(value);
}

/** Links in a page's head by their relation. */
export function headLinks(page: BuiltPage, rel: string): Element[] {
  return byTag(page, 'link').filter((link) => attribute(link, 'rel') === rel);
}

/** The links in a page's head to its versions in other languages, its own and the default included. */
export function languageLinks(page: BuiltPage): Element[] {
  return headLinks(page, 'alternate').filter((link) => attribute(link, 'hrefLang') !== undefined);
}

/** What a `meta` element of the page says. */
export function metaContent(page: BuiltPage, name: string): string | undefined {
  const meta = byTag(page, 'meta').find((element) =>
    ['name', 'property', 'httpEquiv'].some((key) => attribute(element, key)?.toLowerCase() === name),
  );
  return attribute(meta, 'content');
}

/** The text in an element, without what only says where its lines may end. */
export function foldedText(node: HastNode): string {
  return textIn(node).replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ').trim();
}

/** The text in an element. */
export function textIn(node: HastNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textIn).join('') : '';
}
