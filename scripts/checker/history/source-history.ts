/** What is known of the source's past; the disk and git stay behind it. */
export interface SourceHistory {
  /** Front matter key that holds the pin. */
  readonly pinKey: string;
  /** The texts that translations were made from, as far as they are to be had; by `pinName`. */
  readonly readTexts: (pins: readonly Pin[]) => ReadonlyMap<string, string>;
  /** The last commit that touched each path, as far as git tells; none for a file that has changed since. */
  readonly readLastCommits: (paths: readonly string[]) => ReadonlyMap<string, Commit>;
  /** Why old texts may be missing, a full sentence; `undefined` where history is whole. */
  readonly limit: () => string | undefined;
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

/** True when a pin can be the id of a git object: 7 to 40 hexadecimal digits. */
export function isRevisionId(pin: string): boolean {
  return /^[0-9a-f]{7,40}$/i.test(pin);
}
