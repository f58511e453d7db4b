import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runCommandLine } from '../../../scripts/checker/cli/run-command-line.ts';

/** What a run of the command left behind. */
export interface CommandOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** The command's entry file. */
export const entry = join(import.meta.dirname, '../../../scripts/lockstep.ts');

/** Runs `lockstep` in a folder, without the half second that a process of its own takes. */
export async function runLockstep(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandOutcome> {
  const written = { stdout: '', stderr: '' };
  const code = await runCommandLine(args, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    folder,
    environment,
  });
  return { ...written, code };
}

/** Runs `lockstep` in a folder as a shell does, in a process of its own. */
export function spawnLockstep(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): CommandOutcome {
  const { stdout, stderr, status } = spawnSync(process.execPath, [entry, ...args], {
    cwd: folder,
    encoding: 'utf8',
    // The shell that runs the tests may ask for colours, or for none.
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', ...environment },
  });
  return { stdout, stderr, code: status };
}
