/** Builds the site, which prints what the check found, and serves it until interrupted. */
import { fileURLToPath } from 'node:url';
import { build, preview } from 'astro';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await build({ root });
  const server = await preview({ root });
  console.log(`\nThe guide is at http://localhost:${server.port}/ (stop with Ctrl+C).`);
  await server.closed();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
