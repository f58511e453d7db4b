import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { siteLocales } from '../../src/domain/locale/locales.ts';
import { copySite, frontMatter } from '../site/build-copy.ts';
import { accessibilityFaults, rulesOfColour } from './accessibility-faults.ts';
import { serveDist } from './dist-server.ts';
import { layoutFaults } from './layout-faults.ts';
import { countOfStops, orderFaults, tabStops } from './tab-stops.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** A language that the guide has not got, written from right to left. */
const known: readonly string[] = siteLocales;
const inProgress = ['ar-EG', 'he-IL', 'fa-IR', 'ur-PK'].find((tag) => !known.includes(tag)) ?? '';
const slug = inProgress.toLowerCase();

const english = (size: string, receipt = '') => `${frontMatter('Order a cake')}
How to order a cake for a party.

## Order {/* #order */}

1. Open the shop. {/* #open */}
2. Choose a ${size} cake. {/* #choose */}
${receipt}
| Cake | Guests |
| --- | --- |
| \`small\` | 8 |

## Collect {/* #collect */}

Come to the [shop](https://shop.example/) in the morning.
`;

const swedish = (source: string) => `${frontMatter('Beställ en tårta', source)}
Så beställer du en tårta till ett kalas.

## Beställ {/* #order */}

1. Öppna butiken. {/* #open */}
2. Välj en liten tårta. {/* #choose */}

| Tårta | Gäster |
| --- | --- |
| \`small\` | 8 |

## Hämta {/* #collect */}

Kom till [butiken](https://shop.example/) på morgonen.
`;

const rightToLeft = (source: string) => `${frontMatter('طلب كعكة', source)}
كيف تطلب كعكة لحفلة.

## الطلب {/* #order */}

1. افتح المتجر. {/* #open */}
2. اختر كعكة كبيرة. {/* #choose */}

   احتفظ بالإيصال.

| الكعكة | الضيوف |
| --- | --- |
| \`small\` | 8 |

## الاستلام {/* #collect */}

تعال إلى [المتجر](https://shop.example/) في الصباح.
`;

/** Builds a site with a page that is behind, one that is not translated, and a language that has just been begun. */
function buildUnfinished(): string {
  const site = copySite();
  const old = site.write('content/en-US/order.mdx', english('small'));
  site.write('content/sv-SE/order.mdx', swedish(old));
  site.commit('2026-02-01');
  const now = site.write('content/en-US/order.mdx', english('large', '\n   Keep the receipt.\n'));
  site.write('content/en-US/bake.mdx', english('large').replace('Order a cake', 'Bake a cake'));
  execFileSync(process.execPath, ['scripts/new-locale.ts', inProgress], { cwd: site.folder });
  site.write(`content/${inProgress}/order.mdx`, rightToLeft(now));
  site.commit('2026-03-05');
  site.build();
  return site.folder;
}

/** What each page is there for, and the element that shows it. */
const pages: readonly (readonly [path: string, proof: string])[] = [
  ['/sv-se/order/', '.notice-behind .word-diff'],
  ['/sv-se/order/compare/', '.compared-change'],
  ['/ru-ru/order/', '.notice'],
  ['/zh-tw/bake/', '.notice'],
  [`/${slug}/order/`, '.prose[dir="rtl"]'],
  [`/${slug}/order/compare/`, '.compared-block [dir="rtl"], .compared-block[dir="rtl"]'],
  [`/${slug}/bake/`, '.notice'],
  [`/${slug}/`, 'main'],
  ['/en-us/order/', '.languages small'],
];

async function open(page: Page, address: string, proof: string): Promise<void> {
  await page.goto(address);
  // A press would leave the way by keyboard to begin there.
  await page.locator('main details').evaluateAll((all) => {
    for (const folded of all) folded.setAttribute('open', '');
  });
  await expect(page.locator(proof).first()).toBeVisible();
}

test('pages behind their source, without a translation, or in a language that was just begun suit everyone', async ({
  context,
}) => {
  // A site is built for it.
  test.slow();
  const folder = buildUnfinished();
  const { port, server } = await serveDist({ dist: join(folder, 'dist') });
  for (const [path, proof] of pages) {
    await test.step(path, async () => {
      // Where the focus has left one page, it may come to the next by itself.
      const page = await context.newPage();
      const address = `http://127.0.0.1:${port}${path}`;
      await page.setViewportSize({ width: 320, height: 640 });
      await page.emulateMedia({ colorScheme: 'light' });
      await open(page, address, proof);
      expect(await layoutFaults(page.locator('body'))).toEqual([]);

      await page.setViewportSize({ width: 1280, height: 800 });
      await open(page, address, proof);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await accessibilityFaults(page, rulesOfColour)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      expect(await accessibilityFaults(page, rulesOfColour)).toEqual([]);

      const expected = await countOfStops(page);
      const stops = await tabStops(page);
      expect(stops.flatMap(({ faults }) => faults)).toEqual([]);
      expect(orderFaults(stops, 'ltr')).toEqual([]);
      expect(stops.length).toBe(expected);
      await page.close();
    });
  }
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
