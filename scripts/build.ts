/** Builds the site into `dist/`, which runs the check on `content/` first, and the bundled command into `dist-cli/`. */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build as buildSite } from 'astro';
import { build as bundle } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await buildSite({ root });
  await bundleCommand();
} catch (error) {
  // Astro has already said what a failing integration threw.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** One file that any Node from 22.18 on runs; Sätteri stays outside, for its parser is native code. */
async function bundleCommand(): Promise<void> {
  await rm(`${root}/dist-cli`, { recursive: true, force: true });
  await bundle({
    entryPoints: [`${root}/scripts/lockstep.ts`],
    outfile: `${root}/dist-cli/lockstep.js`,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    external: ['satteri'],
    // Bundled CommonJS dependencies call `require`, which an ES module lacks.
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
