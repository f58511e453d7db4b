import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file at once: whoever reads it sees the old text or the new, never half of it, and where the disk is full
 * the old one stays. Mode, owner and links that lead to the file stay as they are.
 *
 * What is no file, such as a pipe of the shell or `/dev/stdout`, and a file in a folder that takes no other beside it,
 * are written where they stand.
 * @throws What the system says where it refuses.
 */
export function replaceFile(place: string, pieces: Iterable<string>): void {
  const old = statSync(place, { throwIfNoEntry: false });
  const target = old === undefined ? place : realpathSync(place);
  const isReplaceable = old === undefined ? !isLink(place) : old.isFile();
  const fresh = isReplaceable ? openBeside(target) : undefined;
  if (fresh === undefined) {
    writeInto(openSync(place, 'w'), pieces);
    return;
  }
  try {
    writeInto(fresh.descriptor, pieces);
    if (old !== undefined) takeOver(old, fresh.path);
    moveOver(fresh.path, target);
  } finally {
    rmSync(fresh.path, { force: true });
  }
}

/** A link that leads to nothing yet is followed, not replaced. */
function isLink(place: string): boolean {
  try {
    readlinkSync(place);
    return true;
  } catch {
    return false;
  }
}

interface FreshFile {
  readonly path: string;
  readonly descriptor: number;
}

function openBeside(target: string): FreshFile | undefined {
  const path = join(dirname(target), `.${basename(target)}.${process.pid}.lockstep`);
  try {
    return { path, descriptor: openSync(path, 'wx') };
  } catch (error) {
    // The file itself may be writable where its folder is not, or have the longest name that the disk takes.
    if (isFault(error, ['EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG', 'EEXIST'])) return undefined;
    throw error;
  }
}

function writeInto(descriptor: number, pieces: Iterable<string>): void {
  try {
    for (const piece of pieces) writeFileSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

function takeOver({ mode, uid, gid }: Stats, path: string): void {
  const fresh = statSync(path);
  if (fresh.uid !== uid || fresh.gid !== gid) chownSync(path, uid, gid);
  chmodSync(path, mode);
}

function moveOver(fresh: string, target: string): void {
  try {
    renameSync(fresh, target);
  } catch (error) {
    // A file that is mounted into a container, or open elsewhere on Windows, can be written and not replaced.
    if (!isFault(error, ['EBUSY', 'EPERM', 'EXDEV'])) throw error;
    copyFileSync(fresh, target);
  }
}

function isFault(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
