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

/** What went wrong, in the words of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
