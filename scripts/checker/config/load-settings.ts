import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { jsonText } from '../parse-json.ts';
import { leavesFolder } from '../workspace/confined-tree.ts';
import { describeFault, type SettingsFault, sentenceOf } from './describe-fault.ts';
import { outsidePaths } from './outside-paths.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** How settings are read. */
export interface LoadingOptions {
  /** False for settings of strangers: code is not run, and no path may lead out of the folder. Default: true. */
  readonly mayRun?: boolean;
  /** Whether this process has read them before, and they may have changed since; default: it has not. */
  readonly isReread?: boolean;
}

/**
 * The settings of the project in a folder, or those of one file.
 *
 * Without a file they are `lockstep` in package.json, or `lockstep.config.json`, `.mjs` or `.ts`. JSON may have comments.
 * @throws {OperationalError} Where there are none, several, or one that says something it cannot: the message names
 * line and column. Where they are code that may not be run.
 */
export async function loadSettings(
  folder: string,
  file?: string,
  options: LoadingOptions = {},
): Promise<Settings> {
  const found = await readSettingsFile(folder, file ?? findSettings(folder), options);
  const own = faultsOf(found.value);
  const isTrusted = options.mayRun ?? true;
  const faults = own.length > 0 || isTrusted ? own : outsidePaths(found.value as Settings);
  if (faults.length === 0) return found.value as Settings;
  throw faultyError(await linesOf(faults, found));
}

/**
 * Settings, checked.
 * @throws {OperationalError} Naming every key that is wrong, one a line; `place` is what the settings are called in it.
 */
export function parseSettings(value: unknown, place: string): Settings {
  const faults = faultsOf(value);
  if (faults.length === 0) return value as Settings;
  throw faultyError(faults.map((fault) => sentenceOf(fault, place)));
}

/** What is wrong with settings; where nothing is, they are `Settings`, for the schema changes no value. */
function faultsOf(value: unknown): readonly SettingsFault[] {
  const parsed = settingsSchema.safeParse(value, { reportInput: true });
  const faults = parsed.error?.issues.flatMap((issue) => describeFault(issue, settingsSchema)) ?? [];
  const hasNothing =
    isRecord(value) && !Array.isArray(value) && (value['pages'] ?? value['messages']) === undefined;
  return hasNothing ? [...faults, { path: ['pages'], isAboutKey: true, words: 'is missing.' }] : faults;
}

function faultyError(lines: readonly string[]): OperationalError {
  return new OperationalError(
    `The settings do not fit.${lines.length === 1 ? ' ' : '\n'}${lines.join('\n')}`,
    'Correct them and run the command again; `sourceLocale` and `pages` are all that is needed.',
  );
}

/** Reading JSON with its places takes a parser that settings without faults do without. */
async function linesOf(
  faults: readonly SettingsFault[],
  { file, text, above }: FoundSettings,
): Promise<readonly string[]> {
  if (text !== undefined) {
    const { describeInText } = await import('./settings-text.ts');
    return describeInText(faults, text, file, above);
  }
  return faults.map((fault) => sentenceOf(fault, file));
}

interface FoundSettings {
  readonly value: unknown;
  /** As messages call the file. */
  readonly file: string;
  /** Of a JSON file. */
  readonly text?: string;
  /** Keys of the file that the settings stand under. */
  readonly above: readonly string[];
}

/** Names under which settings are looked for, beside `lockstep` in package.json. */
export const settingsFiles = ['lockstep.config.json', 'lockstep.config.mjs', 'lockstep.config.ts'] as const;

/** What is nothing but settings, and `package.json` where it has some. */
export function settingsIn(folder: string): readonly string[] {
  const names = settingsFiles.filter((name) => existsSync(join(folder, name)));
  return isInPackageJson(folder) ? ['package.json', ...names] : names;
}

function findSettings(folder: string): string {
  const [first, ...more] = settingsIn(folder);
  if (first === undefined) {
    const above = settingsAbove(folder);
    throw new OperationalError(
      'There are no settings here: neither a key `lockstep` in package.json nor a lockstep.config.json, .mjs or .ts.',
      above === undefined
        ? 'Run `lockstep init`, or write lockstep.config.json; the least that works: { "sourceLocale": "en", "pages": "content/{locale}/{path}.md" }. Two files alone can be compared with `lockstep pair`.'
        : `There are some in \`${above}\`: run the command there.`,
    );
  }
  if (more.length > 0) {
    throw new OperationalError(
      `There are settings in ${[first, ...more].join(' and in ')}.`,
      'Keep one of them, or name one with `--config FILE`.',
    );
  }
  return first;
}

