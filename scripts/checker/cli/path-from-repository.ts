import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * What leads from the root of the repository to a folder in it, with a slash at its end; empty in the root, and where
 * there is no repository.
 *
 * Code hosts look for files from that root, also where a command runs in a folder below. `workspace` is where a
 * workflow of GitHub has checked out the repository, for checkouts without git.
 * @example pathFromRepository('/home/ada/product/docs') // => 'docs/'
 */
export function pathFromRepository(folder: string, workspace?: string): string {
  const root = repositoryOf(folder) ?? workspace;
  const path = root === undefined || root === '' ? '' : relative(root, folder).split(sep).join('/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}

function repositoryOf(folder: string): string | undefined {
  // A worktree and a submodule have a file of that name.
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}
