import { basename, dirname, isAbsolute, join, posix, relative, sep } from 'node:path';
import type { FileTree, TreeEntry } from '../workspace/file-tree.ts';
import { matchesGlob } from '../workspace/glob.ts';
import type { ChangedFiles, OldFile } from './changed-files.ts';

/**
 * The files as they were before a change: those of the disk but for what has changed since.
 *
 * What has not changed is read where it lies, so that a look at the past costs no more than the change is large.
 * `contentOf` gives the content of a file that was there.
 */
export function baseTree(
  disk: FileTree,
  { old, added }: ChangedFiles,
  contentOf: (file: OldFile) => Uint8Array,
): FileTree {
  const oldFolders = childrenByFolder(old);
  const addedFolders = childrenByFolder(added);
  const places = new Map<string, string>();

  /** Where a path lies, links of folders above it followed. */
  const placeOf = (path: string): string => {
    if (path === '') return disk.realPlaceOf('') ?? '';
    const known = places.get(path);
    if (known !== undefined) return known;
    const above = posix.dirname(path);
    const place = isAbsolute(path)
      ? join(disk.realPlaceOf(dirname(path)) ?? dirname(path), basename(path))
      : join(realPlaceOf(above === '.' ? '' : above), posix.basename(path));
    places.set(path, place);
    return place;
  };
  /** Where a path leads, links followed. */
  const realPlaceOf = (path: string): string => {
    if (path === '' || posix.basename(path) === '..') return disk.realPlaceOf(path) ?? '';
    const place = placeOf(path);
    const target = targetOf(path);
    if (target !== undefined) return realPlaceOf(target);
    if (added.has(place) || old.has(place)) return place;
    return disk.realPlaceOf(place) ?? place;
  };
  /** Where a link of old leads. */
  const targetOf = (path: string): string | undefined => {
    const file = old.get(placeOf(path));
    if (file?.isLink !== true) return undefined;
    const target = Buffer.from(contentOf(file)).toString();
    return isAbsolute(target) ? target : posix.join(posix.dirname(path), target);
  };
  const wasThere = (place: string): boolean => {
    if (old.has(place) || oldFolders.has(place)) return true;
    if (added.has(place)) return false;
    return !addedFolders.has(place) || !holdsAddedAlone(place);
  };
  /** Git keeps no empty folders: one that holds nothing but what was added was not there. */
  const holdsAddedAlone = (place: string): boolean => {
    try {
      return disk.entriesOf(place).every(({ name }) => !wasThere(join(place, name)));
    } catch {
      return true;
    }
  };
  const resolved = (path: string, depth = 0): string => {
    const target = depth < mostLinks ? targetOf(path) : undefined;
    return target === undefined ? path : resolved(target, depth + 1);
  };

  return {
    entriesOf: (path) => {
      const place = realPlaceOf(path);
      const entries = new Map<string, TreeEntry>();
      for (const [name, kind] of oldFolders.get(place) ?? []) entries.set(name, { name, kind });
      const isOld = entries.size > 0;
      for (const entry of isOld ? entriesIfAny(disk, place) : disk.entriesOf(place)) {
        if (!entries.has(entry.name) && wasThere(join(place, entry.name))) entries.set(entry.name, entry);
      }
      return [...entries.values()];
    },
    kindOf: (path) => {
      const place = placeOf(resolved(path));
      if (old.has(place)) return 'file';
      if (oldFolders.has(place)) return 'folder';
      return wasThere(place) ? disk.kindOf(place) : undefined;
    },
    realPlaceOf: (path) => {
      const place = realPlaceOf(path);
      if (old.has(place) || oldFolders.has(place)) return place;
      return wasThere(place) ? disk.realPlaceOf(place) : undefined;
    },
    sizeOf: (path) => {
      const place = placeOf(resolved(path));
      const file = old.get(place);
      if (file !== undefined) return contentOf(file).length;
      return wasThere(place) ? disk.sizeOf(place) : undefined;
    },
    read: (path) => {
      const place = placeOf(resolved(path));
      const file = old.get(place);
      if (file !== undefined) return contentOf(file);
      if (wasThere(place)) return disk.read(place);
      throw Object.assign(new Error(`${path} was not there`), { code: 'ENOENT' });
    },
    matching: (globs) => {
      const folder = disk.realPlaceOf('') ?? '';
      const tests = globs.map((glob) => (glob.includes('/') ? matchesGlob(glob) : matchesGlob(`./${glob}`)));
      const gone = Array.from(old.keys(), (place) => relative(folder, place).split(sep).join('/')).filter(
        (path) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path) && tests.some((matches) => matches(path)),
      );
      const there = disk.matching(globs).filter((path) => wasThere(placeOf(path)));
      return [...new Set([...there, ...gone])].toSorted();
    },
  };
}

/** As many as systems follow. */
const mostLinks = 40;

/** What each folder above a place holds of it. */
function childrenByFolder(
  places: ReadonlyMap<string, OldFile> | ReadonlySet<string>,
): ReadonlyMap<string, ReadonlyMap<string, 'file' | 'folder' | 'link'>> {
  const folders = new Map<string, Map<string, 'file' | 'folder' | 'link'>>();
  for (const [place, file] of places.entries()) {
    const isLink = typeof file === 'object' && file.isLink;
    let kind: 'file' | 'folder' | 'link' = isLink ? 'link' : 'file';
    for (let at = place, above = dirname(at); above !== at; at = above, above = dirname(at)) {
      const children = folders.get(above) ?? new Map<string, 'file' | 'folder' | 'link'>();
      const isKnown = folders.has(above);
      children.set(basename(at), kind);
      folders.set(above, children);
      if (isKnown) break;
      kind = 'folder';
    }
  }
  return folders;
}

function entriesIfAny(tree: FileTree, path: string): readonly TreeEntry[] {
  try {
    return tree.entriesOf(path);
  } catch {
    return [];
  }
}
