import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleCode } from './bundle-code.ts';
import { bundleTypes } from './bundle-types.ts';
import { writeLicences } from './write-licences.ts';
import { writeSchemas } from './write-schemas.ts';

/** What others import of the package, by the name of the file. */
const libraryEntries = {
  index: 'scripts/checker/api/index.ts',
  astro: 'scripts/checker/integration/astro.ts',
  remark: 'scripts/checker/integration/remark.ts',
};

/** What is run: the command, which loads the rest to say what is missing, and the threads that judge pages. */
const programEntries = {
  lockstep: 'scripts/lockstep.ts',
  'judge-thread': 'scripts/checker/engine/judge-thread.ts',
};

/**
 * Builds what the package holds into `folder`: the bundled command and library, their types, the JSON Schemas, the
 * rule reference and the licences of what was bundled. What the folder held is gone; `root` is the project's folder.
 */
export async function buildPackage(root: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const { inputs } = await bundleCode(root, folder, { ...programEntries, ...libraryEntries });
  await Promise.all([
    bundleTypes(root, folder, libraryEntries),
    writeSchemas(folder),
    writeLicences(root, join(folder, 'licences.txt'), Object.keys(inputs)),
    copyFile(join(root, 'scripts/checker/rules/README.md'), join(folder, 'rules.md')),
  ]);
}
