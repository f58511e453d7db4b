import { dirname, join, relative, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CheckResult } from '../run-check.ts';
import { foldersToWatch, gitFolderOf } from './folders-to-watch.ts';
import type { Footing } from './lasting-memory.ts';
import { openSession, type SessionOptions, type SessionSubject } from './open-session.ts';
import { watchFolders } from './watch-folders.ts';

/** What a live check checks, and who hears of it. */
export interface LiveCheckOptions extends SessionOptions {
  /** Reads what the session is about, settings and baseline; `isReread` where they may have changed. */
  readonly readSubject: (isReread: boolean) => Promise<SessionSubject>;
  /** Files that `readSubject` reads or looks for, absolute; asked after each reading. */
  readonly subjectFiles: () => readonly string[];
  /** Hears of each report, at first and after changes, the same report included, and which changed files it rests on. */
  readonly onReport: (result: CheckResult, paths: readonly string[]) => void;
  /** Hears why there is no report after a change; another follows when something changes again. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Checks a folder, and checks again whenever something changes that the report rests on; gives back how to end that,
 * once the first report was made.
 * @throws {OperationalError} Where settings or baseline cannot be read at first.
 */
export async function startLiveCheck(folder: string, options: LiveCheckOptions): Promise<() => void> {
  const { readSubject, subjectFiles, onReport, onFailure, ...sessionOptions } = options;
  let subject = await readSubject(false);
  let isRead = true;
  let isOver = false;
  const session = openSession(folder, subject, sessionOptions);
  const git = gitFolderOf(folder);

  const look = async (changed: readonly string[]): Promise<void> => {
    const before = session.footing();
    try {
      if (!isRead || changed.some((path) => subjectFiles().includes(path))) {
        isRead = false;
        const next = await readSubject(true);
        isRead = true;
        // A package.json holds much beside settings.
        if (!isDeepStrictEqual(next, subject)) session.refocus(next);
        subject = next;
      }
      session.touched(changed.map((path) => (dirname(path) === git ? join(folder, '.git') : path)));
      const result = await session.report();
      const now = session.footing();
      const seen = changed.flatMap((path) => {
        const own = relative(folder, path).split(sep).join('/');
        return isIn(before, own) || isIn(now, own) || subjectFiles().includes(path) ? [own] : [];
      });
      if (!isOver) onReport(result, seen);
    } catch (error) {
      if (!isOver) onFailure(error);
    }
  };
  const settle = (): readonly string[] => {
    if (isOver) return [];
    const files = subjectFiles().map((path) => dirname(resolve(folder, path)));
    return watch.settle(new Set([folder, ...files, ...foldersToWatch(folder, session.footing())]));
  };
  const lookAndSettle = async (changed: readonly string[]): Promise<void> => {
    await look(changed);
    // Between the look and the watch something may have changed in a folder that was not watched before.
    for (let added = settle(); added.length > 0; added = settle()) await look(added);
  };

  let turn = Promise.resolve();
  const watch = watchFolders(
    (paths) => {
      turn = turn.then(() => lookAndSettle(paths));
    },
    (reason) => sessionOptions.onNotes?.([`Some folders are not watched: ${reason}.`]),
  );
  await lookAndSettle([]);
  return () => {
    isOver = true;
    watch.close();
    session.close();
  };
}

/** Whether a report rests on a file or a folder. */
function isIn({ files, folders }: Footing, path: string): boolean {
  return files.has(path) || folders.has(path);
}
