import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the command into `folder`, for any Node from 22.18 on; what the folder held is gone.
 *
 * The threads that judge pages have an entry of their own beside it. Sätteri stays outside, for its parser is native code. The entry is a file of its own and loads the rest, so that
 * it can say what is missing. `root` is the project's folder.
 */
export async function bundleCommand(root: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await build({
    entryPoints: [join(root, 'scripts/lockstep.ts'), join(root, 'scripts/checker/engine/judge-thread.ts')],
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    platform: 'node',
    target: 'node22',
    format: 'esm',
    external: ['satteri'],
    // What packages have for Node may find its own parts only where it is installed, as jsonc-parser does.
    mainFields: ['module', 'main'],
    // Bundled CommonJS dependencies call `require`, which an ES module lacks.
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
