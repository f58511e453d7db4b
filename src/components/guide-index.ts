import { type GuidePartId, type PagePlace, partsOf, placesOf } from '../domain/guide/page-order.ts';
import { type SiteLocale, sourceLocale } from '../domain/locale/locales.ts';
import { pagePath } from '../i18n/locale-paths.ts';
import { guidePages } from './guide-pages.ts';

/** A page as the guide lists it in one language. */
export interface ListedPage extends PagePlace {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  /** The language it can be read in: that of the source where it has not been translated. */
  readonly locale: SiteLocale;
}

/** What can be read at addresses of a locale: pages that are not translated stand in as their source. */
export interface GuideIndex {
  readonly pages: ReadonlyMap<string, ListedPage>;
  /** The parts that have pages, each with them in reading order. */
  readonly parts: readonly { readonly id: GuidePartId; readonly pages: readonly ListedPage[] }[];
}

/** The index of the guide in `locale`. */
export function guideIndex(locale: SiteLocale): Promise<GuideIndex> {
  // Content changes under the dev server, and a build reads it once.
  if (import.meta.env.DEV) return readIndex(locale);
  const known = indexes.get(locale) ?? readIndex(locale);
  indexes.set(locale, known);
  return known;
}

const indexes = new Map<SiteLocale, Promise<GuideIndex>>();

async function readIndex(locale: SiteLocale): Promise<GuideIndex> {
  const written = await guidePages();
  const keys = [...written.keys()].filter((key) =>
    [locale, sourceLocale].some((wanted) => written.get(key)?.has(wanted)),
  );
  const pages = new Map<string, ListedPage>();
  for (const [key, place] of placesOf(keys)) {
    const spoken = written.get(key)?.has(locale) ? locale : sourceLocale;
    const entry = written.get(key)?.get(spoken);
    if (!entry) continue;
    const { title, description } = entry.data;
    pages.set(key, { ...place, title, description, path: pagePath({ locale, key }), locale: spoken });
  }
  const listed = (key: string) => pages.get(key) ?? [];
  return { pages, parts: partsOf(keys).map(({ id, pages: own }) => ({ id, pages: own.flatMap(listed) })) };
}
