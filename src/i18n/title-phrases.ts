import { type SiteLocale, siteLocales } from '../domain/locale/locales.ts';
import { phrasesOf } from '../domain/locale/phrases.ts';
import type { LabelMessages } from './form-messages.ts';
import { glossaryEntries } from './glossary.ts';

/** In characters: a longer label is a sentence, which may be taken apart. */
const longestName = 8;

const terms = new Map(
  await Promise.all(
    siteLocales.map(async (locale) => {
      const file = await import(`../../locales/${locale}/labels.json`, { with: { type: 'json' } });
      const labels: LabelMessages = file.default;
      const names = glossaryEntries(locale).map(({ term }) => term);
      return [
        locale,
        [...names, ...Object.values(labels)].filter(({ length }) => length <= longestName),
      ] as const;
    }),
  ),
);

/** Titles come again and again: a page's is in the lists of all pages. */
const known = new Map<string, readonly string[]>();

/**
 * The phrases of a title of the guide or of one of its sections; terms of the glossary and names in the form are whole.
 * @example titlePhrases('联系人和域名', 'zh-CN') // => ['联系人', '和域名']
 */
export function titlePhrases(title: string, locale: SiteLocale): readonly string[] {
  const key = `${locale} ${title}`;
  const phrases = known.get(key) ?? phrasesOf(title, locale, terms.get(locale) ?? []);
  known.set(key, phrases);
  return phrases;
}
