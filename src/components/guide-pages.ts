import { type CollectionEntry, getCollection } from 'astro:content';
import type { SiteLocale } from '../domain/locale/locales.ts';
import { pageAddress } from '../i18n/locale-paths.ts';

/** A page of the guide in the languages it is written in. */
export type WrittenPage = ReadonlyMap<SiteLocale, CollectionEntry<'guide'>>;

/** Every page of the guide by its key. */
export function guidePages(): Promise<ReadonlyMap<string, WrittenPage>> {
  // Content changes under the dev server, and a build reads it once.
  if (import.meta.env.DEV) return readPages();
  known ??= readPages();
  return known;
}

let known: Promise<ReadonlyMap<string, WrittenPage>> | undefined;

async function readPages(): Promise<ReadonlyMap<string, WrittenPage>> {
  const pages = new Map<string, Map<SiteLocale, CollectionEntry<'guide'>>>();
  for (const entry of await getCollection('guide')) {
    const { locale, key } = pageAddress(entry.id);
    const page = pages.get(key) ?? new Map();
    pages.set(key, page.set(locale, entry));
  }
  return pages;
}
