/** Serves `dist/` and says on which port. */
import { serveDist } from './dist-server.ts';

try {
  const { port } = await serveDist();
  process.stdout.write(`Serving dist/ on port ${port}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
