import type { PageChange } from '../domain/report/report.ts';
import type { SiteMessage } from '../i18n/site-messages.ts';

/** What says how a block of the source has changed. */
export const changeTitles = {
  added: 'changeAdded',
  removed: 'changeRemoved',
  changed: 'changeChanged',
  moved: 'changeMoved',
} as const satisfies Record<PageChange['kind'], SiteMessage>;
