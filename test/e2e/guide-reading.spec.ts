import { expect, type Page, test } from '@playwright/test';
import { finishedLocales, localeNames, type SiteLocale } from '../../src/domain/locale/locales.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';
import { layoutFaults } from './layout-faults.ts';
import { rightToLeftLocale, servePseudoLocale } from './pseudo-locale.ts';
import { countOfStops, orderFaults, tabStops } from './tab-stops.ts';

/** One page of each kind: the choice of languages, lists, the guide with its form, tables, terms, two languages. */
const kinds = ['', 'search/', 'add-a-new-customer/', 'appropriate-roles/', 'glossary/'];
const pagesIn = (slug: string) => [
  ...kinds.map((kind) => `/${slug}/${kind}`),
  ...(slug === 'en-us' ? [] : [`/${slug}/registration-ids/compare/`]),
];
const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/**
 * Opens a page, and has its form come to life, which waits until it is nearly on screen. Its controls can have the focus
 * once it has read what the browser keeps, a while after it has taken over.
 */
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await expect(page.getByRole('main')).toBeVisible();
  const form = page.locator('.customer-form');
  if ((await form.count()) === 0) return;
  await form.scrollIntoViewIfNeeded();
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  await expect(form.locator('[type="submit"]')).toBeEnabled();
  await page.evaluate(() => scrollTo(0, 0));
};

for (const [slug, viewport] of [
  ['sv-se', wide],
  ['zh-tw', narrow],
] as const) {
  test(`by keyboard, ${viewport.width} pixels wide, all of /${slug}/ is reached as it is read, and seen`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    for (const path of ['/', '/no-such-page/', ...pagesIn(slug)]) {
      await test.step(path, async () => {
        await open(page, path);
        const expected = await countOfStops(page);
        const stops = await tabStops(page);
        expect(await page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])').count()).toBe(0);
        expect(stops.flatMap(({ faults }) => faults)).toEqual([]);
        expect(orderFaults(stops, 'ltr')).toEqual([]);
        expect(stops.length).toBe(expected);
        expect(expected).toBeGreaterThan(10);

        await open(page, path);
        await page.keyboard.press('Tab');
        await expect(page.locator('.skip-link')).toBeFocused();
        await page.keyboard.press('Enter');
        await expect(page.getByRole('main')).toBeFocused();
        await page.keyboard.press('Tab');
        await expect(page.locator('main :focus')).toHaveCount(1);
      });
    }
  });
}

test.describe('where the language runs from right to left', () => {
  const paths = pagesIn('en-us');

  for (const viewport of [wide, narrow]) {
    test(`nothing is cut off or covered, ${viewport.width} pixels wide`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await servePseudoLocale(page, rightToLeftLocale);
      for (const path of [...paths, '/en-us/registration-ids/', '/en-us/csp-offers/']) {
        await open(page, path);
        await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
        for (const folded of await page.locator('.folded > summary:visible').all()) await folded.click();
        expect({ path, faults: await layoutFaults(page.locator('body')) }).toEqual({ path, faults: [] });
      }
      const codes = page.locator('main :is(code, pre)');
      expect(await codes.count()).toBeGreaterThan(3);
      const directions = await codes.evaluateAll((all) =>
        all.map((code) => {
          const { direction, unicodeBidi } = getComputedStyle(code);
          return `${direction} ${unicodeBidi}`;
        }),
      );
      expect([...new Set(directions)]).toEqual(['ltr isolate']);
    });
  }

  test('every part stands where a mirror would show it', async ({ page }) => {
    await page.setViewportSize(wide);
    const places = async (direction: 'ltr' | 'rtl', path: string) => {
      await page.unrouteAll();
      // The same letters in both directions, so that lines are as long.
      await servePseudoLocale(page, { ...rightToLeftLocale, direction });
      await open(page, path);
      return page.evaluate((isMirrored) => {
        const { clientWidth } = document.documentElement;
        return [...document.querySelectorAll('body *')].flatMap((element) => {
          const { display, position } = getComputedStyle(element);
          if (!element.checkVisibility() || display === 'inline' || element.closest('svg, astro-island'))
            return [];
          if (position === 'absolute' && element.matches('.visually-hidden, input')) return [];
          const { left, right, top } = element.getBoundingClientRect();
          const [start, end] = isMirrored ? [clientWidth - right, clientWidth - left] : [left, right];
          const name = `${element.tagName.toLowerCase()}.${element.className}`;
          return [{ name, start: Math.round(start), end: Math.round(end), top: Math.round(top) }];
        });
      }, direction === 'rtl');
    };
    for (const path of [
      '/en-us/',
      '/en-us/add-a-new-customer/',
      '/en-us/appropriate-roles/',
      '/en-us/glossary/',
    ]) {
      const mirrored = await places('rtl', path);
      const plain = await places('ltr', path);
      expect(mirrored.length).toBeGreaterThan(80);
      expect(mirrored.length).toBe(plain.length);
      const astray = mirrored.flatMap((one, at) => {
        const as = plain[at];
        const isThere =
          as !== undefined &&
          Math.abs(one.start - as.start) <= 2 &&
          Math.abs(one.end - as.end) <= 2 &&
          Math.abs(one.top - as.top) <= 2;
        return isThere ? [] : [`${path} ${JSON.stringify(one)} instead of ${JSON.stringify(as)}`];
      });
      expect(astray).toEqual([]);
    }
  });
});

/** What a page says, without what only a script can do. */
const readable = async (page: Page, path: string): Promise<string> => {
  await page.goto(path);
  return page.evaluate(() => {
    const main = document.querySelector('main');
    if (!main) throw new Error('There is no text.');
    // What only a script can do: the form, and the search.
    for (const part of main.querySelectorAll('astro-island, [data-search], noscript')) part.remove();
    return main.innerText.replaceAll(/\s+/gu, ' ');
  });
};

test.describe('without JavaScript', () => {
  for (const locale of ['sv-SE', 'zh-CN'] satisfies SiteLocale[]) {
    const say = siteMessages(locale);
    test(`every kind of page is read in ${localeNames[locale]}, with all ways to others`, async ({
      page,
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
      const plain = await context.newPage();
      for (const path of pagesIn(locale.toLowerCase())) {
        for (const viewport of [wide, narrow]) {
          await page.setViewportSize(viewport);
          await plain.setViewportSize(viewport);
          expect(await readable(plain, path)).toBe(await readable(page, path));
        }
        const languages = plain.getByRole('navigation', { name: say('languages') }).getByRole('link');
        const isCompared = path.endsWith('/compare/');
        await expect(languages).toHaveCount(finishedLocales.length - (isCompared ? 1 : 0));
        await expect(plain.locator('.site-search')).toBeVisible();
        const lists = plain.locator('.folded');
        for (const list of await lists.all()) {
          await expect(list.getByRole('link').first()).toBeHidden();
          await list.locator('summary').click();
          await expect(list.getByRole('link').first()).toBeVisible();
        }
        await plain.setViewportSize(wide);
        await plain.reload();
        for (const list of await lists.all()) await expect(list.getByRole('link').first()).toBeVisible();
        expect(await lists.count()).toBe(/(?:customer|roles|glossary)\/$/u.test(path) ? 2 : 0);
      }
      await context.close();
    });
  }
});
