/** Builds the site into `dist/`, which runs the check on `content/` first, and the package's files into `dist-cli/`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildSite } from 'astro';
import { buildPackage } from './build/build-package.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await buildSite({ root });
  await buildPackage(root, join(root, 'dist-cli'));
} catch (error) {
  // Astro has already said what a failing integration threw.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
