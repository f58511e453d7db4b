import { localeTagOf } from '../../../../src/domain/locale/locale-tag.ts';
import { languageOf } from '../../../../src/domain/locale/scripts.ts';

/**
 * True for a link to a page's version in another language than the page with the link has, as lists of languages hold
 * them: each page names the others, so what stands in the same place leads elsewhere on purpose.
 * @example leadsToOtherLanguage('docs/README.zh-CN.md', 'en') // => true
 * @example leadsToOtherLanguage('/en-us/azure/', 'en-US') // => false
 */
export function leadsToOtherLanguage(target: string, pageLocale: string): boolean {
  const path = target.replace(/^(?:https?:)?\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  const named =
    // `how-to.md` is no page in Tongan.
    /(?:\.|[_-](?=[a-z]{2}[-_])|(?<=readme)[_-])([a-z]{2}(?:[-_](?:han[st]|[a-z]{2}))?)\.(?:md|mdx|html?)$/i.exec(
      path,
    )?.[1] ??
    /(?:^|\/)([a-z]{2}[-_](?:han[st]|[a-z]{2}))(?:\/|$)/i.exec(path)?.[1] ??
    /(?:^|\/)([a-z]{2})\/(?:(?:readme|index)\.\w+)?$/i.exec(path)?.[1];
  const locale = named === undefined ? undefined : localeTagOf(named);
  return locale !== undefined && languageOf(locale) !== languageOf(pageLocale);
}
