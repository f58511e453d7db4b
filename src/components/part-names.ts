import type { GuidePartId } from '../domain/guide/page-order.ts';
import type { SiteMessage } from '../i18n/site-messages.ts';

/** What names each part of the guide. */
export const partNames = {
  add: 'partAdd',
  agreement: 'partAgreement',
  shared: 'partShared',
  sell: 'partSell',
  reference: 'partReference',
} as const satisfies Record<GuidePartId, SiteMessage>;
