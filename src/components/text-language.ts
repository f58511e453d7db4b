import { directionOf } from '../domain/locale/direction.ts';
import type { SiteLocale } from '../domain/locale/locales.ts';
import { spokenLocale } from '../i18n/site-messages.ts';

/** What an element says of the language of its text; nothing where it is that of the text around it. */
export interface TextLanguage {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

/** What an element says whose text is in `text`, among the site's own words on a page for readers of `page`. */
export function textLanguage(text: SiteLocale, page: SiteLocale): TextLanguage {
  return text === spokenLocale(page) ? {} : namedLanguage(text, page);
}

/** The same, for a text that names its language in any case, as the name of a language does. */
export function namedLanguage(text: SiteLocale, page: SiteLocale): TextLanguage {
  const dir = directionOf(text);
  return dir === directionOf(spokenLocale(page)) ? { lang: text } : { lang: text, dir };
}

/** What a part says that is whole in itself, whatever is around it. */
export function ownLanguage(text: SiteLocale): TextLanguage {
  return { lang: text, dir: directionOf(text) };
}
