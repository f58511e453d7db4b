import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ReportedPage, reportSchema } from '../domain/report/report.ts';

/** Where a build writes what the check found, relative to the site's root. */
export const reportFolder = '.astro/lockstep';

/** What the last check said of the pages, as the build wrote it down. */
export interface CheckReport {
  /** What it said of a page; `undefined` for one it did not look at. */
  readonly pageOf: (locale: string, key: string) => ReportedPage | undefined;
  /** The source text of a blob id, as far as the report speaks of it. */
  readonly oldSource: (revision: string) => string | undefined;
  /** The text of a page, by the path that the report names. */
  readonly textOf: (path: string) => string;
}

/**
 * Reads the report of the site in `root`, once until it is written anew. Where there is none, as under a dev server before the
 * first build, nothing is known of any page.
 */
export function readCheckReport(root: string): CheckReport {
  const folder = join(root, reportFolder);
  const file = join(folder, 'report.json');
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  const known = reports.get(folder);
  if (known?.written === written && known !== undefined) return known.report;
  const pages = written === undefined ? [] : reportSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).pages;
  const byPlace = new Map(pages.map((page) => [`${page.locale} ${page.key}`, page]));
  const report: CheckReport = {
    pageOf: (locale, key) => byPlace.get(`${locale} ${key}`),
    oldSource: (revision) => {
      const source = join(folder, 'sources', revision);
      return existsSync(source) ? readFileSync(source, 'utf8') : undefined;
    },
    textOf: (path) => readFileSync(join(root, path), 'utf8'),
  };
  reports.set(folder, { written, report });
  return report;
}

const reports = new Map<string, { readonly written: number | undefined; readonly report: CheckReport }>();
