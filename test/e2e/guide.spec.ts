import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import {
  finishedLocales,
  localeNames,
  localeSlug,
  type SiteLocale,
  siteLocales,
} from '../../src/domain/locale/locales.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';

const guide = (locale: SiteLocale) => `/${localeSlug(locale)}/add-a-new-customer/`;
const languages = (page: Page, locale: SiteLocale) =>
  page.getByRole('navigation', { name: siteMessages(locale)('languages') });

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** How many sections the guide has. */
const sections =
  readFileSync(new URL('../../content/en-US/add-a-new-customer.mdx', import.meta.url), 'utf8').match(/^## /gm)
    ?.length ?? 0;

/** How each language writes what the guide is about. */
const words: Readonly<Partial<Record<SiteLocale, RegExp>>> = {
  'en-US': /customer/,
  'sv-SE': /kund/,
  'zh-CN': /客户/,
  'ru-RU': /клиент/,
  'zh-TW': /客戶/,
};

for (const locale of finishedLocales) {
  test.describe(`a reader of ${localeNames[locale]}`, () => {
    const say = siteMessages(locale);

    test('comes from the choice of languages to the guide', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('main').getByRole('link', { name: localeNames[locale] }).click();
      await expect(page).toHaveURL(`/${localeSlug(locale)}/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('guides'));
      await page.getByRole('main').getByRole('link').first().click();
      await expect(page).toHaveURL(guide(locale));
    });

    test('finds title, sections and numbered steps in that language', async ({ page }) => {
      await page.goto(guide(locale));
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      // A line does not end behind a short Russian preposition; the title in the tab has no lines.
      const title = (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll('\u00a0', ' ');
      expect(title).toMatch(words[locale] ?? /\S/);
      await expect(page).toHaveTitle(new RegExp(`${title} · ${say('siteName')}$`));
      await expect(page.getByRole('heading', { level: 2 })).toHaveCount(sections);

      const steps = page.locator('.steps > li');
      await expect(steps).toHaveCount(13);
      await expect(steps.first()).toHaveAttribute('id', 'select-customers');
      await expect(
        page.getByRole('link', { name: say('stepLink', { number: 13 }), exact: true }),
      ).toHaveAttribute('href', '#done');
    });

    test('sees whom the page is for, and its date as that language writes it', async ({ page }) => {
      await page.goto(guide(locale));
      const about = page.getByRole('group', { name: say('aboutThisPage') });
      await expect(about).toContainText(say('appliesTo'));
      await expect(about).toContainText(say('roles'));
      const time = about.locator('time').first();
      const day = await time.getAttribute('datetime');
      const written = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
      await expect(time).toHaveText(
        say(locale === 'en-US' ? 'updated' : 'translated', { date: written.format(new Date(`${day}`)) }),
      );
    });

    test('has callouts titled in that language', async ({ page }) => {
      await page.goto(guide(locale));
      const note = page.getByRole('note', { name: say('calloutNote'), exact: true }).first();
      await expect(note.locator('.callout-title')).toHaveText(say('calloutNote'));
    });
  });
}

test.describe('a change of language', () => {
  test('keeps page and place', async ({ page }) => {
    await page.goto(`${guide('en-US')}#account-info`);
    await languages(page, 'en-US').getByRole('link', { name: localeNames['sv-SE'] }).click();
    await expect(page).toHaveURL(`${guide('sv-SE')}#account-info`);
    await expect(page.locator('#account-info')).toBeInViewport();
  });

  test('keeps the place that was reached by a link on the page', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(guide('ru-RU'));
    await page
      .getByRole('link', { name: siteMessages('ru-RU')('stepLink', { number: 4 }), exact: true })
      .click();
    await expect(page).toHaveURL(/#account-info$/);
    await languages(page, 'ru-RU').getByRole('link', { name: localeNames['zh-TW'] }).click();
    await expect(page).toHaveURL(`${guide('zh-TW')}#account-info`);
  });

  test('offers every language in its own words, and says which one this is', async ({ page }) => {
    await page.goto(guide('zh-CN'));
    const links = languages(page, 'zh-CN').getByRole('link');
    await expect(links).toHaveText(siteLocales.map((locale) => new RegExp(`^${localeNames[locale]}`)));
    await expect(languages(page, 'zh-CN').locator('[aria-current=page]')).toHaveText(localeNames['zh-CN']);
  });

  test.describe('without a script', () => {
    test.use({ javaScriptEnabled: false });

    test('keeps the page', async ({ page }) => {
      await page.goto(`${guide('sv-SE')}#submit`);
      await languages(page, 'sv-SE').getByRole('link', { name: localeNames['ru-RU'] }).click();
      await expect(page).toHaveURL(guide('ru-RU'));
      await expect(page.locator('html')).toHaveAttribute('lang', 'ru-RU');
    });

    test('is possible, while a theme that could not be kept is not offered', async ({ page }) => {
      await page.goto(guide('en-US'));
      await expect(page.locator('.steps > li')).toHaveCount(13);
      await expect(page.getByRole('radio', { name: siteMessages('en-US')('themeDark') })).toBeHidden();
    });
  });
});

test.describe('a reader who wants another language', () => {
  test.use({ locale: 'sv-FI' });

  test('is offered it, in its own words, until it is declined or chosen', async ({ page }) => {
    const offer = page.locator('.language-offer:visible');
    await page.goto(`${guide('ru-RU')}#account-info`);
    await expect(page).toHaveURL(/ru-ru/);
    await expect(offer).toHaveCount(1);
    await expect(offer).toHaveAttribute('lang', 'sv-SE');
    await offer.getByRole('button', { name: siteMessages('sv-SE')('offerDismiss') }).click();
    await expect(offer).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(offer).toHaveCount(0);

    // Staying was a choice of Russian, so this is what is offered elsewhere.
    await page.goto(`${guide('zh-CN')}#account-info`);
    await expect(offer).toHaveAttribute('lang', 'ru-RU');
    await languages(page, 'zh-CN').getByRole('link', { name: localeNames['zh-TW'] }).click();
    await expect(page).toHaveURL(`${guide('zh-TW')}#account-info`);
    await expect(offer).toHaveCount(0);
    await page.goto(`${guide('en-US')}#account-info`);
    await offer.getByRole('link', { name: siteMessages('zh-TW')('offerLink') }).click();
    await expect(page).toHaveURL(`${guide('zh-TW')}#account-info`);
  });
});

test.describe('the choice of languages', () => {
  for (const [wanted, offered] of [
    ['sv-FI', 'sv-SE'],
    ['zh-HK', 'zh-TW'],
    ['zh-SG', 'zh-CN'],
  ] as const) {
    test.describe(`for a browser set to ${wanted}`, () => {
      test.use({ locale: wanted });

      test(`points out ${offered} and leads nowhere by itself`, async ({ page }) => {
        await page.goto('/');
        const preferred = page.locator('[data-preferred]');
        await expect(preferred).toHaveCount(1);
        await expect(preferred).toHaveAttribute('hreflang', offered);
        await expect(preferred).toContainText(siteMessages(offered)('yourLanguage'));
        await expect(page).toHaveURL('/');
      });
    });
  }
});

test.describe('the theme', () => {
  const say = siteMessages('en-US');

  test('follows the system until one is chosen, and then stays', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(guide('en-US'));
    const light = await background(page);
    await expect(page.getByRole('radio', { name: say('themeSystem') })).toBeChecked();

    await page.getByRole('radio', { name: say('themeDark') }).check();
    const dark = await background(page);
    expect(dark).not.toBe(light);

    await page.goto(guide('zh-CN'));
    expect(await background(page)).toBe(dark);
    await expect(page.getByRole('radio', { name: siteMessages('zh-CN')('themeDark') })).toBeChecked();

    await page.getByRole('radio', { name: siteMessages('zh-CN')('themeSystem') }).check();
    expect(await background(page)).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page)).toBe(dark);
    await page.reload();
    expect(await background(page)).toBe(dark);
  });

  test('is there before the page is painted', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('lockstep-theme', 'dark'));
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(guide('en-US'));
    // The script that sets it holds up the parser, so nothing below it can be on screen without it.
    const first = await page
      .locator('header')
      .first()
      .evaluate((element) => element.previousElementSibling?.outerHTML);
    expect(first).toMatch(/^<script src="[^"]+"(?: data-worker="[^"]+")?><\/script>$/);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test.describe('by keyboard', () => {
  test('the first stop skips to the content', async ({ page }) => {
    await page.goto(guide('en-US'));
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: siteMessages('en-US')('skipToContent') });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.locator('main a:focus')).toHaveCount(1);
  });

  test('a step shows its link when it is reached, and following it marks the step', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(guide('sv-SE'));
    const link = page.getByRole('link', {
      name: siteMessages('sv-SE')('stepLink', { number: 2 }),
      exact: true,
    });
    await expect(link).toHaveCSS('opacity', '0');
    await page.locator('#select-customers a').last().focus();
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    await expect(link).toHaveCSS('opacity', '1');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#add-customer$/);
    await expect(page.locator('#add-customer:target')).toBeInViewport();
  });

  test('the themes are one stop, and arrows choose', async ({ page }) => {
    await page.goto('/sv-se/');
    await page.getByRole('radio', { name: siteMessages('sv-SE')('themeSystem') }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: siteMessages('sv-SE')('themeDark') })).toBeChecked();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test.describe('the page keeps to itself', () => {
  // The worker is let through as well.
  test.use({ serviceWorkers: 'allow' });

  test('it asks for nothing but its own files, and its policy stops none of them', async ({
    page,
    baseURL,
  }) => {
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await page.goto(`${guide('en-US')}#practice-form`);
    // The form has come to life, so its scripts were let through as well.
    await expect(page.locator('astro-island')).toHaveCount(1);
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
    await page.goto('/');
    await page.goto('/ru-ru/');
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.filter((request) => !request.startsWith(`GET ${baseURL}/`))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('an address that leads nowhere is told in five languages', async ({ page }) => {
    const response = await page.goto('/sv-se/no-such-page/');
    expect(response?.status()).toBe(404);
    for (const locale of finishedLocales) {
      await expect(page.getByRole('heading', { name: siteMessages(locale)('notFound') })).toBeVisible();
    }
  });
});
