import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where the results of a project are kept: with those of other tools where there is a `node_modules`, else in a folder
 * of their own that git does not see.
 */
export function cacheFolderOf(folder: string): string {
  const modules = join(folder, 'node_modules');
  return existsSync(modules) ? join(modules, '.cache', 'lockstep') : join(folder, ownName);
}

/** Makes the folder where it is not there yet. */
export function makeCacheFolder(place: string): void {
  mkdirSync(place, { recursive: true });
  const ignore = join(place, '.gitignore');
  if (place.endsWith(ownName) && !existsSync(ignore)) writeFileSync(ignore, '*\n');
}

const ownName = '.lockstep-cache';
