import { type SiteLocale, siteLocales, sourceLocale } from '../domain/locale/locales.ts';
import { type PlacedChange, placeChanges } from '../domain/report/place-changes.ts';
import type { ReportedPage } from '../domain/report/report.ts';
import { type Alternate, pagePath } from '../i18n/locale-paths.ts';
import type { SiteMessage } from '../i18n/site-messages.ts';
import { type CheckReport, readCheckReport } from '../markdown/check-report.ts';
import { guidePages } from './guide-pages.ts';

/** The folder of the site's sources; `astro.config.mjs` puts the path in. */
declare const SITE_ROOT: string;

/** How a page of a language stands to its source. */
export type VersionState = 'source' | 'current' | 'behind' | 'unknown' | 'missing';

/** A page in one language, with its state. */
export interface Version extends Alternate {
  readonly state: VersionState;
}

/** What says each state. */
export const stateNames = {
  source: 'stateSource',
  current: 'stateCurrent',
  behind: 'stateBehind',
  unknown: 'stateUnknown',
  missing: 'stateMissing',
} as const satisfies Record<VersionState, SiteMessage>;

/** The page in every language of the site: where it is missing, its source stands at the address. */
export async function pageVersions(key: string): Promise<Version[]> {
  const report = checkReport();
  const written = (await guidePages()).get(key);
  return siteLocales.map((locale) => ({
    locale,
    path: pagePath({ locale, key }),
    state: written?.has(locale) ? stateOf(report.pageOf(locale, key), locale) : 'missing',
  }));
}

/** What the last check said. */
export function checkReport(): CheckReport {
  return readCheckReport(SITE_ROOT);
}

/** What a translation lacks of its source, and where. */
export function lackingIn(page: ReportedPage): PlacedChange[] {
  return placeChanges(page, checkReport().textOf(page.path));
}

function stateOf(page: ReportedPage | undefined, locale: SiteLocale): VersionState {
  if (locale === sourceLocale) return 'source';
  // Where only the form of the source has changed, or all of it has been translated already, there is nothing to say.
  if (page?.state === 'behind')
    return page.drift?.cosmetic || page.drift?.inTranslation ? 'current' : 'behind';
  return page?.state === 'current' ? 'current' : 'unknown';
}
