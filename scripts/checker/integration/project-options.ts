import type { Settings } from '../config/settings.ts';

/** Which project pages are checked in, and how; everything may be left out. */
export interface ProjectOptions {
  /** Working folder of the project. Default: the nearest with settings, from where the program runs upwards. */
  readonly folder?: string | undefined;
  /** A settings file, relative to the folder. */
  readonly config?: string | undefined;
  /** The settings themselves. Default: those of the folder. */
  readonly settings?: Settings | undefined;
  /** Ids of rules that run. Default: all that the settings do not turn off. */
  readonly rules?: readonly string[] | undefined;
}
