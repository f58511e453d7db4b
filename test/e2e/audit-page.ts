import { launch } from 'chrome-launcher';
import lighthouse, { type RunnerResult } from 'lighthouse';
import { getBrowser } from '../../scripts/get-browser.ts';

/** What Lighthouse asks of a page. */
export type AuditCategory = 'performance' | 'accessibility' | 'best-practices' | 'seo';

/** What Lighthouse says of a page on a phone. */
export interface Audit {
  /** From 0 to 1. */
  readonly scores: Readonly<Partial<Record<AuditCategory, number>>>;
  /** The audits that a page does not pass, by their ids, with their titles. */
  readonly failures: readonly string[];
  /** Figures of the loading in milliseconds, and what was transferred in bytes. */
  readonly figures: Readonly<Record<string, number>>;
}

const figureNames = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'total-byte-weight',
];

/**
 * Audits a page as Lighthouse does for phones, in a browser that is started for it.
 * @throws When the browser cannot be started, or Lighthouse cannot load the page.
 */
export async function auditPage(address: string, categories: readonly AuditCategory[]): Promise<Audit> {
  const chrome = await launch({
    chromePath: process.env['LOCKSTEP_BROWSER'] ?? getBrowser(),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    logLevel: 'silent',
  });
  try {
    const result = await lighthouse(address, {
      port: chrome.port,
      onlyCategories: [...categories],
      // Fetched through the page, whose policy lets nothing be fetched; another test reads robots.txt.
      skipAudits: ['robots-txt'],
      // Waiting as on a slow phone is for figures of speed alone.
      throttlingMethod: categories.includes('performance') ? 'simulate' : 'provided',
      logLevel: 'silent',
    });
    if (!result) throw new Error(`Lighthouse gave no result for ${address}.`);
    return read(result.lhr, categories);
  } finally {
    chrome.kill();
  }
}

function read(report: RunnerResult['lhr'], categories: readonly AuditCategory[]): Audit {
  if (report.runtimeError) throw new Error(report.runtimeError.message);
  const scores = categories.map((category) => [category, report.categories[category]?.score ?? 0]);
  const graded = categories
    .filter((category) => category !== 'performance')
    .flatMap((category) => report.categories[category]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id }) => report.audits[id] ?? []);
  const failures = graded.filter(({ score }) => score !== null && score < 1);
  return {
    scores: Object.fromEntries(scores),
    failures: failures.map(({ id, title }) => `${id}: ${title}`),
    figures: Object.fromEntries(
      figureNames.map((name) => [name, report.audits[name]?.numericValue ?? Number.NaN]),
    ),
  };
}
