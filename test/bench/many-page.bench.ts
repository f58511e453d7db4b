/**
 * How long a table of 100,000 customers keeps the page itself busy, from the file to the saved result, on this processor
 * and on one six times slower. The worker is not slowed: browsers slow the page alone.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect, type Page } from '@playwright/test';
import { getBrowser } from '../../scripts/get-browser.ts';
import { TablePage } from '../e2e/table-page.ts';
import { customerTable } from './customer-table.ts';

const rows = 100_000;

export async function run(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-table-'));
  const file = join(folder, 'customers.csv');
  const table = customerTable(rows);
  writeFileSync(file, table);
  const server = spawn(process.execPath, [fileURLToPath(new URL('../e2e/serve-dist.ts', import.meta.url))]);
  const browser = await chromium.launch({
    executablePath: getBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const [line] = await once(server.stdout, 'data');
    const baseURL = `http://127.0.0.1:${/port (\d+)/u.exec(String(line))?.[1]}`;
    for (const slowdown of [1, 6]) {
      for (const way of ['chosen', 'pasted'] as const) {
        const page = await browser.newPage({ baseURL, locale: 'en-US' });
        print(`${rows} rows, ${way}${slowdown === 1 ? '' : `, ${slowdown} times slower`}`);
        await walk(new TablePage(page, 'en-US'), { slowdown, way, file, table, print });
        await page.close();
      }
    }
  } finally {
    await browser.close();
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

interface Walk {
  readonly slowdown: number;
  readonly way: 'chosen' | 'pasted';
  readonly file: string;
  readonly table: string;
  readonly print: (line: string) => void;
}

async function walk(form: TablePage, { slowdown, way, file, table, print }: Walk): Promise<void> {
  const { page } = form;
  await form.openPart();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await noteTasks(page);
  const measure = async (name: string, act: () => Promise<void>): Promise<void> => {
    await longestTask(page);
    const start = performance.now();
    await act();
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    print(`  ${name.padEnd(28)} ${seconds.padStart(6)} s, longest task ${await longestTask(page)}`);
  };
  await measure('first rows read', async () => {
    if (way === 'chosen') await form.file.setInputFiles(file);
    else await form.paste(table);
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
