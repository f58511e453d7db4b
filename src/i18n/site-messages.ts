import { createInstance } from 'i18next';
import type source from '../../locales/en-US/site.json';
import { type SiteLocale, siteLocales } from '../domain/locale/locales.ts';

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
  fallbackLng: false,
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
  const translate = translator.getFixedT(locale, 'site');
  return (message, params) => translate(message, params ?? {});
}
