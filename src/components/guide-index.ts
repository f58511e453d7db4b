import { getCollection } from 'astro:content';
import { type SiteLocale, sourceLocale } from '../domain/locale/locales.ts';
import { pageAddress, pagePath } from '../i18n/locale-paths.ts';

/** A page as the guide lists it in one language. */
export interface ListedPage {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  /** The language it can be read in: that of the source where it has not been translated. */
  readonly locale: SiteLocale;
}

/** Every page that can be read at an address of `locale`, by its key; those not translated stand in as their source. */
export async function guideIndex(locale: SiteLocale): Promise<ReadonlyMap<string, ListedPage>> {
  // Content changes under the dev server, and a build reads it once.
  if (import.meta.env.DEV) return readIndex(locale);
  const known = indexes.get(locale) ?? readIndex(locale);
  indexes.set(locale, known);
  return known;
}

const indexes = new Map<SiteLocale, Promise<ReadonlyMap<string, ListedPage>>>();

async function readIndex(locale: SiteLocale): Promise<ReadonlyMap<string, ListedPage>> {
  const pages = (await getCollection('guide')).map(({ id, data }) => ({ ...pageAddress(id), ...data }));
  const written = [sourceLocale, locale].flatMap((wanted) => pages.filter((page) => page.locale === wanted));
  return new Map(
    written.map(({ key, title, description, locale: spoken }) => [
      key,
      { title, description, path: pagePath({ locale, key }), locale: spoken },
    ]),
  );
}