/** The nearest folder above a file or folder with settings; the pages they describe lie below it, so the command belongs there. */
export function settingsAbove(folder: string): string | undefined {
  const above = dirname(folder);
  if (above === folder) return undefined;
  return settingsIn(above).length > 0 ? above : settingsAbove(above);
}

/** A package.json that is broken may have settings: reading them will say what is wrong. */
function isInPackageJson(folder: string): boolean {
  let text: string;
  try {
    text = readFileSync(join(folder, 'package.json'), 'utf8');
  } catch {
    return false;
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isRecord(value) && value['lockstep'] !== undefined;
  } catch {
    return /"lockstep"\s*:\s*\{/.test(text);
  }
}

const codeEndings = new Set(['.mjs', '.js', '.cjs', '.ts', '.mts', '.cts']);

async function readSettingsFile(
  folder: string,
  file: string,
  { mayRun = true, isReread = false }: LoadingOptions,
): Promise<FoundSettings> {
  const path = resolve(folder, file);
  if (!existsSync(path)) {
    throw new OperationalError(
      `There is no settings file \`${file}\`.`,
      'Check the path; it is relative to the working folder.',
    );
  }
  if (!mayRun && isLinkOut(folder, path)) {
    throw new OperationalError(
      `The settings \`${file}\` are behind a link that leads out of the working folder, and \`--no-exec-config\` reads nothing there.`,
      'Put the settings themselves into the folder, or name a file that you trust with `--config FILE`.',
    );
  }
  if (codeEndings.has(extname(path).toLowerCase())) {
    if (mayRun) return { value: await importDefault(path, file, isReread), file, above: [] };
    throw new OperationalError(
      `The settings \`${file}\` are code, and \`--no-exec-config\` does not let code run.`,
      'Write the settings as JSON, into lockstep.config.json; leave the flag out only where you trust whoever wrote them.',
    );
  }
  const { value, text } = await readJsonFile(path, file);
  if (basename(path) !== 'package.json') return { value, file, text, above: [] };
  return { value: isRecord(value) ? value['lockstep'] : value, file, text, above: ['lockstep'] };
}

/** True for a path in the folder that is somewhere else in truth. */
function isLinkOut(folder: string, path: string): boolean {
  const real = relative(realpathSync(folder), realpathSync(path));
  return !leavesFolder(relative(folder, path)) && leavesFolder(real);
}

async function importDefault(path: string, file: string, isReread: boolean): Promise<unknown> {
  try {
    const address = pathToFileURL(path);
    // Node keeps a module as it was first run: what has changed since needs another address.
    if (isReread) address.searchParams.set('changed', String(statSync(path).mtimeMs));
    const module: unknown = await import(address.href);
    if (isRecord(module) && module['default'] !== undefined) return module['default'];
  } catch (error) {
    throw new OperationalError(
      `The settings file \`${file}\` could not be run: ${reasonOf(error)}.`,
      'Correct it; it must export the settings as its default.',
      { cause: error },
    );
  }
  throw new OperationalError(
    `The settings file \`${file}\` has no default export.`,
    'Write `export default { sourceLocale: …, pages: … }`.',
  );
}

async function readJsonFile(
  path: string,
  file: string,
): Promise<{ readonly value: unknown; readonly text: string }> {
  let text: string;
  try {
    text = jsonText(readFileSync(path));
  } catch (error) {
    throw new OperationalError(
      `The settings in \`${file}\` could not be read: ${reasonOf(error)}.`,
      'Give a settings file that you may read: JSON in UTF-8, .mjs or .ts.',
      { cause: error },
    );
  }
  if (text.trim() === '') {
    throw new OperationalError(
      `The settings file \`${file}\` is empty.`,
      `Write the least that works: { "sourceLocale": "en", "pages": "content/{locale}/{path}.md" }; where there is no such file, \`lockstep init\` writes one.`,
    );
  }
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown, text };
  } catch {
    const { readSettingsText } = await import('./settings-text.ts');
    const read = readSettingsText(text, file);
    if (read.kind === 'value') return { value: read.value, text };
    throw new OperationalError(
      `The settings could not be read as JSON. ${read.lines.join('\n')}`,
      'Correct the file and run the command again; comments are fine, and so are commas after the last entry.',
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
