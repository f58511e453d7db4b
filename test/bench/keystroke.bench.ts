/** How long a key pressed in the form keeps the page busy, on a processor six times slower than this one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Locator } from '@playwright/test';
import { getBrowser } from '../../scripts/get-browser.ts';
import type { SiteLocale } from '../../src/domain/locale/locales.ts';
import { FormPage } from '../e2e/form-page.ts';

const slowdown = 6;

/** What a reader of each language types three times, so that the first, cold, is among them. */
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

type Print = (line: string) => void;

export async function run(print: Print): Promise<void> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('../e2e/serve-dist.ts', import.meta.url))]);
  const browser = await chromium.launch({
    executablePath: getBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const [line] = await once(server.stdout, 'data');
    const baseURL = `http://127.0.0.1:${/port (\d+)/u.exec(String(line))?.[1]}`;
    for (const locale of ['en-US', 'zh-CN', 'ru-RU'] as const) {
      await typeInto(browser, baseURL, locale, (text) => print(`${locale}, ${text}`));
    }
  } finally {
    await browser.close();
    server.kill();
  }
}

async function typeInto(
  browser: Browser,
  baseURL: string,
  locale: keyof typeof typed,
  print: Print,
): Promise<void> {
  const page = await browser.newPage({ baseURL, locale });
  const session = await page.context().newCDPSession(page);
  const texts = typed[locale];
  await page.setContent('<input>');
  await measure('a box alone', page.locator('input'), texts.name, session, print);
  const form = new FormPage(page, locale);
  await form.open();
  await form.passOpening('indirectProvider');
  // With everything that is wrong in sight, each answer is held to the rules at each key.
  await form.button('nextSubscriptions').click();
  await measure('a name beside errors', form.control('companyName'), texts.name, session, print);
  await form.control('reseller').selectOption({ index: 1 });
  await form.fillAccount();
  await measure('a name', form.control('companyName'), texts.name, session, print);
  await measure('the list of countries', form.control('country'), texts.country, session, print);
  await form.control('companyName').fill('Norrsken Bakery Supplies');
  await form.chooseCountry('BY');
  await form.button('nextSubscriptions').click();
  await form.expectStage('subscriptions');
  await measure('the filter of offers', form.root.getByRole('searchbox'), texts.offer, session, print);
  await form.root.getByRole('searchbox').fill('');
  await form.chooseOffer('officeSmall');
  await measure('licences', form.control('licences.officeSmall'), '123123123', session, print);
  await page.close();
}

/**
 * From the key to the end of all that it has the form do, rendering and layout included; and to the next frame, in steps of
 * 8 ms, as browsers report it: to that the browser itself adds its share, which the box alone shows.
 */
async function measure(
  name: string,
  box: Locator,
  text: string,
  session: CDPSession,
  print: Print,
): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const page = box.page();
  await box.evaluate((input) => {
    const times = { from: Number.POSITIVE_INFINITY, handled: [] as number[], painted: [] as number[] };
    Object.assign(globalThis, { keyTimes: times });
    let start = 0;
    const begin = (): void => {
      start ||= performance.now();
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
  for (let round = 0; round < 3; round += 1) {
    await box.fill('');
    await box.focus();
    // Emptying the box is no key press.
    await page.evaluate(() => {
      (globalThis as unknown as { keyTimes: KeyTimes }).keyTimes.from = performance.now();
    });
    await box.pressSequentially(text, { delay: 150 });
    await page.waitForTimeout(500);
    await page.evaluate(() => {
      (globalThis as unknown as { keyTimes: KeyTimes }).keyTimes.from = Number.POSITIVE_INFINITY;
    });
  }
  const { handled, painted } = await page.evaluate(
    () => (globalThis as unknown as { keyTimes: KeyTimes }).keyTimes,
  );
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  print(`${name}: ${spread(handled)}; to the next frame ${spread(painted)}`);
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms of ${sorted.length}`;
}
