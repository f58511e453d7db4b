import picocolors from 'picocolors';
import type { Colours } from '../reporters/pretty.ts';

/** What a command talks to; tests give their own. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  /** The working folder: paths are read and reported relative to it. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Where text goes. */
export interface Output {
  readonly isTTY?: boolean;
  /** Width, where it is a terminal. */
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** Exit codes: compared and clean, findings, could not run or nothing to compare. */
export const exitCodes = { clean: 0, findings: 1, failed: 2 } as const;

/**
 * The colours for an output: none unless it is a terminal that has some, `NO_COLOR` and `FORCE_COLOR` decide otherwise
 * (no-color.org, force-color.org).
 */
export function coloursFor(output: Output, environment: Terminal['environment']): Colours {
  const { FORCE_COLOR: forced, TERM: terminal } = environment;
  const isWanted = forced ? !['0', 'false'].includes(forced) : output.isTTY === true && terminal !== 'dumb';
  return coloursOf(isWanted && !environment['NO_COLOR']);
}

/** The colours of a terminal, or none. */
export function coloursOf(isWanted: boolean): Colours {
  const { red, yellow, cyan, bold, dim } = picocolors.createColors(isWanted);
  return { error: red, warning: yellow, note: cyan, strong: bold, faint: dim };
}
