import type { SiteLocale } from '../domain/locale/locales.ts';
import { type SiteMessage, siteMessages } from '../i18n/site-messages.ts';
import type { CalloutKind } from '../markdown/callouts.ts';

/** What a callout is called in `locale`. */
export function calloutTitle(locale: SiteLocale, kind: CalloutKind): string {
  return siteMessages(locale)(titles[kind]);
}

const titles = {
  note: 'calloutNote',
  tip: 'calloutTip',
  important: 'calloutImportant',
  warning: 'calloutWarning',
  caution: 'calloutCaution',
} as const satisfies Record<CalloutKind, SiteMessage>;
