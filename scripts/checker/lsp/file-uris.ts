import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The path of a `file:` URI as editors write them, `undefined` for what lies on no disk, such as `untitled:`.
 *
 * Drive letters are upper case, however the editor spells them.
 * @example pathOf('file:///c%3A/docs/%E6%8C%87%E5%8D%97.md', true) // => 'C:\\docs\\指南.md'
 */
export function pathOf(uri: string, windows: boolean = process.platform === 'win32'): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const path = fileURLToPath(uri, { windows });
    return windows ? path.replace(/^[a-z]:/, (drive) => drive.toUpperCase()) : path;
  } catch {
    // A host, where the system knows none, or a slash that is written as `%2F`.
    return undefined;
  }
}

/** The `file:` URI of an absolute path. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
