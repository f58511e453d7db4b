import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { localeSlug, type SiteLocale } from '../../src/domain/locale/locales.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';
import { FormPage } from './form-page.ts';

test.use({ serviceWorkers: 'allow' });

const guide = (locale: SiteLocale, key: string) => `/${localeSlug(locale)}/${key}/`;
const notice = (page: Page, locale: SiteLocale) =>
  page.getByRole('complementary', { name: siteMessages(locale)('offlineNotice') });

/** Opens a page, and waits until it and the page for those who are offline are kept. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const sheet = await page.locator('link[rel="stylesheet"]').last().getAttribute('href');
  const wanted = [path, `/${path.split('/')[1]}/offline/`, `${sheet}`];
  await expect
    .poll(() =>
      page.evaluate(
        async (addresses) =>
          (await Promise.all(addresses.map((address) => caches.match(address)))).every(Boolean),
        wanted,
      ),
    )
    .toBe(true);
}

test.describe.configure({ mode: 'default' });

test('visited pages are read offline and own to being copies; others tell what there is', async ({
  page,
  context,
}) => {
  const say = siteMessages('ru-RU');
  await visit(page, guide('ru-RU', 'appropriate-roles'));
  await expect(notice(page, 'ru-RU')).toBeHidden();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await visit(page, guide('sv-SE', 'agreements'));
  const paper = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  await context.setOffline(true);

  await page.goto(`${guide('ru-RU', 'appropriate-roles')}?q=secret`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const year = new Date().getFullYear();
  await expect(notice(page, 'ru-RU')).toContainText(`${year}`);
  await expect(notice(page, 'ru-RU')).not.toContainText('{date}');

  await page.goto(guide('sv-SE', 'agreements'));
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toBe(paper);
  await expect(notice(page, 'sv-SE')).toBeVisible();

  await page.goto(guide('ru-RU', 'multipartner'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('offlineTitle'));
  const kept = page.getByRole('main').getByRole('link');
  await expect(kept).toHaveCount(2);
  await expect(kept.first()).toHaveText(title);
  await kept.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  await context.setOffline(false);
  await page.reload();
  await expect(notice(page, 'ru-RU')).toBeHidden();
  const keys = await page.evaluate(async () => {
    const requests = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    return requests.flat().map(({ url }) => url);
  });
  expect(keys.filter((url) => /[?]|\.md$|\.xml$|llms/.test(url))).toEqual([]);
});

/** A stand-in for a deployment: the worker's script with another name for the state of the site. */
async function deploy(): Promise<() => Promise<void>> {
  const file = fileURLToPath(new URL('../../dist/sw.js', import.meta.url));
  const script = await readFile(file, 'utf8');
  await writeFile(
    file,
    script.replaceAll(/\b[0-9a-f]{16}\b/g, (name) =>
      createHash('sha256').update(name).digest('hex').slice(0, 16),
    ),
  );
  return () => writeFile(file, script);
}

test('a new version is offered, takes what was kept along, and clears the old away', async ({
  page,
  context,
}) => {
  const say = siteMessages('sv-SE');
  const path = guide('sv-SE', 'agreements');
  await visit(page, path);
  const [before] = await page.evaluate(() => caches.keys());
  const restore = await deploy();
  try {
    await page.reload();
    const offer = page.getByRole('complementary', { name: say('updateNotice') });
    await expect(offer).toBeVisible();
    await page.evaluate(() => {
      document.body.dataset['old'] = '';
    });
    await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(2);
    await offer.getByRole('button', { name: say('updateNow') }).click();
    await expect(page.locator('body[data-old]')).toHaveCount(0);
    await expect(offer).toBeHidden();
    await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1);
    expect(await page.evaluate(() => caches.keys())).not.toContain(before);
    await context.setOffline(true);
    await page.goto(path);
    await expect(notice(page, 'sv-SE')).toBeVisible();
  } finally {
    await restore();
  }
});

test('the form works offline, and nothing typed is asked for or kept', async ({ page, context, baseURL }) => {
  const requests: string[] = [];
  context.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await visit(page, guide('en-US', 'add-a-new-customer'));
  await expect
    .poll(() =>
      page.evaluate(
        async () =>
          (await (await caches.open((await caches.keys())[0] ?? '')).keys()).filter(({ url }) =>
            url.includes('/phone-remark.'),
          ).length,
      ),
    )
    .toBe(1);
  await context.setOffline(true);
  await page.reload();
  await expect(notice(page, 'en-US')).toBeVisible();
  const form = new FormPage(page, 'en-US');
  await form.open();
  await form.passOpening();
  await form.control('companyName').fill('Fabrikam Secret');
  await expect(form.control('companyName')).toHaveValue('Fabrikam Secret');
  expect(requests.filter((request) => !request.startsWith(`GET ${baseURL}/`))).toEqual([]);
  expect(decodeURIComponent(requests.join('\n'))).not.toContain('Secret');
  const kept = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0] ?? '');
    const texts = await Promise.all(
      (await cache.keys()).map(async (key) => (await cache.match(key))?.text()),
    );
    return texts.some((text) => text?.includes('Fabrikam Secret'));
  });
  expect(kept).toBe(false);
});
