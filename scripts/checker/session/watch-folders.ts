import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../operational-error.ts';

/** Watches that stand on folders, each for what lies right in it. */
export interface FolderWatch {
  /** Watches these folders and no others, absolute; gives back those that were not watched before. */
  readonly settle: (folders: ReadonlySet<string>) => readonly string[];
  readonly close: () => void;
}

/**
 * Tells of each file or folder in watched folders that may have been changed, made, removed or renamed, absolute, some
 * time after the last that it tells of.
 *
 * The system's own watches on single folders do for that on Linux, macOS and Windows: what they leave open, which of the
 * four it was and whether it was one of them at all, a session looks up itself. `quiet` and `longest` are
 * milliseconds: how long nothing must happen before a burst is over, and how long a burst may be. `onUnwatched` hears why
 * the system refuses to watch a folder.
 */
export function watchFolders(
  onChange: (paths: readonly string[]) => void,
  onUnwatched: (reason: string) => void = () => undefined,
  { quiet, longest }: { readonly quiet: number; readonly longest: number } = { quiet: 100, longest: 2000 },
): FolderWatch {
  const watches = new Map<string, FSWatcher>();
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let firstAt = 0;

  const tell = (): void => {
    const paths = [...changed];
    changed = new Set();
    onChange(paths);
  };
  const note = (path: string): void => {
    if (changed.size === 0) firstAt = performance.now();
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(tell, Math.min(quiet, Math.max(0, firstAt + longest - performance.now())));
  };
  const drop = (folder: string): void => {
    watches.get(folder)?.close();
    watches.delete(folder);
  };
  const start = (folder: string): void => {
    try {
      const own = watch(folder, (_, name) => {
        // Some systems do not tell the name.
        const path = name === null ? folder : join(folder, name);
        // A folder may have made place for another of its name, which is not watched yet.
        for (const other of watches.keys()) {
          if (other === path || other.startsWith(join(path, '/'))) drop(other);
        }
        note(path);
      });
      // A folder that is gone is told of by the one above it.
      own.on('error', () => drop(folder));
      watches.set(folder, own);
    } catch (error) {
      // What has gone meanwhile, the folder above tells; but systems let only so many folders be watched.
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'ENOENT') onUnwatched(reasonOf(error));
    }
  };

  return {
    settle: (folders) => {
      for (const folder of watches.keys()) if (!folders.has(folder)) drop(folder);
      const added = [...folders].filter((folder) => !watches.has(folder));
      for (const folder of added) start(folder);
      return added.filter((folder) => watches.has(folder));
    },
    close: () => {
      clearTimeout(timer);
      for (const folder of watches.keys()) drop(folder);
    },
  };
}
