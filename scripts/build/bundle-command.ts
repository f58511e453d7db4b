import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the command into `folder`, for any Node from 22.18 on; what the folder held is gone.
 *
 * Sätteri stays outside, for its parser is native code. The entry is a file of its own and loads the rest, so that
 * it can say what is missing. `root` is the project's folder.
 */
export async function bundleCommand(root: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await build({
    entryPoints: [join(root, 'scripts/lockstep.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: '[name]',
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
