/**
 * How long a table of 100,000 customers keeps the page itself busy, from the file to the saved result, on this processor
 * and on one six times slower, and how much memory it takes; then what becomes of a file of 200 MB.
 *
 * The longest task is told by the clock, which other processes lengthen, and on this processor by the processor time of
 * the page's main thread, too. The worker is not slowed: browsers slow the page alone. Memory is the resident set of the
 * page's process, worker included, at its highest, and of the browser's own, which holds what is read and kept as files
 * (Linux only). `--large` measures the large file alone, `--table` the table.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, expect, type Page } from '@playwright/test';
import { TablePage } from '../e2e/table-page.ts';
import { customerTable, moreCustomers } from './customer-table.ts';
import { withSite } from './site-browser.ts';
import { taskName, traceMain } from './trace-main.ts';

const rows = 100_000;
const largeSize = 200_000_000;

/** How long the large file is checked before that is stopped, in milliseconds. */
const largeTime = 30_000;

type Print = (line: string) => void;

export async function run(print: Print, args: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-table-'));
  try {
    await withSite(async (browser, baseURL) => {
      const openPage = async (): Promise<TablePage> => {
        const form = new TablePage(await browser.newPage({ baseURL, locale: 'en-US' }), 'en-US');
        await form.openPart();
        return form;
      };
      if (!args.includes('--large')) {
        const table = customerTable(rows);
        const file = join(folder, 'customers.csv');
        writeFileSync(file, table);
        for (const slowdown of [1, 6]) {
          for (const way of ['chosen', 'pasted'] as const) {
            print(`${rows} rows, ${way}${slowdown === 1 ? '' : `, ${slowdown} times slower`}`);
            const form = await openPage();
            await walk(form, browser, { slowdown, way, file, table, print });
            await form.page.close();
          }
        }
      }
      if (!args.includes('--table')) {
        const form = await openPage();
        await readLarge(form, browser, writeLarge(join(folder, 'large.csv')), print);
        await form.page.close();
      }
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Walk {
  readonly slowdown: number;
  readonly way: 'chosen' | 'pasted';
  readonly file: string;
  readonly table: string;
  readonly print: Print;
}

async function walk(
  form: TablePage,
  browser: Browser,
  { slowdown, way, file, table, print }: Walk,
): Promise<void> {
  const { page } = form;
  const session = await page.context().newCDPSession(page);
  const box = form.part.getByRole('textbox', { name: form.say('source.paste') });
  if (way === 'pasted') {
    // Put there before: handing the text to the page is no part of a paste.
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), table);
    await box.focus();
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const measure = await measureOn(page, session, slowdown === 1, print);
  const memory = await watchMemory(browser);
  await measure('first rows read', async () => {
    if (way === 'chosen') await form.file.setInputFiles(file);
    else await box.press('ControlOrMeta+V');
    await form.expectColumns();
  });
  await measure('all checked and shown', async () => {
    await form.check();
    await form.expectResult(600_000);
    await expect(form.rows).toHaveCount(50);
  });
  await measure('filtered by a rule', async () => {
    await form.filter('rule', 'rule-email');
    await expect(form.range).toContainText('of 10,000');
  });
  await measure('next rows shown', async () => {
    await form.press('result.next');
    await expect(form.range).toContainText('Rows 51 to 100');
  });
  await measure('saved', async () => {
    const { size } = await form.savedFile(() => form.press('result.save'));
    if (size < table.length) throw new Error('Not all rows of the benchmark were saved.');
  });
  print(`  memory                       ${memory.stop()}`);
}

async function readLarge(form: TablePage, browser: Browser, file: string, print: Print): Promise<void> {
  const { page } = form;
  print(`a file of ${megabytes(statSync(file).size)}`);
  const session = await page.context().newCDPSession(page);
  const measure = await measureOn(page, session, true, print);
  const memory = await watchMemory(browser);
  const checked = form.part.getByText(/^Rows checked: [1-9]/u);
  let told = '';
  await measure('first rows read', async () => {
    await form.file.setInputFiles(file);
    await form.expectColumns();
  });
  await measure('checked for a while', async () => {
    await form.check();
    await expect(checked).toBeVisible({ timeout: 60_000 });
    await page.waitForTimeout(largeTime);
    told = await checked.innerText();
  });
  await measure('stopped and shown', async () => {
    await form.press('progress.cancel');
    await form.expectResult(60_000);
    await expect(form.rows).toHaveCount(50);
  });
  print(`  ${told}`);
  print(`  memory                       ${memory.stop()}`);
}

/** Measures one step after the other. */
async function measureOn(
  page: Page,
  session: CDPSession,
  isTraced: boolean,
  print: Print,
): Promise<(name: string, act: () => Promise<void>) => Promise<void>> {
  await noteTasks(page);
  return async (name, act) => {
    await longestTask(page);
    let seconds = 0;
    const timed = async (): Promise<void> => {
      const start = performance.now();
      await act();
      seconds = (performance.now() - start) / 1000;
    };
    const events = isTraced ? await traceMain(session, timed) : [];
    if (!isTraced) await timed();
    const works = events.filter((event) => event.name === taskName).map(({ tdur = 0 }) => tdur / 1000);
    const work = isTraced ? `, of processor time ${Math.max(0, ...works).toFixed(0)} ms` : '';
    print(
      `  ${name.padEnd(28)} ${seconds.toFixed(2).padStart(6)} s, longest task ${await longestTask(page)}${work}`,
    );
  };
}

/** Tasks of 50 ms and more, as the browser itself reports them. */
async function noteTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

/** The longest since it was asked last. */
async function longestTask(page: Page): Promise<string> {
  const tasks = await page.evaluate(async () => {
    // Entries are handed over in a task of their own.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0);
  });
  return tasks.length === 0 ? 'under 50 ms' : `${Math.max(...tasks).toFixed(0)} ms`;
}

/** Looks twice a second how much memory the largest page and the browser itself take. */
async function watchMemory(browser: Browser): Promise<{ readonly stop: () => string }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const highest = { renderer: 0, browser: 0 };
  const begun = { renderer: 0, browser: 0 };
  const look = (): void => {
    for (const kind of ['renderer', 'browser'] as const) {
      const sizes = processInfo.filter(({ type }) => type === kind).map(({ id }) => residentSize(id));
      highest[kind] = Math.max(highest[kind], ...sizes);
      begun[kind] ||= highest[kind];
    }
  };
  const told = (kind: 'renderer' | 'browser'): string =>
    `${megabytes(highest[kind])}, ${megabytes(begun[kind])} before`;
  look();
  const timer = setInterval(look, 500);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return `page ${told('renderer')}; browser ${told('browser')}`;
    },
  };
}

/** In bytes; 0 where the system does not tell. */
function residentSize(processId: number): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function writeLarge(file: string): string {
  writeFileSync(file, customerTable(rows));
  for (let first = rows; statSync(file).size < largeSize; first += rows)
    appendFileSync(file, moreCustomers(first, rows));
  return file;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
