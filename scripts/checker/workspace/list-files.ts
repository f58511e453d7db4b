import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../operational-error.ts';
import type { PagePattern } from './page-pattern.ts';

/**
 * Every file that a pattern may be about: paths relative to `folder`, forward slashes, in the order of their names.
 *
 * Links are followed, once: a link to a folder above it leads nowhere new. `node_modules` and folders whose name
 * begins with a dot hold no pages, unless the pattern names them. `onUnreadable` hears of folders that the system
 * does not let be read, and why.
 */
export function listFiles(
  folder: string,
  pattern: PagePattern,
  onUnreadable: (path: string, reason: string) => void = () => undefined,
): readonly string[] {
  const files: string[] = [];
  descend('', pattern.folders, []);
  return files;

  function descend(path: string, remaining: PagePattern['folders'], above: readonly string[]): void {
    const [next, ...rest] = remaining;
    if (typeof next === 'string') return descend(joined(path, next), rest, above);
    const place = join(folder, path);
    const real = realPlace(place);
    if (real === undefined || above.includes(real)) return;
    for (const entry of entriesOf(place, (reason) => onUnreadable(path, reason))) {
      const inside = joined(path, entry.name);
      const kind = kindOf(entry, join(folder, inside));
      if (kind === 'file' && next === undefined) files.push(inside);
      if (kind !== 'folder') continue;
      if (next === undefined ? !isPassedOver(entry.name) : next.test(entry.name)) {
        descend(inside, rest, [...above, real]);
      }
    }
  }
}

function isPassedOver(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

function kindOf(entry: Dirent, place: string): 'file' | 'folder' | 'other' {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'other';
  try {
    // A link that leads nowhere is a file that cannot be read: its finding says so.
    const target = statSync(place, { throwIfNoEntry: false });
    if (target?.isDirectory() === true) return 'folder';
    // To read a pipe or a device would never end.
    return target === undefined || target.isFile() ? 'file' : 'other';
  } catch {
    return 'file';
  }
}

function entriesOf(place: string, onUnreadable: (reason: string) => void): readonly Dirent[] {
  try {
    return readdirSync(place, { withFileTypes: true }).toSorted((one, other) =>
      one.name < other.name ? -1 : 1,
    );
  } catch (error) {
    onUnreadable(reasonOf(error));
    return [];
  }
}

function realPlace(place: string): string | undefined {
  try {
    return realpathSync.native(place);
  } catch {
    return undefined;
  }
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}
