import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { finishedLocales, localeSlug } from '../../src/domain/locale/locales.ts';
import { auditPage } from '../e2e/audit-page.ts';

const server = fileURLToPath(new URL('../e2e/serve-dist.ts', import.meta.url));
const pages = [
  ...finishedLocales.map((locale) => `/${localeSlug(locale)}/add-a-new-customer/`),
  '/ru-ru/registration-ids/',
  '/zh-tw/csp-offers/',
];

/** Lighthouse's performance on a phone, for the built site in `dist/`. */
export async function run(print: (line: string) => void): Promise<void> {
  const child = spawn(process.execPath, [server], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const address = await addressOf(child.stdout);
    for (const page of pages) {
      const { scores, figures } = await auditPage(`${address}${page}`, ['performance']);
      const of = (name: string): string => Math.round(figures[name] ?? Number.NaN).toLocaleString('en');
      print(
        `${page}  performance ${Math.round((scores.performance ?? 0) * 100)}, first paint ${of('first-contentful-paint')} ms, largest ${of('largest-contentful-paint')} ms, blocked ${of('total-blocking-time')} ms, ${of('total-byte-weight')} bytes`,
      );
    }
  } finally {
    child.kill();
  }
}

async function addressOf(output: AsyncIterable<Buffer>): Promise<string> {
  for await (const chunk of output) {
    const port = /on port (?<port>\d+)/.exec(chunk.toString())?.groups?.['port'];
    if (port !== undefined) return `http://127.0.0.1:${port}`;
  }
  throw new Error('There is no built site to serve. Run `npm run build` first.');
}
