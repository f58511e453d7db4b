import { blobIds } from './blob-id.ts';
import type { FileChange, FileChanges } from './file-changes.ts';
import type { Commit } from './source-history.ts';

/** The commits that led to a text of a file. */
export interface Past {
  /** Newest first. */
  readonly changes: readonly FileChange[];
  /** True where the text is that of no commit. */
  readonly isUncommitted: boolean;
  readonly isCut: boolean;
}

/** The past of a file as of a text, which may be that of the disk, of a commit, or of neither. */
export function pastOf(found: FileChanges | undefined, text: string): Past {
  const { changes, isCut } = found ?? { changes: [], isCut: false };
  const at = indexOfText(changes, text);
  // Where history is cut, the text may be of a commit before the cut.
  const isUncommitted = at === -1 && !(isCut && changes.length === 0);
  return { changes: changes.slice(Math.max(0, at)), isUncommitted, isCut };
}

/** How a file went on after an older text of it. */
export interface WayOn {
  /** The first commit that changed it. */
  readonly behindSince?: Commit;
  readonly commitsBehind?: number;
  readonly lastCommit?: Commit;
}

/** What has become of a file since an older text, as far as its past tells. */
export function wayOnFrom(oldText: string | undefined, { changes, isUncommitted }: Past): WayOn {
  const last = changes[0];
  const lastCommit = last === undefined || isUncommitted ? undefined : commitOf(last);
  const at = oldText === undefined ? -1 : indexOfText(changes, oldText);
  const first = at <= 0 ? undefined : changes[at - 1];
  return {
    ...(lastCommit && { lastCommit }),
    ...(first && { behindSince: commitOf(first) }),
    ...(at >= 0 && { commitsBehind: at }),
  };
}

/** A commit as people speak of it. */
export function commitOf({ commit }: FileChange): Commit {
  return { id: commit.shortId, date: commit.date };
}

function indexOfText(changes: readonly FileChange[], text: string): number {
  const ids = new Set(blobIds(text));
  return changes.findIndex(({ blob }) => blob !== undefined && ids.has(blob));
}
