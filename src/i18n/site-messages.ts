import { createInstance } from 'i18next';
import enUS from '../../locales/en-US/site.json' with { type: 'json' };
import ruRU from '../../locales/ru-RU/site.json' with { type: 'json' };
import svSE from '../../locales/sv-SE/site.json' with { type: 'json' };
import zhCN from '../../locales/zh-CN/site.json' with { type: 'json' };
import zhTW from '../../locales/zh-TW/site.json' with { type: 'json' };
import type { SiteLocale } from '../domain/locale/locales.ts';

/** The id of something the site says outside its pages. */
export type SiteMessage = keyof typeof enUS;

/** Says a message in one locale. */
export type Say = (message: SiteMessage, params?: Readonly<Record<string, string | number>>) => string;

const messages = {
  'en-US': enUS,
  'sv-SE': svSE,
  'zh-CN': zhCN,
  'ru-RU': ruRU,
  'zh-TW': zhTW,
} satisfies Record<SiteLocale, Record<SiteMessage, string>>;

const translator = createInstance({
  resources: Object.fromEntries(Object.entries(messages).map(([locale, site]) => [locale, { site }])),
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
