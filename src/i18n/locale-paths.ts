import {
  finishedLocales,
  isSiteLocale,
  localeSlug,
  type SiteLocale,
  siteLocales,
  sourceLocale,
} from '../domain/locale/locales.ts';

/** Where a page of the guide belongs: the same key in every locale is the same page. */
export interface PageAddress {
  readonly locale: SiteLocale;
  /** The path inside the locale's folder, without extension: `add-a-new-customer`. */
  readonly key: string;
}

/** One version of a page in a language, for language links and `hreflang`. */
export interface Alternate {
  readonly locale: SiteLocale;
  readonly path: string;
}

/**
 * The address of a file under `content/`.
 * @throws When the file stands in no locale's folder.
 * @example pageAddress('sv-SE/add-a-new-customer.mdx') // => { locale: 'sv-SE', key: 'add-a-new-customer' }
 */
export function pageAddress(contentPath: string): PageAddress {
  const [folder = '', ...rest] = contentPath.replace(/\.mdx?$/, '').split('/');
  const key = rest.join('/');
  if (!isSiteLocale(folder) || key === '') {
    throw new Error(
      `Could not place \`content/${contentPath}\`: pages stand in a locale's folder. Move it into one of ${siteLocales.join(', ')}.`,
    );
  }
  return { locale: folder, key };
}

/**
 * The path of a page on the site.
 * @example pagePath({ locale: 'zh-CN', key: 'add-a-new-customer' }) // => '/zh-cn/add-a-new-customer/'
 */
export function pagePath({ locale, key }: PageAddress): string {
  return `${localePath(locale)}${key}/`;
}

/**
 * The path of a page as Markdown.
 * @example markdownPath({ locale: 'zh-CN', key: 'add-a-new-customer' }) // => '/zh-cn/add-a-new-customer.md'
 */
export function markdownPath({ locale, key }: PageAddress): string {
  return `${localePath(locale)}${key}.md`;
}

/**
 * The path of a translation beside its source.
 * @example comparePath({ locale: 'zh-CN', key: 'add-a-new-customer' }) // => '/zh-cn/add-a-new-customer/compare/'
 */
export function comparePath(address: PageAddress): string {
  return `${pagePath(address)}compare/`;
}

/**
 * The path of the feed of a locale's changes.
 * @example feedPath('zh-CN') // => '/zh-cn/feed.xml'
 */
export function feedPath(locale: SiteLocale): string {
  return `${localePath(locale)}feed.xml`;
}

/**
 * The path of a locale's list of pages.
 * @example localePath('zh-CN') // => '/zh-cn/'
 */
export function localePath(locale: SiteLocale): string {
  return `/${localeSlug(locale)}/`;
}

/** The versions of the page `key`, which is written in `locales`, in the order of the site's locales. */
export function pageAlternates(key: string, locales: Iterable<SiteLocale>): Alternate[] {
  const written = new Set(locales);
  return siteLocales
    .filter((locale) => written.has(locale))
    .map((locale) => ({ locale, path: pagePath({ locale, key }) }));
}

/**
 * The path of a locale's search.
 * @example searchPath('zh-CN') // => '/zh-cn/search/'
 */
export function searchPath(locale: SiteLocale): string {
  return `${localePath(locale)}search/`;
}

/** The search of every locale that is finished: those in progress find little yet. */
export function searchAlternates(): Alternate[] {
  return finishedLocales.map((locale) => ({ locale, path: searchPath(locale) }));
}

/** Every locale's list of pages, or what else it has at `pathOf`; also of those in progress. */
export function localeLists(pathOf: (locale: SiteLocale) => string = localePath): Alternate[] {
  return siteLocales.map((locale) => ({ locale, path: pathOf(locale) }));
}

/** The list of pages of every locale that is finished: those in progress list little of their own yet. */
export function localeAlternates(): Alternate[] {
  return finishedLocales.map((locale) => ({ locale, path: localePath(locale) }));
}

/**
 * Where a reader of no listed language is best served: the choice of languages for the lists, the source page for a
 * page, and nothing where the source page is missing.
 */
export function defaultPath(alternates: readonly Alternate[]): string | undefined {
  const source = alternates.find(({ locale }) => locale === sourceLocale);
  return source?.path === localePath(sourceLocale) ? '/' : source?.path;
}
