/**
 * Why a command could not do its work: a wrong flag, an unreadable file, a mistake in the settings.
 *
 * `message` says what happened and why, `hint` what to do now; both are full sentences. Only `cli/` turns it
 * into an exit code.
 */
export class OperationalError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OperationalError';
    this.hint = hint;
  }
}

/** What went wrong, in plain words for what the file system refuses, else in those of whatever was thrown; no full stop. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? fileFaults[String(error.code)] : undefined;
  const words = code ?? (error instanceof Error ? error.message : String(error));
  return words.replace(/\.$/, '');
}

/** The system's own messages name absolute paths, which differ from machine to machine. */
const fileFaults: Readonly<Record<string, string>> = {
  EACCES: 'you may not read or write it',
  EBUSY: 'another program is using it',
  EEXIST: 'a file is in its way',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is not a folder',
  EPERM: 'the system does not allow it',
  EPIPE: 'whoever read it has left',
  EROFS: 'the disk is read-only',
};
