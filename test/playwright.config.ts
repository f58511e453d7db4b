import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { getBrowser } from '../scripts/get-browser.ts';

// Each worker reads these settings again: what the first found serves them all.
process.env['LOCKSTEP_BROWSER'] ??= getBrowser();

const server = fileURLToPath(new URL('./e2e/serve-dist.ts', import.meta.url));

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A slow machine is no fault: what never comes is still told, only later.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 2,
  use: {
    // The server names its port when it is up, which is before any worker starts.
    baseURL: `http://127.0.0.1:${process.env['LOCKSTEP_SERVER_PORT'] ?? 0}`,
    locale: 'en-US',
    // A worker would fetch what tests watch or hold back; what it does itself is tested on its own.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env['LOCKSTEP_BROWSER'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: [process.execPath, server].map((path) => JSON.stringify(path)).join(' '),
    wait: { stdout: /on port (?<lockstep_server_port>\d+)/ },
  },
});
