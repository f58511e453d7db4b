import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { finishedLocales, localeSlug } from '../../src/domain/locale/locales.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';
import { accessibilityFaults, rulesOfColour } from './accessibility-faults.ts';

const everyKind = [
  '/',
  '/no-such-page/',
  ...finishedLocales.flatMap((locale) => [
    `/${localeSlug(locale)}/`,
    `/${localeSlug(locale)}/add-a-new-customer/`,
  ]),
  // The other kinds: tables, terms, search, two languages beside each other.
  '/sv-se/appropriate-roles/',
  '/zh-cn/registration-ids/',
  '/zh-tw/csp-offers/',
  '/ru-ru/glossary/',
  '/en-us/search/',
  '/ru-ru/add-a-new-customer/compare/',
  '/zh-tw/registration-ids/compare/',
];
/** Pages of one kind differ in words alone, so all of them are walked only when `EVERY_PAGE` is in the environment. */
const paths = process.env['EVERY_PAGE'] === undefined ? everyKind : everyPath();
const guides = everyKind.filter((path) => path.endsWith('/add-a-new-customer/'));

function everyPath(): string[] {
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  return globSync('**/index.html', { cwd: dist }).map((file) => `/${file.replace(/index\.html$/, '')}`);
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe('in every theme', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const path of paths) {
    test(`${path} has no accessibility fault`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      await expect(page.getByRole('main')).toBeVisible();
      expect(await accessibilityFaults(page)).toEqual([]);
      // A theme changes colours and edges, and nothing else.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
      expect(await accessibilityFaults(page, rulesOfColour)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      expect(await accessibilityFaults(page, rulesOfColour)).toEqual([]);
    });
  }
});

test.describe('320 pixels wide', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  for (const path of paths) {
    test(`${path} needs no scrolling sideways`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('main')).toBeVisible();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      const clipped = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter(
            (element) =>
              !element.closest('.table-scroll, .compared-block, .visually-hidden, svg, astro-island'),
          )
          .filter((element) => element.getBoundingClientRect().right > 321)
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      expect(clipped).toEqual([]);
    });
  }

  test('the contents are folded, and open to links', async ({ page }) => {
    await page.goto('/en-us/add-a-new-customer/');
    const contents = page.getByRole('navigation', { name: siteMessages('en-US')('contents') });
    await expect(contents.getByRole('link')).toHaveCount(0);
    await contents.locator('summary').click();
    await expect(contents.getByRole('link')).toHaveCount(await page.locator('.prose > h2').count());
    await contents.getByRole('link').nth(2).click();
    await expect(page).toHaveURL(/#add-a-new-customer$/);
  });

  test('what one presses is at least 24 pixels in each direction', async ({ page }) => {
    await page.goto('/zh-tw/add-a-new-customer/');
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('header a, header label, summary, nav a, .step-link')]
        .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 80) }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ html }) => html),
    );
    expect(small).toEqual([]);
  });
});

