import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';

/**
 * An Astro integration that writes `sw.js`, the service worker of the built site. With `WITHDRAW_WORKER` in the
 * environment it writes one that removes what earlier ones kept, and itself.
 */
export function offlineWorker(): AstroIntegration {
  let sources = '';
  return {
    name: 'offline-worker',
    hooks: {
      'astro:config:done': ({ config }) => {
        sources = fileURLToPath(new URL('offline', config.srcDir));
      },
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        await writeSearchLists(join(dist, 'pagefind'));
        const isWithdrawn = Boolean(process.env['WITHDRAW_WORKER']);
        await build({
          entryPoints: [join(sources, isWithdrawn ? 'withdrawn.js' : 'worker.js')],
          outfile: join(dist, 'sw.js'),
          bundle: true,
          minify: true,
          format: 'iife',
          target: 'es2022',
          legalComments: 'none',
          define: {
            OFFLINE: JSON.stringify(stateOf(dist)),
            'process.env.NODE_ENV': '"production"',
          },
        });
      },
    },
  };
}

/** What `build-values.d.ts` declares: the name stands for all that the site says and runs. */
function stateOf(dist: string): typeof OFFLINE {
  const files = globSync('**/*.{html,js,css}', { cwd: dist, exclude: ['sw.js', 'pagefind/**'] })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(dist, file)));
  return {
    version: hash.digest('hex').slice(0, 16),
    basics: [
      '/favicon.svg',
      ...files.flatMap((file) => (/^[^/]+\/offline\/index\.html$/.test(file) ? `/${dirname(file)}/` : [])),
    ],
    formFiles: files
      .filter((file) => /^_astro\/.+\.js$/.test(file) && !/^_astro\/(?:search|page-chrome)\./.test(file))
      .map((file) => `/${file}`),
  };
}

/** What the index says of its languages: the hash begins with what the names of a language's files begin with. */
interface IndexLanguages {
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly wasm: string | null }>>;
}

/** Writes for each language which files it is searched with, so that they can be kept where somebody searches. */
async function writeSearchLists(folder: string): Promise<void> {
  const { languages }: IndexLanguages = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8'));
  for (const [slug, { hash, wasm }] of Object.entries(languages)) {
    const prefix = hash.slice(0, hash.lastIndexOf('_'));
    const files = [
      'pagefind.js',
      'pagefind-worker.js',
      'pagefind-entry.json',
      `wasm.${wasm ?? 'unknown'}.pagefind`,
      `pagefind.${hash}.pf_meta`,
      ...globSync(`{index,fragment}/${prefix}_*`, { cwd: folder }).toSorted(),
    ].map((file) => `/pagefind/${file.replaceAll('\\', '/')}\n`);
    await writeFile(join(folder, `${slug}.txt`), files.join(''));
  }
}
