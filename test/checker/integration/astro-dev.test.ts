import { dev } from 'astro';
import { expect, it, onTestFinished, vi } from 'vitest';
import { lockstep } from '../../../scripts/checker/integration/astro.ts';
import { garbledPage, pages, project } from '../cli/pages.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';

it('shows errors in changed pages in the log and the overlay, until they are mended', async () => {
  const site = await startDev({ ...project, 'src/pages/index.md': '# Welcome\n' });
  await site.logged('nothing to fix');
  const browser = await site.connect();

  writeInto(site.root, 'content/sv-SE/add.md', garbledPage);
  const { err } = await browser.next('error');
  expect(err).toMatchObject({
    name: 'mojibake',
    plugin: 'lockstep',
    message: expect.stringContaining('<code>VÃ¤lj</code>'),
    hint: expect.stringMatching(/\w+/),
    loc: { file: `${site.root}/content/sv-SE/add.md`, line: 7, column: 4 },
    frame: expect.stringContaining('VÃ¤lj **Kunder**'),
    highlightedCode: expect.stringContaining('<span class="line error-line">1. VÃ¤lj **Kunder**.</span>'),
  });
  await site.logged('content/sv-SE/add.md:7:4 mojibake');
  // Whoever opens the page now sees it, too.
  const other = await site.connect();
  expect((await other.next('error')).err).toEqual(err);

  writeInto(site.root, 'content/sv-SE/add.md', pages['content/sv-SE/add.md']);
  await browser.next('full-reload');
  await site.logged('fixed: content/sv-SE/add.md:7:4 mojibake');
});

it('shows no backlog in the overlay, and lets no page bring markup into it', async () => {
  const site = await startDev({ ...project, 'content/zh-CN/add.md': garbledPage });
  await site.logged('error mojibake');
  const browser = await site.connect();
  writeInto(
    site.root,
    'content/sv-SE/add.md',
    garbledPage.replace('VÃ¤lj', '<img src=x onerror=alert(1)> VÃ¤lj'),
  );
  const { err } = await browser.next('error');
  expect(err).toMatchObject({ loc: { file: `${site.root}/content/sv-SE/add.md` } });
  expect(JSON.stringify([err?.['message'], err?.['hint'], err?.['highlightedCode']])).not.toContain('<img');
});

interface Payload {
  readonly type: string;
  readonly err?: Readonly<Record<string, unknown>>;
}

interface DevSite {
  readonly root: string;
  /** Resolves when the dev server has printed it. */
  readonly logged: (text: string) => Promise<void>;
  /** A browser's connection to the dev server. */
  readonly connect: () => Promise<{ readonly next: (type: string) => Promise<Payload> }>;
}

/** Astro's dev server in a project that is not ours. */
async function startDev(files: Readonly<Record<string, string>>): Promise<DevSite> {
  let log = '';
  let wake: (() => void) | undefined;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      log += text;
      wake?.();
      return true;
    });
  }
  // In tests Astro does without what tells browsers of changes.
  vi.stubEnv('NODE_ENV', 'development');
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  const root = temporaryFolder(files);
  const server = await dev({
    root,
    configFile: false,
    devToolbar: { enabled: false },
    server: { host: '127.0.0.1', port: 0 },
    integrations: [lockstep()],
  });
  onTestFinished(() => server.stop());
  const address = `127.0.0.1:${server.address.port}`;
  return {
    root,
    logged: async (text) => {
      while (!log.includes(text)) {
        await new Promise<void>((go) => {
          wake = go;
        });
      }
    },
    connect: async () => {
      const client = await (await fetch(`http://${address}/@vite/client`)).text();
      const token = /const wsToken = "([^"]+)"/.exec(client)?.[1] ?? '';
      const socket = new WebSocket(`ws://${address}/?token=${token}`, 'vite-hmr');
      onTestFinished(() => socket.close());
      const payloads: Payload[] = [];
      let hear: (() => void) | undefined;
      socket.addEventListener('message', ({ data }) => {
        payloads.push(JSON.parse(String(data)) as Payload);
        hear?.();
      });
      const next = async (type: string): Promise<Payload> => {
        for (;;) {
          const payload = payloads.shift();
          if (payload?.type === type) return payload;
          if (payload === undefined) {
            await new Promise<void>((go) => {
              hear = go;
            });
          }
        }
      };
      await new Promise((open) => socket.addEventListener('open', open));
      return { next };
    },
  };
}
