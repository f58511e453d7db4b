/** Serves `dist/` and says on which port; with `--compress`, as hosts send it. */
import { serveDist } from './dist-server.ts';

try {
  const { port } = await serveDist({ compresses: process.argv.includes('--compress') });
  process.stdout.write(`Serving dist/ on port ${port}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
