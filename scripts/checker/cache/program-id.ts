import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * A name for the program as it is: its own files, the parser it loads, and the Node whose `Intl` it asks.
 *
 * Results of another program are of no use, however small the difference.
 */
export function programId(): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([process.version, process.versions['icu'], process.arch, parserVersion()]));
  for (const folder of ownFolders()) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.(?:[jt]s|json)$/.test(name)).toSorted()) {
      hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex');
}

/** The bundle lies in one folder; from sources, the checker and the domain are what it is made of. */
function ownFolders(): readonly string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  return import.meta.url.endsWith('.ts') ? [join(here, '..'), join(here, '../../../src/domain')] : [here];
}

function parserVersion(): string {
  const description = findPackageJSON('satteri', import.meta.url);
  return description === undefined ? '' : readFileSync(description, 'utf8');
}
