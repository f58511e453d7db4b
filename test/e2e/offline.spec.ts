import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { headersOf } from '../../scripts/site/headers/header-rules.ts';
import { localeSlug, type SiteLocale } from '../../src/domain/locale/locales.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';
import { serveDist } from './dist-server.ts';
import { FormPage } from './form-page.ts';

/** A site of the test's own, which a new version can be deployed to. */
interface Site {
  readonly origin: string;
  readonly replaced: Map<string, string>;
  readonly missing: Set<string>;
  readonly held: Map<string, Promise<void>>;
}

const test = base.extend<{ site: Site }>({
  // Playwright reads from the pattern what a fixture needs: here, nothing.
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures it needs
  site: async ({}, use) => {
    const replaced = new Map<string, string>();
    const missing = new Set<string>();
    const held = new Map<string, Promise<void>>();
    const { port, server } = await serveDist({ headersOf, replaced, missing, held });
    await use({ origin: `http://127.0.0.1:${port}`, replaced, missing, held });
    server.closeAllConnections();
    server.close();
  },
  baseURL: async ({ site }, use) => use(site.origin),
});

test.use({ serviceWorkers: 'allow' });

const guide = (locale: SiteLocale, key: string) => `/${localeSlug(locale)}/${key}/`;
const notice = (page: Page, locale: SiteLocale) =>
  page.getByRole('complementary', { name: siteMessages(locale)('offlineNotice') });
const offer = (page: Page, locale: SiteLocale) =>
  page.getByRole('complementary', { name: siteMessages(locale)('updateNotice') });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

/** Waits until all of these are kept. */
async function expectKept(page: Page, addresses: readonly string[]): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        async (wanted) =>
          (await Promise.all(wanted.map(async (address) => [address, await caches.match(address)] as const)))
            .filter(([, copy]) => !copy)
            .map(([address]) => address),
        addresses,
      ),
    )
    .toEqual([]);
}

/** Opens a page, and waits until it is kept with its files. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const sheets = await page
    .locator('link[rel="stylesheet"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  await expectKept(page, [path, ...sheets]);
}

/** Deploys another version: the worker's script has another name for the state of the site. */
function deploy({ replaced }: Site): void {
  const script = readFileSync(fileURLToPath(new URL('../../dist/sw.js', import.meta.url)), 'utf8');
  const next = script.replaceAll(/"[0-9a-f]{16}"/g, (name) =>
    JSON.stringify(createHash('sha256').update(name).digest('hex').slice(0, 16)),
  );
  expect(next).not.toBe(script);
  replaced.set('/sw.js', next);
}

/** What the page shows now suits everyone, in a narrow window, too. */
async function expectUsable(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Whether an element is whole on screen, with nothing over its corners. */
function isUncovered(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].every(([x = 0, y = 0]) => {
    const inside = document.elementFromPoint(x + (x === left ? 8 : -8), y + (y === top ? 8 : -8));
    return inside === element;
  });
}

