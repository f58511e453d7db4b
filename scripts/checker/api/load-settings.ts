import * as z from 'zod';
import { loadSettings as load } from '../config/load-settings.ts';
import type { Settings } from '../config/settings.ts';
import { folderAt } from './check.ts';
import { readOptions } from './read-options.ts';

/** Where settings are looked for; everything may be left out. */
export interface LoadOptions {
  /** Default: the working folder of the process. */
  readonly folder?: string | undefined;
  /** A settings file, relative to the folder. Default: `lockstep` in package.json, or `lockstep.config.{json,mjs,ts}`. */
  readonly config?: string | undefined;
  /** Whether settings that are code may be run; `false` for projects of strangers. Default: `true`. */
  readonly mayRun?: boolean | undefined;
}

const optionsSchema = z.strictObject({
  folder: z.string().optional(),
  config: z.string().min(1).optional(),
  mayRun: z.boolean().optional(),
}) satisfies z.ZodType<LoadOptions>;

/**
 * The settings of a project, as the command reads them; settings that are code are run.
 * @throws {OperationalError} Where there are none, or some that say something they cannot; the message names the place.
 * @example const report = await check(await loadSettings());
 */
export async function loadSettings(options: LoadOptions = {}): Promise<Settings> {
  const { folder, config, mayRun = true } = readOptions(optionsSchema, options, 'loadSettings');
  return load(folderAt(folder), config, { mayRun });
}
