import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CheckSession } from '../session/open-session.ts';

/** Tells a session what has changed on the disk, for callers who are not watching it. */
export interface ChangeTeller {
  /** Takes note of how the files are that the last report rests on, as far as they are new to it. */
  readonly note: () => void;
  /** Tells the session which of these have changed since they were noted; without paths, which of all. */
  readonly tell: (paths?: Iterable<string>) => void;
}

/**
 * Compares files with how they were when the session read them. A look at all of a large tree takes some milliseconds,
 * so at most a tenth of the time is spent on them, however often it is asked for.
 */
export function changeTeller(folder: string, session: CheckSession): ChangeTeller {
  const stamps = new Map<string, string>();
  let nextLook = 0;
  const tellOf = (paths: Iterable<string>): void => {
    const changed: string[] = [];
    for (const path of paths) {
      const before = stamps.get(path);
      if (before === undefined) continue;
      const now = stampOf(folder, path);
      if (now === before) continue;
      // The session reads it after this, so a change that comes now is told the next time.
      stamps.set(path, now);
      changed.push(path);
    }
    if (changed.length > 0) session.touched(changed);
  };
  return {
    note: () => {
      const { files, folders } = session.footing();
      for (const path of [...files, ...folders]) {
        if (!stamps.has(path)) stamps.set(path, stampOf(folder, path));
      }
    },
    tell: (paths) => {
      if (paths !== undefined) return tellOf(paths);
      const started = performance.now();
      if (started < nextLook) return;
      tellOf(stamps.keys());
      const ended = performance.now();
      nextLook = ended + 9 * (ended - started);
    },
  };
}

/** Another stamp means another content, for a file and for the names in a folder. */
export function stampOf(folder: string, path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(resolve(folder, path));
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return '';
  }
}
