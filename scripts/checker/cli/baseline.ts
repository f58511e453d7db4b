import { resolve } from 'node:path';
import { writeBaseline } from '../baseline/baseline-file.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { replaceFile } from '../replace-file.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import { rules } from '../rules/index.ts';
import { checkWorkspace } from '../workspace/check-workspace.ts';
import { notesPrinter } from './print-notes.ts';
import { startProgress } from './progress.ts';
import { readableTree, readSettings, type SettingsFlags } from './read-settings.ts';
import { exitCodes, type Terminal } from './terminal.ts';

/** What `lockstep baseline` was asked. */
export interface BaselineRequest extends SettingsFlags {
  readonly output: string | undefined;
}

/** The baseline's file where nothing else is said. */
export const baselineName = 'lockstep.baseline.json';

/** Writes all that a check finds into a baseline, and gives back the exit code. */
export async function baseline(request: BaselineRequest, terminal: Terminal): Promise<number> {
  const { folder, stdout } = terminal;
  const settings = await readSettings(request, terminal);
  const file = request.output ?? settings.baseline ?? baselineName;
  const progress = startProgress(terminal);
  const { report, crashes } = await checkWorkspace(
    folder,
    settings,
    rules,
    {},
    { onProgress: progress.show, onNotes: notesPrinter(terminal), tree: readableTree(request, terminal) },
  ).finally(progress.clear);
  if (crashes.length > 0) {
    throw new OperationalError(
      `The check broke, so no baseline was written: ${crashes[0] ?? ''}`,
      'Run `lockstep check` to see what broke.',
    );
  }
  try {
    replaceFile(resolve(folder, file), [writeBaseline(report.findings)]);
  } catch (error) {
    throw new OperationalError(
      `Could not write the baseline to \`${file}\`: ${reasonOf(error)}.`,
      'Give a file in a folder that you may write to.',
      { cause: error },
    );
  }
  const { length } = report.findings;
  const shown = escapeForLog(file);
  stdout.write(`Wrote ${shown}: ${length} ${length === 1 ? 'finding' : 'findings'}.\n`);
  if (settings.baseline === undefined) {
    stdout.write(
      `Add \`"baseline": ${JSON.stringify(shown)}\` to the settings, or give \`--baseline ${shown}\`.\n`,
    );
  }
  return exitCodes.clean;
}
