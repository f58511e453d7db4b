import { expect, test } from '@playwright/test';
import { finishedLocales, localeSlug } from '../../src/domain/locale/locales.ts';
import { auditPage } from './audit-page.ts';

const pages = [
  ...finishedLocales.map((locale) => `/${localeSlug(locale)}/add-a-new-customer/`),
  '/ru-ru/registration-ids/',
  '/zh-tw/csp-offers/',
];

// Each audit drives a browser of its own; what it measures of speed is for the benchmark.
test.describe.configure({ mode: 'serial' });

for (const path of pages) {
  test(`Lighthouse finds nothing to better in accessibility, practices and search of ${path}`, async ({
    baseURL,
  }) => {
    const audit = await auditPage(new URL(path, baseURL).href, ['accessibility', 'best-practices', 'seo']);
    expect(audit.failures).toEqual([]);
    expect(audit.scores).toEqual({ accessibility: 1, 'best-practices': 1, seo: 1 });
  });
}
