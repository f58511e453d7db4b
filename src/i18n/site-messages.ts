import { createInstance } from 'i18next';
import type source from '../../locales/en-US/site.json';
import { isolated } from '../domain/locale/direction.ts';
import { type SiteLocale, siteLocales, sourceLocale } from '../domain/locale/locales.ts';
import { isMostlyTranslated, type MessageTree } from '../domain/messages/fill-messages.ts';

/** The id of something the site says outside its pages. */
export type SiteMessage = keyof typeof source;

/** Says a message in one locale. */
export type Say = (message: SiteMessage, params?: Readonly<Record<string, string | number>>) => string;

const messages = await Promise.all(
  siteLocales.map(async (locale) => {
    const { default: site } = await import(`../../locales/${locale}/site.json`, { with: { type: 'json' } });
    return [locale, { site }] as const;
  }),
);

const translator = createInstance({
  resources: Object.fromEntries(messages),
  ns: 'site',
  defaultNS: 'site',
  // An empty message is one that nobody has translated yet.
  returnEmptyString: false,
  fallbackLng: sourceLocale,
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // The templates escape what they print.
  interpolation: { escapeValue: false },
});
await translator.init();

/**
 * What says the site's messages in `locale`.
 * @example siteMessages('sv-SE')('stepLink', { number: 3 }) // => 'Länk till steg 3'
 */
export function siteMessages(locale: SiteLocale): Say {
  return sayers[locale];
}

/**
 * The language in which the site speaks to readers of `locale`: the source's where it is hardly translated yet.
 * @example spokenLocale('sv-SE') // => 'sv-SE'
 */
export function spokenLocale(locale: SiteLocale): SiteLocale {
  return spoken[locale];
}

// Every page asks, for each of its links even, and the messages stay as they were loaded.
const sayers = byLocale(sayIn);
const spoken = byLocale((locale) =>
  locale === sourceLocale || isMostlyTranslated(wordsIn(locale), wordsIn(sourceLocale))
    ? locale
    : sourceLocale,
);

function byLocale<Value>(valueOf: (locale: SiteLocale) => Value): Readonly<Record<SiteLocale, Value>> {
  return Object.fromEntries(siteLocales.map((locale) => [locale, valueOf(locale)])) as Record<
    SiteLocale,
    Value
  >;
}

function sayIn(locale: SiteLocale): Say {
  const translate = translator.getFixedT(locale, 'site');
  // Pages say the same again and again, and the library looks each message up anew.
  const said = new Map<string, string>();
  return (message, params = {}) => {
    const key = [message, ...Object.entries(params).flat()].join('\0');
    const known = said.get(key);
    if (known !== undefined) return known;
    const values = Object.entries(params).map(([name, value]) => [name, isolated(String(value), locale)]);
    const text = String(translate(message, Object.fromEntries(values)));
    said.set(key, text);
    return text;
  };
}

function wordsIn(locale: SiteLocale): MessageTree {
  return translator.getResourceBundle(locale, 'site');
}
