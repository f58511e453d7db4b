import { posix } from 'node:path';

/**
 * A report's path as seen from the root of the repository: `above` leads from there to the report's folder, with a
 * slash at its end. A path that is absolute stays as it is.
 * @example pathFromRoot('docs/', '../README.md') // => 'README.md'
 */
export function pathFromRoot(above: string, path: string): string {
  return isAbsolute(path) ? path : posix.normalize(`${above}${path}`);
}

/** True for paths that name their place on this machine, also with the letter of a drive. */
export function isAbsolute(path: string): boolean {
  return posix.isAbsolute(path) || /^[a-z]:\//i.test(path);
}