test.describe('text at twice its size', () => {
  test.use({ viewport: { width: 640, height: 800 } });

  for (const path of guides) {
    test(`${path} needs no scrolling sideways`, async ({ page }) => {
      await page.goto(path);
      await page.evaluate(() => {
        document.documentElement.style.setProperty('font-size', '2.125rem');
      });
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('34px');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  }
});

test.describe('wide', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('the widest table is read without scrolling, in every language', async ({ page }) => {
    for (const locale of finishedLocales) {
      await page.goto(`/${localeSlug(locale)}/appropriate-roles/`);
      const tables = await page
        .locator('.table-scroll')
        .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
      expect(tables.length).toBeGreaterThan(1);
      expect({ locale, tables: tables.filter((hidden) => hidden > 0) }).toEqual({ locale, tables: [] });
    }
  });

  test('the contents stay beside the text', async ({ page }) => {
    await page.goto('/en-us/add-a-new-customer/#next-steps');
    await expect(page.locator('#next-steps')).toBeInViewport();
    for (const name of ['contents', 'allPages'] as const) {
      const list = page.getByRole('navigation', { name: siteMessages('en-US')(name) });
      // The list of pages is long, and scrolls by itself.
      const link = name === 'contents' ? list.getByRole('link').last() : list.getByRole('link').first();
      await expect(link).toBeInViewport();
      await expect(list.locator('summary')).toBeHidden();
    }
  });

  for (const knowsCurrent of [true, false]) {
    const way = knowsCurrent ? 'a style sheet' : 'a script, where style sheets cannot';
    test.describe(`by ${way}`, () => {
      test.use({ javaScriptEnabled: !knowsCurrent });

      test('the contents mark the section on screen', async ({ page }) => {
        if (!knowsCurrent) {
          // An older browser: what it does not support, it does not style either.
          await page.addInitScript(() => {
            CSS.supports = () => false;
          });
        }
        await page.goto('/sv-se/add-a-new-customer/#names-and-addresses');
        const contents = page.getByRole('navigation', { name: siteMessages('sv-SE')('contents') });
        const colour = (hash: string) =>
          contents.locator(`a[href="${hash}"]`).evaluate((link) => getComputedStyle(link).borderLeftColor);
        await expect(async () => {
          expect(await colour('#names-and-addresses')).not.toBe(await colour('#next-steps'));
          expect(await colour('#considerations')).toBe(await colour('#next-steps'));
        }).toPass();
        await contents.locator('a[href="#cost-management"]').click();
        await expect(async () => {
          expect(await colour('#cost-management')).not.toBe(await colour('#next-steps'));
        }).toPass();
        await expect(contents.locator('[aria-current]')).toHaveCount(knowsCurrent ? 0 : 1);
      });
    });
  }

  for (const [path, measure] of [
    ['/en-us/add-a-new-customer/', 80],
    ['/zh-cn/add-a-new-customer/', 40],
  ] as const) {
    test(`a line of ${path} is readable, at most ${measure} characters`, async ({ page }) => {
      await page.goto(path);
      const characters = await page.evaluate(() => {
        const article = document.querySelector('.prose');
        if (!article) throw new Error('There is no text.');
        const unit = document.documentElement.lang.startsWith('zh') ? '国' : 'n';
        const ruler = document.createElement('span');
        ruler.textContent = unit.repeat(10);
        article.append(ruler);
        return article.getBoundingClientRect().width / (ruler.getBoundingClientRect().width / 10);
      });
      expect(characters).toBeGreaterThan(30);
      expect(characters).toBeLessThanOrEqual(measure);
    });
  }
});

test.describe('Chinese', () => {
  test('is stressed by weight, never slanted, and each writing has its own fonts', async ({ page }) => {
    await page.goto('/zh-cn/add-a-new-customer/');
    const style = await page.evaluate(() => {
      const stressed = document.createElement('em');
      document.querySelector('article')?.append(stressed);
      const { fontStyle, fontWeight } = getComputedStyle(stressed);
      const { fontFamily, lineBreak } = getComputedStyle(document.body);
      return { fontStyle, fontWeight, fontFamily, lineBreak };
    });
    expect(style).toMatchObject({ fontStyle: 'normal', fontWeight: '600', lineBreak: 'strict' });
    expect(style.fontFamily).toContain('Noto Sans CJK SC');
    await page.goto('/zh-tw/add-a-new-customer/');
    const fonts = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    expect(fonts).toContain('Noto Sans CJK TC');
  });
});

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('steps keep their numbers, callouts and the chosen theme keep an edge', async ({ page }) => {
    await page.goto('/ru-ru/add-a-new-customer/#add-customer');
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    const step = page.locator('#select-customers');
    const badge = await step.evaluate((element) => getComputedStyle(element, '::before').borderTopStyle);
    expect(badge).toBe('solid');
    await expect(step.locator('.step-link')).toHaveCSS('opacity', '0');
    await expect(page.locator('.callout').first()).toHaveCSS('border-top-style', 'solid');
    await expect(page.locator('.theme-choice label:has(:checked)')).toHaveCSS('outline-style', 'solid');
  });
});

test.describe('motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('there is none for readers who want none', async ({ page }) => {
    await page.goto('/en-us/add-a-new-customer/');
    await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto');
    await expect(page.locator('.step-link').first()).toHaveCSS('transition-duration', '0s');
  });
});

test.describe('printed', () => {
  for (const path of guides) {
    test(`${path} is the text, with the addresses of its links`, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.goto(path);
      for (const hidden of ['.site-header', '.site-footer', '.guide-nav', '.contents', '.breadcrumbs']) {
        await expect(page.locator(hidden)).toBeHidden();
      }
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
      await expect(page.locator('.step').first()).toHaveCSS('break-inside', 'avoid');
      const link = page.locator('a.external').first();
      const address = await link.evaluate((element) => getComputedStyle(element, '::after').content);
      expect(address).toContain(await link.getAttribute('href'));
    });
  }

  test('the form stays behind', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto('/en-us/add-a-new-customer/');
    await expect(page.getByRole('heading', { level: 2 }).filter({ visible: true })).not.toHaveCount(0);
    await expect(page.locator('article').getByRole('textbox')).toHaveCount(0);
    await expect(page.locator('article').getByRole('button')).toHaveCount(0);
    await expect(page.locator('.customer-form')).toBeHidden();
  });
});
