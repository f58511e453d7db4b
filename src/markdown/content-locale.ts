import { isSiteLocale, type SiteLocale, sourceLocale } from '../domain/locale/locales.ts';

/**
 * The locale a page is written in, read from its place under `content/`; the source locale where the place
 * tells none, as for text that comes from no file.
 * @example contentLocale(new URL('file:///guide/content/sv-SE/add-a-new-customer.mdx')) // => 'sv-SE'
 */
export function contentLocale(file: URL | undefined): SiteLocale {
  const folder = file?.pathname.match(/\/content\/([^/]+)\//)?.[1];
  return folder !== undefined && isSiteLocale(folder) ? folder : sourceLocale;
}
