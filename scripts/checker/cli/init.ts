import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../../src/domain/report/report.ts';
import { severities } from '../../../src/domain/report/severity.ts';
import { settingsIn } from '../config/load-settings.ts';
import type { Settings } from '../config/settings.ts';
import { recogniseProject } from '../init/recognise-project.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import { summarySentence } from '../reporters/pretty.ts';
import { rules } from '../rules/index.ts';
import { checkWorkspace } from '../workspace/check-workspace.ts';
import { isMarkdown } from '../workspace/document-formats.ts';
import { listFiles } from '../workspace/list-files.ts';
import { parsePagePattern } from '../workspace/page-pattern.ts';
import { notesPrinter } from './print-notes.ts';
import { startProgress } from './progress.ts';
import { exitCodes, type Terminal } from './terminal.ts';

const settingsFile = 'lockstep.config.json';

/** Where the JSON Schema of settings lies in a project that has Lockstep installed. */
const schemaFile = 'node_modules/lockstep/dist-cli/schemas/settings.schema.json';

/** What `lockstep init` was asked. */
export interface InitRequest {
  /** Prints the settings, and neither writes nor checks anything. */
  readonly isDryRun: boolean;
}

/**
 * Looks at the pages of the working folder, writes settings for them, and says what a first check finds.
 * @throws {OperationalError} Where there are settings, no page is there in two languages, or they cannot be written.
 */
export async function init({ isDryRun }: InitRequest, terminal: Terminal): Promise<number> {
  const { folder, stdout, stderr } = terminal;
  if (!isDryRun) refuseOtherSettings(folder);
  const project = recogniseProject(folder);
  if (project === undefined) throw nothingRecognised(folder);
  const { settings, words } = project;
  const said = isDryRun ? stderr : stdout;
  for (const sentence of words) said.write(`${escapeForLog(sentence)}\n`);
  const text = settingsText(settings, folder);
  if (isDryRun) {
    stdout.write(text);
    return exitCodes.clean;
  }
  try {
    writeFileSync(join(folder, settingsFile), text, { flag: 'wx' });
  } catch (error) {
    throw new OperationalError(
      `Could not write ${settingsFile}: ${reasonOf(error)}.`,
      'Run the command in a folder that you may write to.',
      { cause: error },
    );
  }
  stdout.write(`\nWrote ${settingsFile}. A first check:\n\n`);
  const progress = startProgress(terminal);
  const { report } = await checkWorkspace(
    folder,
    settings,
    rules,
    {},
    { onProgress: progress.show, onNotes: notesPrinter(terminal) },
  ).finally(progress.clear);
  stdout.write(`${findingCounts(report)}${summarySentence(report)}\n`);
  stdout.write(
    'Run `lockstep check` to see each finding, and `lockstep explain RULE` for what a rule is about.\n',
  );
  return exitCodes.clean;
}

/** Editors complete and explain the keys of settings that name their schema. */
function settingsText(settings: Settings, folder: string): string {
  const schema = existsSync(join(folder, schemaFile)) ? { $schema: `./${schemaFile}` } : {};
  return `${JSON.stringify({ ...schema, ...settings }, null, 2)}\n`;
}

function nothingRecognised(folder: string): OperationalError {
  const { length } = listFiles(folder, parsePagePattern('{path}')).filter(isMarkdown);
  const pages =
    length === 0
      ? 'there is no Markdown at all'
      : length === 1
        ? 'the one Markdown file is in one locale only'
        : `none of the ${length} Markdown files is there in two locales`;
  return new OperationalError(
    `No page was found here in two languages: ${pages}. Looked for:\n${lookedFor.join('\n')}`,
    `Run the command in the folder that holds all languages, or write ${settingsFile} with the places of your own: { "sourceLocale": "en", "pages": ["docs/{path}.md", "translations/{locale}/{path}.md"] }.`,
  );
}

const lookedFor = [
  'docs/en/page.md and docs/sv/page.md: a folder per locale',
  'docs/page.md and docs/sv/page.md, or i18n/sv/…/page.md: a source beside the folders of locales',
  'page.md and page.sv.md, or page.en.md and page.sv.md: a locale in the file name',
  'page.md and ../<this folder>-sv/page.md: a repository per locale',
  'locales/en/words.json and locales/sv/words.json: messages',
] as const;

function refuseOtherSettings(folder: string): void {
  const [place] = settingsIn(folder);
  if (place === undefined) return;
  throw new OperationalError(
    `There are settings already, in ${place}.`,
    'Run `lockstep check`, or remove them to start over; `lockstep init --dry-run` prints what it would write.',
  );
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
