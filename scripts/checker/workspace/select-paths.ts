import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { closest } from '../closest.ts';
import { OperationalError } from '../operational-error.ts';
import type { Workspace } from './find-pages.ts';
import { matchesGlob } from './glob.ts';

/**
 * The paths of the pages that lie under what was asked for; those of a source page's translations are among them.
 *
 * A path that is not there may be a glob, for those whose shell does not read them. One that is not there, or holds no
 * page, is passed over where `ignoresUnmatched`.
 * @throws {OperationalError} Where a path is not there, or holds no page of the settings, and is not passed over.
 */
export function selectPaths(
  { pages, expected }: Workspace,
  asked: readonly string[],
  folder: string,
  ignoresUnmatched = false,
): ReadonlySet<string> {
  const selected = new Set<string>();
  const sources = new Set(pages.filter((page) => page.isSource).map((page) => page.path));
  const all = [...new Set([...pages, ...expected].map((page) => page.path))];
  for (const path of asked) {
    const found = all.filter(underPath(path, folder));
    if (found.length === 0 && ignoresUnmatched) continue;
    if (!existsSync(resolve(folder, path)) && !isGlob(path)) throw notThere(path, all, folder);
    if (found.length === 0) {
      throw new OperationalError(
        `\`${path}\` matches no page that the settings describe.`,
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

/** A test for paths of pages that lie under a path of the command line. */
export function underPath(path: string, folder: string): (page: string) => boolean {
  if (isGlob(path) && !existsSync(resolve(folder, path))) return matchesGlob(relativePath(path, folder));
  const below = relativePath(path, folder);
  return (page) => below === '' || page === below || page.startsWith(`${below}/`);
}

function isGlob(path: string): boolean {
  return /[*?{]/.test(path);
}

function notThere(path: string, pages: readonly string[], folder: string): OperationalError {
  const near = closest(relativePath(path, folder), pages);
  return new OperationalError(
    `There is no \`${path}\`.`,
    near === undefined
      ? 'Check the path; it is relative to the working folder.'
      : `Did you mean \`${near}\`? Paths are relative to the working folder.`,
  );
}

/** A path as the report writes it: relative to the working folder, forward slashes; '' for the folder itself. */
export function relativePath(path: string, folder: string): string {
  return relative(folder, resolve(folder, path)).split(sep).join('/');
}
