import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { getBrowser } from '../../scripts/get-browser.ts';

/** Serves the built site to a browser for as long as `act` takes. */
export async function withSite(act: (browser: Browser, baseURL: string) => Promise<void>): Promise<void> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('../e2e/serve-dist.ts', import.meta.url))]);
  const browser = await chromium.launch({
    executablePath: getBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const [line] = await once(server.stdout, 'data');
    await act(browser, `http://127.0.0.1:${/port (\d+)/u.exec(String(line))?.[1]}`);
  } finally {
    await browser.close();
    server.kill();
  }
}
