import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeSearchIndex } from './search-index.ts';

/** An Astro integration that writes the search index once the pages are built. */
export function siteSearch(): AstroIntegration {
  let resources = '';
  return {
    name: 'site-search',
    hooks: {
      'astro:config:done': ({ config }) => {
        resources = fileURLToPath(new URL('locales', config.root));
      },
      'astro:build:done': async ({ dir, logger }) => {
        await writeSearchIndex(fileURLToPath(dir), resources);
        logger.info('The search index is written.');
      },
    },
  };
}
