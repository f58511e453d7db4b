import { build, type Metafile } from 'esbuild';

/**
 * Bundles entries into `folder`, for any Node from 22.18 on, and gives back what went into them.
 *
 * `root` is the project's folder, `entries` are files in it by the name they get. Code that entries share is in files
 * that they share, so that what is loaded is loaded once. Sätteri stays outside, for its parser is native code, and so
 * does Astro, which is there where its integration is asked for.
 */
export async function bundleCode(
  root: string,
  folder: string,
  entries: Readonly<Record<string, string>>,
): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { ...entries },
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    platform: 'node',
    target: 'node22',
    format: 'esm',
    external: ['satteri', 'astro'],
    // What packages have for Node may find its own parts only where it is installed, as jsonc-parser does.
    mainFields: ['module', 'main'],
    // Bundled CommonJS dependencies call `require`, which an ES module lacks.
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}
