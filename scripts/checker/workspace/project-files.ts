import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectFiles } from '../rules/rule.ts';
import { readPage } from './read-page.ts';

/** The files of a folder as they lie on the disk, each folder read when it is first asked about. */
export function projectFilesIn(folder: string): ProjectFiles {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  return {
    namesIn: (path) => {
      if (!isInside(path)) return undefined;
      if (!known.has(path)) known.set(path, readNames(join(folder, path)));
      return known.get(path);
    },
    textOf: (path) => {
      const content = isInside(path) ? readPage(join(folder, path)) : undefined;
      return content?.kind === 'text' ? content.text : undefined;
    },
  };
}

/** What lies above the working folder is none of the project's. */
function isInside(path: string): boolean {
  return !path.split('/').includes('..') && !path.startsWith('/');
}

function readNames(place: string): ReadonlySet<string> | undefined {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(place, { withFileTypes: true });
  } catch {
    return undefined;
  }
  return new Set(entries.map(({ name }) => name.normalize('NFC')));
}
