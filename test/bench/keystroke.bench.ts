/** How long a key pressed in the form keeps the page busy, on a processor six times slower than this one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium, type Locator, type Page } from '@playwright/test';
import { getBrowser } from '../../scripts/get-browser.ts';
import { FormPage } from '../e2e/form-page.ts';

const slowdown = 6;

/** Each is typed three times, so that the first, cold, is among them. */
const typed = 'norrsken bageri';

export async function run(print: (line: string) => void): Promise<void> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('../e2e/serve-dist.ts', import.meta.url))]);
  const browser = await chromium.launch({
    executablePath: getBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const [line] = await once(server.stdout, 'data');
    const baseURL = `http://127.0.0.1:${/port (\d+)/u.exec(String(line))?.[1]}`;
    const page = await browser.newPage({ baseURL, locale: 'en-US' });
    const session = await page.context().newCDPSession(page);
    const form = new FormPage(page, 'en-US');
    await form.open();
    await form.passOpening();
    await form.fillAccount();
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await measure('a name in Account info', form.control('companyName'), page, print);
    await measure('the list of countries', form.control('country'), page, print);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await form.control('companyName').fill('Norrsken Bakery Supplies');
    await form.chooseCountry('BY');
    await form.button('nextSubscriptions').click();
    await form.expectStage('subscriptions');
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await measure('the filter of offers', form.root.getByRole('searchbox'), page, print);
  } finally {
    await browser.close();
    server.kill();
  }
}

/** From the key to the end of all that it starts at once: rendering and layout included, painting not. */
async function measure(name: string, box: Locator, page: Page, print: (line: string) => void): Promise<void> {
  await box.evaluate((input) => {
    const times: number[] = [];
    Object.assign(globalThis, { keyTimes: times });
    let start = 0;
    input.addEventListener('keydown', () => {
      start = performance.now();
    });
    // A message is handled after the key with all that it has the form render; laying it out is part of the answer.
    const { port1, port2 } = new MessageChannel();
    port2.addEventListener('message', () => {
      document.body.getBoundingClientRect();
      times.push(performance.now() - start);
    });
    port2.start();
    input.addEventListener('input', () => port1.postMessage(''));
  });
  for (let round = 0; round < 3; round += 1) {
    await box.fill('');
    await box.focus();
    await page.evaluate(() => {
      (globalThis as unknown as { keyTimes: number[] }).keyTimes.length = 0;
    });
    await box.pressSequentially(typed, { delay: 120 });
    const times = await page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes);
    const sorted = times.toSorted((one, other) => one - other);
    const at = (share: number): string => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1);
    print(`${name}, round ${round + 1}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms`);
  }
}
