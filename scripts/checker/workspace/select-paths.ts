import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { OperationalError } from '../operational-error.ts';
import type { Workspace } from './find-pages.ts';

/**
 * The paths of the pages that lie under what was asked for; those of a source page's translations are among them.
 * @throws {OperationalError} Where a path is not there, or holds no page of the settings.
 */
export function selectPaths(
  { pages, expected }: Workspace,
  asked: readonly string[],
  folder: string,
): ReadonlySet<string> {
  const selected = new Set<string>();
  const sources = new Set(pages.filter((page) => page.isSource).map((page) => page.path));
  const all = [...new Set([...pages, ...expected].map((page) => page.path))];
  for (const path of asked) {
    const below = relativePath(path, folder);
    const found = all.filter((page) => below === '' || page === below || page.startsWith(`${below}/`));
    if (!existsSync(resolve(folder, path))) {
      throw new OperationalError(
        `There is no \`${path}\`.`,
        'Check the path; it is relative to the working folder.',
      );
    }
    if (found.length === 0) {
      throw new OperationalError(
        `\`${path}\` is no page that the settings describe, and holds none.`,
        "Give a page or a folder of pages, or correct the settings' `pages` patterns.",
      );
    }
    for (const page of found) selected.add(page);
  }
  for (const page of expected) {
    if (page.source !== undefined && selected.has(page.source) && sources.has(page.source)) {
      selected.add(page.path);
    }
  }
  return selected;
}

/** A path as the report writes it: relative to the working folder, forward slashes; '' for the folder itself. */
export function relativePath(path: string, folder: string): string {
  return relative(folder, resolve(folder, path)).split(sep).join('/');
}
