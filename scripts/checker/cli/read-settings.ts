import { loadSettings } from '../config/load-settings.ts';
import type { Settings } from '../config/settings.ts';
import { confinedTree } from '../workspace/confined-tree.ts';
import { diskTree, type FileTree } from '../workspace/file-tree.ts';
import type { Terminal } from './terminal.ts';

/** Flags of every command that reads settings. */
export interface SettingsFlags {
  /** Default: those of the working folder. */
  readonly config: string | undefined;
  /** False where settings that are code are refused, and nothing outside the working folder is read. */
  readonly mayRunSettings: boolean;
}

/** The settings that a command was told to use; `isReread` for those that were read before and may have changed. */
export function readSettings(
  { config, mayRunSettings }: SettingsFlags,
  { folder }: Terminal,
  isReread = false,
): Promise<Settings> {
  return loadSettings(folder, config, { mayRun: mayRunSettings, isReread });
}

/** The files that a command with these flags may read. */
export function readableTree(flags: SettingsFlags, { folder }: Terminal): FileTree {
  return readableOf(flags)(diskTree(folder));
}

/** Leaves of a tree what a command with these flags may read. */
export function readableOf({ mayRunSettings }: SettingsFlags): (tree: FileTree) => FileTree {
  return (tree) => (mayRunSettings ? tree : confinedTree(tree));
}
