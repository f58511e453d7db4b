/** Builds what the npm package holds into `dist-cli/`; npm runs it before it packs. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPackage } from './build/build-package.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

await buildPackage(root, join(root, 'dist-cli'));
