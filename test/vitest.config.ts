import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Two projects: `unit` needs nothing but the sources, `site` reads the built pages in `dist/`. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // A slow machine is no fault: what hangs is still told, only later.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Its modules import each other without extensions, which Node alone does not follow.
    server: { deps: { inline: ['stdnum'] } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/site/**', 'test/fixtures/**'] },
      },
      { extends: true, test: { name: 'site', include: ['test/site/**/*.test.ts'] } },
    ],
  },
});
