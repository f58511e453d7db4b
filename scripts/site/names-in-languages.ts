import type { SiteLocale } from '../../src/domain/locale/locales.ts';
import type { SearchPage } from './read-places.ts';

/** The labels of the interface by their ids, per locale. */
export type LabelsByLocale = Readonly<Partial<Record<SiteLocale, Readonly<Record<string, string>>>>>;

/**
 * What a titled place is called in the other languages of its page, without repeats.
 * @example placeNames('roles', 'sv-SE', [english, swedish]) // => ['Roles']
 */
export function placeNames(
  id: string | undefined,
  locale: SiteLocale,
  versions: readonly Pick<SearchPage, 'locale' | 'places'>[],
): string[] {
  const titleIn = ({ places }: Pick<SearchPage, 'places'>) =>
    places.find((place) => place.id === id && place.isTitled)?.title;
  const own = versions.find((version) => version.locale === locale);
  const others = versions
    .filter((version) => version.locale !== locale)
    .flatMap((page) => titleIn(page) ?? []);
  return unlike(own && titleIn(own), others);
}

/**
 * What a label of the interface is called in the other languages, without repeats; empty for what is no label.
 * @example labelNames('Kunder', 'sv-SE', labels) // => ['Customers', '客户', 'Клиенты', '客戶']
 */
export function labelNames(label: string, locale: SiteLocale, labels: LabelsByLocale): string[] {
  const ids = Object.entries(labels[locale] ?? {}).flatMap(([id, text]) => (text === label ? [id] : []));
  const others = Object.entries(labels).filter(([other]) => other !== locale);
  return unlike(
    label,
    ids.flatMap((id) => others.flatMap(([, words]) => words[id] ?? [])),
  );
}

function unlike(own: string | undefined, names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== own);
}
