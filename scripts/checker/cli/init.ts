import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../../src/domain/report/report.ts';
import { severities } from '../../../src/domain/report/severity.ts';
import { settingsFiles } from '../config/load-settings.ts';
import { recogniseProject } from '../init/recognise-project.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import { summarySentence } from '../reporters/pretty.ts';
import { rules } from '../rules/index.ts';
import { checkWorkspace } from '../workspace/check-workspace.ts';
import { startProgress } from './progress.ts';
import { exitCodes, type Terminal } from './terminal.ts';

const settingsFile = 'lockstep.config.json';

/**
 * Looks at the pages of the working folder, writes settings for them, and says what a first check finds.
 * @throws {OperationalError} Where there are settings, no page is there in two languages, or they cannot be written.
 */
export async function init(terminal: Terminal): Promise<number> {
  const { folder, stdout } = terminal;
  refuseOtherSettings(folder);
  const project = recogniseProject(folder);
  if (project === undefined) {
    throw new OperationalError(
      'No page was found here in two languages.',
      `Run the command in the folder that holds all languages, or write ${settingsFile}; the least that works: { "sourceLocale": "en", "pages": "content/{locale}/{path}.md" }.`,
    );
  }
  const { settings, words } = project;
  for (const sentence of words) stdout.write(`${escapeForLog(sentence)}\n`);
  try {
    writeFileSync(join(folder, settingsFile), `${JSON.stringify(settings, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    throw new OperationalError(
      `Could not write ${settingsFile}: ${reasonOf(error)}.`,
      'Run the command in a folder that you may write to.',
      { cause: error },
    );
  }
  stdout.write(`\nWrote ${settingsFile}. A first check:\n\n`);
  const progress = startProgress(terminal);
  const { report } = await checkWorkspace(folder, settings, rules, {}, { onProgress: progress.show }).finally(
    progress.clear,
  );
  stdout.write(`${findingCounts(report)}${summarySentence(report)}\n`);
  stdout.write(
    'Run `lockstep check` to see each finding, and `lockstep explain RULE` for what a rule is about.\n',
  );
  return exitCodes.clean;
}

function refuseOtherSettings(folder: string): void {
  const present = settingsFiles.find((name) => existsSync(join(folder, name)));
  const place = present ?? (isInPackageJson(folder) ? 'package.json' : undefined);
  if (place === undefined) return;
  throw new OperationalError(
    `There are settings already, in ${place}.`,
    'Run `lockstep check`, or take them away to begin anew.',
  );
}

function isInPackageJson(folder: string): boolean {
  const path = join(folder, 'package.json');
  return existsSync(path) && /"lockstep"\s*:\s*\{/.test(readFileSync(path, 'utf8'));
}

/** How often which rule found something, the gravest first; a line each. */
function findingCounts({ findings }: Report): string {
  const groups = [...Map.groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`)].toSorted(
    ([one, ofOne], [other, ofOther]) => orderOf(one) - orderOf(other) || ofOther.length - ofOne.length,
  );
  const lines = groups.map(([name, found]) => `${String(found.length).padStart(6)}  ${name}`);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
}

function orderOf(name: string): number {
  return severities.findIndex((severity) => name.startsWith(severity));
}
