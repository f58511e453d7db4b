import { loadSettings } from '../config/load-settings.ts';
import type { Settings } from '../config/settings.ts';
import type { Terminal } from './terminal.ts';

/** Flags of every command that reads settings. */
export interface SettingsFlags {
  /** Default: those of the working folder. */
  readonly config: string | undefined;
  /** False where settings that are code are refused. */
  readonly mayRunSettings: boolean;
}

/** The settings that a command was told to use. */
export function readSettings(
  { config, mayRunSettings }: SettingsFlags,
  { folder }: Terminal,
): Promise<Settings> {
  return loadSettings(folder, config, { mayRun: mayRunSettings });
}
