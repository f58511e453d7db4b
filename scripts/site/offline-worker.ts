import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** A name for all that the site says and runs, and the files that the form may load. */
function stateOf(dist: string): { version: string; formFiles: string[] } {
  const files = globSync('**/*.{html,js,css}', { cwd: dist, exclude: ['sw.js', 'pagefind/**'] })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(dist, file)));
  return {
    version: hash.digest('hex').slice(0, 16),
    formFiles: files
      .filter((file) => /^_astro\/.+\.js$/.test(file) && !/^_astro\/(?:search|page-chrome)\./.test(file))
      .map((file) => `/${file}`),
  };
}
