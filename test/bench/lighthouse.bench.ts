import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { finishedLocales, localeSlug } from '../../src/domain/locale/locales.ts';
import { type Audit, auditPage } from '../e2e/audit-page.ts';

const server = fileURLToPath(new URL('../e2e/serve-dist.ts', import.meta.url));
const pages = [
  ...finishedLocales.map((locale) => `/${localeSlug(locale)}/add-a-new-customer/`),
  '/ru-ru/registration-ids/',
  '/zh-tw/csp-offers/',
];

/**
 * Lighthouse's performance on a phone, for the built site in `dist/` as hosts send it, in gzip: the figures of the middle
 * one of three runs, or of as many as `--runs` says, and the scores of all. Other work on the machine counts as time that
 * a page blocks.
 */
export async function run(print: (line: string) => void, args: readonly string[]): Promise<void> {
  const runs = Number(args[args.indexOf('--runs') + 1] ?? 0) || 3;
  const child = spawn(process.execPath, [server, '--compress'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const address = await addressOf(child.stdout);
    for (const page of pages) {
      const audits: Audit[] = [];
      for (let at = 0; at < runs; at += 1) audits.push(await auditPage(`${address}${page}`, ['performance']));
      const sorted = audits.toSorted((one, other) => scoreOf(one) - scoreOf(other));
      const middle = sorted[Math.floor(runs / 2)] as Audit;
      const of = (name: string): string =>
        Math.round(middle.figures[name] ?? Number.NaN).toLocaleString('en');
      print(
        `${page}  performance ${scoreOf(middle)} (${audits.map(scoreOf).join(', ')}), first paint ${of('first-contentful-paint')} ms, largest ${of('largest-contentful-paint')} ms, blocked ${of('total-blocking-time')} ms, ${of('total-byte-weight')} bytes`,
      );
    }
  } finally {
    child.kill();
  }
}

function scoreOf({ scores }: Audit): number {
  return Math.round((scores.performance ?? 0) * 100);
}

async function addressOf(output: AsyncIterable<Buffer>): Promise<string> {
  for await (const chunk of output) {
    const port = /on port (?<port>\d+)/.exec(chunk.toString())?.groups?.['port'];
    if (port !== undefined) return `http://127.0.0.1:${port}`;
  }
  throw new Error('There is no built site to serve. Run `npm run build` first.');
}
