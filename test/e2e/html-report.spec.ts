import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { renderHtml } from '../../scripts/checker/reporters/html.ts';
import type { Finding } from '../../src/domain/report/report.ts';
import { exampleReport, exampleTexts } from '../checker/report/example-report.ts';

/** The example's findings, and a thousand of one kind. */
const report = {
  ...exampleReport,
  findings: [
    ...exampleReport.findings,
    ...Array.from({ length: 1000 }, (_, index) =>
      exampleReport.findings
        .slice(1, 2)
        .map((finding): Finding => ({ ...finding, path: `content/zh-CN/page-${Math.floor(index / 50)}.md` })),
    ).flat(),
  ],
};

let folder = '';

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-'));
  const html = [...renderHtml(report, { textOf: (path) => exampleTexts[path] })].join('');
  writeFileSync(join(folder, 'report.html'), html);
  writeFileSync(
    join(folder, 'short.html'),
    [...renderHtml(exampleReport, { textOf: (path) => exampleTexts[path] })].join(''),
  );
});

test.afterAll(() => rmSync(folder, { recursive: true }));

async function open(page: Page, name: string): Promise<void> {
  await page.goto(pathToFileURL(join(folder, name)).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lockstep');
}

test('a report of many findings is searched and filtered with the keyboard alone', async ({ page }) => {
  await open(page, 'report.html');
  const shown = page.getByRole('status');
  await expect(shown).toHaveText('1003 of 1003 findings');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('PAGE-7.md customers');
  await expect(shown).toHaveText('50 of 1003 findings');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('note');
  await expect(shown).toHaveText(/^No finding matches/);
  for (let stops = 0; stops < 3; stops++) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show all' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(shown).toHaveText('1003 of 1003 findings');
  await page.getByLabel('Language').selectOption('ru-RU');
  await expect(shown).toHaveText('1 of 1003 findings');
  await expect(page.getByRole('article')).toHaveText(/missing-page/);
});

test('a report asks the network for nothing, and breaks no rule of its own policy', async ({ page }) => {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await open(page, 'short.html');
  await page.getByLabel('Severity').selectOption('error');
  await expect(page.getByRole('status')).toHaveText('1 of 3 findings');
  expect(requests).toEqual([pathToFileURL(join(folder, 'short.html')).href]);
  expect(complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a report has no fault that a machine can find, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, 'short.html');
    await expect(page.getByRole('article')).toHaveCount(3);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test('a report fits into a window of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, 'report.html');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
