import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isPassedOver } from '../workspace/list-files.ts';
import type { Footing } from './lasting-memory.ts';

/**
 * The folders in which a change may bring another report, absolute: those of the files that a report rests on, those
 * that were listed, those where globs may find more, and git's own where pins were followed.
 *
 * Of a folder that is not there, the nearest one above it that is.
 */
export function foldersToWatch(folder: string, { files, folders, globs }: Footing): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const path of folders) wanted.add(resolve(folder, path));
  for (const path of files) wanted.add(dirname(resolve(folder, path)));
  for (const glob of globs) {
    for (const below of foldersBelow(resolve(folder, fixedPartOf(glob)))) wanted.add(below);
  }
  if (files.has('.git')) {
    const git = gitFolderOf(folder);
    if (git !== undefined) wanted.add(git);
  }
  return new Set(Array.from(wanted, nearestFolder));
}

/** Git's own folder for the repository that a folder lies in; `undefined` where it lies in none. */
export function gitFolderOf(folder: string): string | undefined {
  const place = join(folder, '.git');
  if (existsSync(place)) {
    if (statSync(place).isDirectory()) return place;
    // In a worktree and a submodule it is a file that names the folder.
    const named = /^gitdir: (.+)$/m.exec(readFileSync(place, 'utf8'))?.[1];
    return named === undefined ? undefined : resolve(folder, named);
  }
  const above = dirname(folder);
  return above === folder ? undefined : gitFolderOf(above);
}

/** The folders of a glob before the first that has a wildcard. */
function fixedPartOf(glob: string): string {
  const parts = glob.split('/').slice(0, -1);
  const wild = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part));
  return (wild === -1 ? parts : parts.slice(0, wild)).join('/');
}

function* foldersBelow(place: string): Iterable<string> {
  yield place;
  for (const name of namesOfFolders(place)) {
    if (!isPassedOver(name)) yield* foldersBelow(join(place, name));
  }
}

function namesOfFolders(place: string): readonly string[] {
  try {
    return readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

function nearestFolder(place: string): string {
  const above = dirname(place);
  return above === place || isFolder(place) ? place : nearestFolder(above);
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