/** All that the page and its worker complain of. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.context().on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return complaints;
}

test('visited pages are read offline and own to being copies; others tell what there is', async ({
  page,
  context,
}) => {
  await page.goto(guide('ru-RU', 'appropriate-roles'));
  await expect(notice(page, 'ru-RU')).toBeHidden();
  const title = await heading(page).innerText();
  // A page that is left at once is kept by the next one.
  await page.evaluate((path) => location.assign(path), guide('sv-SE', 'agreements'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv-SE');
  await expectKept(page, [guide('ru-RU', 'appropriate-roles')]);
  await visit(page, guide('sv-SE', 'agreements'));
  const paper = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  await context.setOffline(true);

  await page.goto(`${guide('ru-RU', 'appropriate-roles')}?q=secret`);
  await expect(heading(page)).toHaveText(title);
  const year = new Date().getFullYear();
  await expect(notice(page, 'ru-RU')).toContainText(`${year}`);
  await expect(notice(page, 'ru-RU')).not.toContainText('{date}');

  await page.goto(guide('sv-SE', 'agreements').slice(0, -1));
  await expect(page).toHaveURL(guide('sv-SE', 'agreements'));
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toBe(paper);
  await expect(notice(page, 'sv-SE')).toBeVisible();
  await expectUsable(page);

  await page.goto(guide('zh-TW', 'multipartner'));
  await expect(heading(page)).toHaveText(siteMessages('zh-TW')('offlineTitle'));
  const kept = page.getByRole('main').getByRole('listitem').getByRole('link');
  await expect(kept).toHaveCount(2);
  await expectUsable(page);
  await page.goto('/sv-se/agreements.md');
  await expect(heading(page)).toHaveText(siteMessages('sv-SE')('offlineTitle'));
  await expect(kept.last()).toHaveText(title);
  await kept.last().click();
  await expect(heading(page)).toHaveText(title);

  await page.goto(guide('zh-TW', 'multipartner'));
  await expect(heading(page)).toHaveText(siteMessages('zh-TW')('offlineTitle'));
  await context.setOffline(false);
  await page.getByRole('link', { name: siteMessages('zh-TW')('offlineRetry') }).click();
  await expect(heading(page)).not.toHaveText(siteMessages('zh-TW')('offlineTitle'));
  await expect(notice(page, 'zh-TW')).toBeHidden();
  const keys = await page.evaluate(async () => {
    const requests = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    return requests.flat().map(({ url }) => url);
  });
  expect(keys.filter((url) => /[?]|\.md$|\.xml$|llms/.test(url))).toEqual([]);
});

test('a page that does not come in time is shown as a copy, and one that has gone is not', async ({
  page,
  site,
}) => {
  const path = guide('zh-CN', 'agreements');
  await visit(page, path);
  const { promise, resolve } = Promise.withResolvers<void>();
  site.held.set(path, promise);
  await page.reload();
  await expect(notice(page, 'zh-CN')).toBeVisible();
  resolve();
  site.held.clear();
  await page.reload();
  await expect(notice(page, 'zh-CN')).toBeHidden();

  site.missing.add(path);
  expect((await page.reload())?.status()).toBe(404);
  await expect.poll(() => page.evaluate((address) => caches.match(address), path)).toBeUndefined();
});

test('a new version is offered, loses nothing that is typed, and leaves other tabs what they run', async ({
  page,
  context,
  site,
}) => {
  const path = guide('sv-SE', 'add-a-new-customer');
  await visit(page, path);
  const [before = ''] = await cacheNames(page);
  deploy(site);
  const form = new FormPage(page, 'sv-SE');
  await form.open();
  await form.passOpening();
  await form.control('companyName').fill('Norrsken Bageri');
  // At the very top of the window, where the offer comes.
  await form.control('companyName').evaluate((control) => {
    scrollBy({ top: control.getBoundingClientRect().top - 4, behavior: 'instant' });
  });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  // It is seen far down the page, and lies over nothing that is in use.
  await expect(offer(page, 'sv-SE')).toBeInViewport({ ratio: 1 });
  await expect(form.control('companyName')).toBeFocused();
  await expect.poll(() => form.control('companyName').evaluate(isUncovered)).toBe(true);
  await form.control('companyName').fill('Norrsken Bageri AB');

  const other = await context.newPage();
  await visit(other, guide('sv-SE', 'agreements'));
  await expect(offer(other, 'sv-SE')).toBeVisible();
  await expectUsable(other);
  await offer(other, 'sv-SE')
    .getByRole('button', { name: siteMessages('sv-SE')('updateNow') })
    .click();
  await expect(offer(other, 'sv-SE')).toBeHidden();
  await expect(heading(other)).toBeVisible();
  // The first tab still runs the version before, and is not loaded anew.
  expect(await cacheNames(page)).toContain(before);
  await expect(form.control('companyName')).toHaveValue('Norrsken Bageri AB');
  await other.close();
  await offer(page, 'sv-SE')
    .getByRole('button', { name: siteMessages('sv-SE')('updateNow') })
    .click();
  await expect(offer(page, 'sv-SE')).toBeHidden();
  await form.root.scrollIntoViewIfNeeded();
  await expect(form.control('companyName')).toHaveValue('Norrsken Bageri AB');
  await expect.poll(() => cacheNames(page)).toHaveLength(1);
  expect(await cacheNames(page)).not.toContain(before);

  // What was visited while the new version waited came along.
  await context.setOffline(true);
  await page.goto(guide('sv-SE', 'agreements'));
  await expect(notice(page, 'sv-SE')).toBeVisible();
  await expect(offer(page, 'sv-SE')).toBeHidden();
});

test('the form works offline with all its parts, and nothing typed is asked for or kept', async ({
  page,
  context,
  site,
}) => {
  const complaints = complaintsOf(page);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  const path = guide('zh-TW', 'add-a-new-customer');
  await visit(page, path);
  const script = readFileSync(fileURLToPath(new URL('../../dist/sw.js', import.meta.url)), 'utf8');
  const parts = [...script.matchAll(/\/_astro\/[\w.~-]+\.js/g)].map(([file]) => file);
  expect(parts.filter((file) => /later-stages|phone-remark|check-tables\.worker/.test(file))).toHaveLength(3);
  await expectKept(page, parts);
  await context.setOffline(true);
  await page.reload();
  await expect(notice(page, 'zh-TW')).toBeVisible();
  const form = new FormPage(page, 'zh-TW');
  await form.open();
  await form.passOpening();
  await form.control('companyName').fill('Fabrikam Secret');
  await expect(form.control('companyName')).toHaveValue('Fabrikam Secret');

  await page.goto(`${path}#many-at-once`);
  const buffer = Buffer.from('Company name,Country\nNorrsken Secret,Sweden\n');
  await page.locator('#form-many-file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
  const part = page.locator('#many-at-once');
  await part.getByRole('button', { name: '檢查所有列' }).click();
  await expect(part.getByRole('table')).toContainText('Norrsken Secret');

  expect(requests.filter((request) => !request.startsWith(`GET ${site.origin}/`))).toEqual([]);
  expect(decodeURIComponent(requests.join('\n'))).not.toContain('Secret');
  const kept = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0] ?? '');
    const texts = await Promise.all(
      (await cache.keys()).map(async (key) => (await cache.match(key))?.text()),
    );
    return texts.some((text) => text?.includes('Secret'));
  });
  expect(kept).toBe(false);
  expect(complaints).toEqual([]);
});

test('a search that was visited finds offline', async ({ page, context }) => {
  await visit(page, '/zh-cn/search/');
  const list = await page.evaluate(async () => (await fetch('/pagefind/zh-cn.txt')).text());
  await expectKept(page, list.trim().split('\n'));
  await context.setOffline(true);
  await page.goto('/zh-cn/search/?q=注册');
  await expect(notice(page, 'zh-CN')).toBeVisible();
  await expect(page.locator('[data-search-results] mark').first()).toHaveText('注册');
});

test('where there is no room, or no worker may be, pages are as they are without', async ({ page, site }) => {
  const complaints = complaintsOf(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1 });
  await page.goto(guide('ru-RU', 'glossary'));
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
  for (const key of ['agreements', 'add-a-new-customer']) {
    await page.goto(guide('ru-RU', key));
    await expect(heading(page)).toBeVisible();
    await expect(notice(page, 'ru-RU')).toBeHidden();
  }
  await new FormPage(page, 'ru-RU').open();

  for (const refusal of ['rejects', 'throws', 'is not there'] as const) {
    const refused = await page.context().newPage();
    await refused.addInitScript((how) => {
      // It runs in the page, so it can take nothing from around it.
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- what runs in the page sees nothing around it
      const refuse = () => {
        throw new DOMException('Refused', 'SecurityError');
      };
      Object.defineProperty(Navigator.prototype, 'serviceWorker', {
        get:
          how === 'throws'
            ? refuse
            : () => (how === 'rejects' ? { register: async () => refuse() } : undefined),
      });
    }, refusal);
    const own = complaintsOf(refused);
    await refused.goto(guide('ru-RU', 'glossary'));
    await expect(heading(refused)).toBeVisible();
    expect(own).toEqual([]);
    await refused.close();
  }
  expect(complaints).toEqual([]);
});

test('a worker that is withdrawn takes itself and what was kept away', async ({ page, site }) => {
  await visit(page, guide('en-US', 'agreements'));
  const entry = fileURLToPath(new URL('../../src/offline/withdrawn.js', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false });
  site.replaced.set('/sw.js', outputFiles[0]?.text ?? '');
  await page.reload();
  await expect.poll(() => cacheNames(page)).toEqual([]);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
});
