import { readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { replaceFile } from '../replace-file.ts';
import type { FixedFile } from './plan-fixes.ts';

/**
 * Writes files with their fixes, each at once: whoever reads one sees the old text or the new, never half of it.
 *
 * All are looked at before the first is written.
 * @throws {OperationalError} For a file outside the working folder, or behind a link that leads there; for one that
 * has changed since it was read; and where the disk refuses.
 */
export function writeFixedFiles(files: readonly FixedFile[], folder: string): void {
  const root = realpathSync(folder);
  const places = files.map((file) => ({ ...file, place: placeOf(file, folder, root) }));
  for (const { path, place, after } of places) {
    try {
      replaceFile(place, [after]);
    } catch (error) {
      throw new OperationalError(
        `Could not write \`${path}\`: ${reasonOf(error)}.`,
        'Make the file and its folder writable and run the command again; what is written already stays.',
        { cause: error },
      );
    }
  }
}

/** The file itself, wherever links lead to it. */
function placeOf({ path, before }: FixedFile, folder: string, root: string): string {
  const place = realpathSync(resolve(folder, path));
  const inside = relative(root, place);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw new OperationalError(
      `\`${path}\` lies outside the working folder, so it was not changed, nor was any other file.`,
      'Run the command in a folder that holds the page.',
    );
  }
  if (readFileSync(place, 'utf8') !== before) {
    throw new OperationalError(
      `\`${path}\` has changed while it was checked, so it was not written, nor was any other file.`,
      'Run the command again.',
    );
  }
  return place;
}
