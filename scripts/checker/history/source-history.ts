import type { RevisionSettings } from '../config/revision-settings.ts';
import type { ChangingCommit, FileChanges } from './file-changes.ts';

/** What is known of the past of pages; the disk and git stay behind it. */
export interface SourceHistory {
  /** How translations say which text of the source they were made from. */
  readonly settings: RevisionSettings;
  /** The texts that translations were made from, as far as they are to be had; by `pinName`. */
  readonly readTexts: (pins: readonly Pin[]) => ReadonlyMap<string, OldText>;
  /** What git tells of a file's past; `undefined` where it tells nothing. Renames are followed. */
  readonly changesOf: (path: string) => FileChanges | undefined;
  /** Texts of a file's past by their blob ids, as far as they are to be had. */
  readonly readBlobs: (blobs: readonly BlobPlace[]) => ReadonlyMap<string, string>;
  /**
   * The blob that a file was in the tree of each commit, which is one of a commit of `beside`; `undefined` where it was
   * not there, or where the two files lie in different repositories.
   */
  readonly blobsAt: (places: readonly CommitPlace[]) => readonly (string | undefined)[];
  /** Lets `readTexts` know a text that was put together, by its blob id. */
  readonly keep: (text: string) => void;
  /** Why the old texts of a file may be missing, a full sentence; `undefined` where its history is whole. */
  readonly limit: (path: string) => string | undefined;
}

/** A text that a pin names, and what kind of thing the pin is the id of. */
export interface OldText {
  readonly kind: 'blob' | 'commit';
  /** `undefined` where the commit is known and the source is not in it, or not to be had. */
  readonly text: string | undefined;
}

/** A blob of a file's past. */
export interface BlobPlace {
  readonly blob: string;
  readonly path: string;
}

/** A file in the tree of a commit that changed another file. */
export interface CommitPlace {
  readonly path: string;
  readonly commit: ChangingCommit;
  readonly beside: string;
}

/** The revision a translation names, and the source page it is a revision of. */
export interface Pin {
  readonly revision: string;
  readonly sourcePath: string;
}

/** A commit, as people speak of it. */
export interface Commit {
  /** Abbreviated. */
  readonly id: string;
  /** Day of the commit, ISO 8601. */
  readonly date: string;
}

/** One name for a pin, for maps. */
export function pinName(pin: Pin): string {
  return `${pin.revision}:${pin.sourcePath}`;
}

/** True when a pin can be the id of a git object: 7 to 40 hexadecimal digits, or the 64 of a repository of SHA-256. */
export function isRevisionId(pin: string): boolean {
  return /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/i.test(pin);
}
