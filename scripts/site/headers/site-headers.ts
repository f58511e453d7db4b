import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { hostFiles } from './host-files.ts';

/** An Astro integration that writes what hosts are to send with the site's files. */
export function siteHeaders(): AstroIntegration {
  return {
    name: 'site-headers',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await Promise.all(hostFiles().map(({ name, text }) => writeFile(new URL(name, dir), text)));
      },
    },
  };
}
