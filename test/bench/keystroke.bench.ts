/**
 * How long a key pressed in the form keeps the page busy, on a processor six times slower than this one. Two measures:
 *
 * - the processor time of the page's main thread, unslowed, times six: other processes hardly change it;
 * - the time by the clock while the browser slows the page six times: what a reader waits, and right only on a machine
 *   that has nothing else to do.
 *
 * Each begins with a page of its own, so that the first, cold key of each kind is among those measured. `--thread` or
 * `--clock` measures one of them alone.
 */
import type { Browser, CDPSession, Locator } from '@playwright/test';
import type { SiteLocale } from '../../src/domain/locale/locales.ts';
import { FormPage } from '../e2e/form-page.ts';
import { type KeyWork, traceKeys } from './key-work.ts';
import { withSite } from './site-browser.ts';

const slowdown = 6;
const locales = ['en-US', 'zh-CN', 'ru-RU'] as const;

/** What a reader of each language types three times. */
const typed = {
  'en-US': { name: 'norrsken bageri', country: 'united kingdom', offer: 'office suite' },
  'zh-CN': { name: '诺尔斯肯面包店有限公司', country: '大不列颠及北爱尔兰', offer: '办公套件 小型' },
  'ru-RU': { name: 'хлебозавод номер два', country: 'великобритания', offer: 'офис для малых' },
} as const satisfies Partial<Record<SiteLocale, unknown>>;

/** What the page notes, in milliseconds. */
interface KeyTimes {
  /** When the first key was pressed that counts. */
  from: number;
  readonly handled: number[];
  readonly painted: number[];
}

type Measure = (name: string, box: Locator, text: string, session: CDPSession) => Promise<string>;

export async function run(print: (line: string) => void, args: readonly string[]): Promise<void> {
  const measures = [
    ...(args.includes('--clock') ? [] : [{ title: 'thread', measure: byThread }]),
    ...(args.includes('--thread') ? [] : [{ title: 'clock', measure: byClock }]),
  ];
  await withSite(async (browser, baseURL) => {
    for (const { title, measure } of measures) {
      for (const locale of locales) {
        await typeInto(browser, baseURL, locale, async (...key) => {
          print(`${title}, ${locale}, ${key[0].padEnd(21)} ${await measure(...key)}`);
        });
      }
    }
  });
}

async function typeInto(
  browser: Browser,
  baseURL: string,
  locale: keyof typeof typed,
  measure: (...key: Parameters<Measure>) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ baseURL, locale });
  const session = await page.context().newCDPSession(page);
  const texts = typed[locale];
  await page.setContent('<input>');
  await measure('a box alone', page.locator('input'), texts.name, session);
  const form = new FormPage(page, locale);
  await form.open();
  await form.passOpening('indirectProvider');
  // With everything that is wrong in sight, each answer is held to the rules at each key.
  await form.button('nextSubscriptions').click();
  await measure('a name beside errors', form.control('companyName'), texts.name, session);
  await form.control('reseller').selectOption({ index: 1 });
  await form.fillAccount();
  await measure('a name', form.control('companyName'), texts.name, session);
  await measure('the list of countries', form.control('country'), texts.country, session);
  await form.control('companyName').fill('Norrsken Bakery Supplies');
  await form.chooseCountry('BY');
  await form.button('nextSubscriptions').click();
  await form.expectStage('subscriptions');
  await measure('the filter of offers', form.root.getByRole('searchbox'), texts.offer, session);
  await form.root.getByRole('searchbox').fill('');
  await form.chooseOffer('officeSmall');
  await measure('licences', form.control('licences.officeSmall'), '123123123', session);
  await page.close();
}

const byThread: Measure = async (_, box, text, session) => {
  const keys: KeyWork[] = [];
  await typeThrice(box, text, async (type) => keys.push(...(await traceKeys(session, type))));
  return `${slowed(keys.map(({ handled }) => handled))}; drawn ${slowed(keys.map(({ drawn }) => drawn))}`;
};

/**
 * From the key to the end of all that it has the form do, styles and layout included; and to the next frame, in steps of
 * 8 ms, as browsers report it: to that the browser itself adds its share, which the box alone shows.
 */
const byClock: Measure = async (_, box, text, session) => {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const page = box.page();
  await box.evaluate((input) => {
    const times = { from: Number.POSITIVE_INFINITY, handled: [] as number[], painted: [] as number[] };
    Object.assign(globalThis, { keyTimes: times });
    let start = 0;
    const begin = (): void => {
      // A beginning from before the keys that count has had no end, such as that of emptying an empty box.
      if (start === 0 || start < times.from) start = performance.now();
    };
    input.addEventListener('keydown', begin, true);
    // What an input method puts in comes without a key.
    input.addEventListener('beforeinput', begin, true);
    // Behind the form's own listener and the rendering that it has asked for.
    input.addEventListener('input', async () => {
      for (let turn = 0; turn < 4; turn += 1) await undefined;
      document.body.getBoundingClientRect();
      if (start >= times.from) times.handled.push(performance.now() - start);
      start = 0;
    });
    const observer = new PerformanceObserver((list) => {
      for (const { name: event, startTime, duration } of list.getEntries()) {
        if (event === 'beforeinput' && startTime >= times.from) times.painted.push(duration);
      }
    });
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const count = (from: number): Promise<void> =>
    page.evaluate((time) => {
      (globalThis as unknown as { keyTimes: KeyTimes }).keyTimes.from = performance.now() + time;
    }, from);
  await typeThrice(box, text, async (type) => {
    await count(0);
    await type();
    await count(1e9);
  });
  const { handled, painted } = await page.evaluate(
    () => (globalThis as unknown as { keyTimes: KeyTimes }).keyTimes,
  );
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return `${spread(handled)}; to the next frame ${spread(painted)}`;
};

/** @param note measures what it is given; emptying the box, before that, is no key press */
async function typeThrice(
  box: Locator,
  text: string,
  note: (type: () => Promise<void>) => Promise<unknown>,
): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await box.fill('');
    await box.focus();
    await box.page().waitForTimeout(300);
    await note(async () => {
      await box.pressSequentially(text, { delay: 150 });
      await box.page().waitForTimeout(500);
    });
  }
}

function slowed(times: readonly number[]): string {
  return spread(times.map((time) => time * slowdown));
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms of ${sorted.length}`;
}
