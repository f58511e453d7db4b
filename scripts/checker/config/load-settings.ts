import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { closest } from '../closest.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { rules } from '../rules/index.ts';
import { describeFault } from './describe-fault.ts';
import { type Settings, settingsSchema } from './settings.ts';

/**
 * The settings of the project in a folder, or those of one file.
 *
 * Without a file they are `lockstep` in package.json, or `lockstep.config.json`, `.mjs` or `.ts`.
 * @throws {OperationalError} Where there are none, several, or one that says something it cannot; the message names the place.
 */
export async function loadSettings(folder: string, file?: string): Promise<Settings> {
  const found = file === undefined ? await findSettings(folder) : await readSettingsFile(folder, file);
  return parseSettings(found.value, found.place);
}

/**
 * Settings, checked.
 * @throws {OperationalError} Naming every key that is wrong, one a line; `place` is what the settings are called in it.
 */
export function parseSettings(value: unknown, place: string): Settings {
  const parsed = settingsSchema.safeParse(value, { reportInput: true });
  const known = Object.keys(settingsSchema.shape);
  const faults = [
    ...(parsed.error?.issues.map((issue) => describeFault(issue, place, known)) ?? []),
    ...unknownRules(value, place),
    ...(isRecord(value) && !Array.isArray(value) && (value['pages'] ?? value['messages']) === undefined
      ? [`${place} → pages: is missing.`]
      : []),
  ];
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new OperationalError(
    `The settings do not fit.${faults.length === 1 ? ' ' : '\n'}${faults.join('\n')}`,
    'Correct them and run the command again; `sourceLocale` and `pages` are all that is needed.',
  );
}

function unknownRules(value: unknown, place: string): readonly string[] {
  const given = isRecord(value) && isRecord(value['rules']) ? Object.keys(value['rules']) : [];
  const ids = rules.map((rule) => rule.id);
  return given
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const near = closest(id, ids);
      const which = near === undefined ? `the rules are ${ids.join(', ')}.` : `did you mean \`${near}\`?`;
      return `${place} → rules.${id}: there is no such rule; ${which}`;
    });
}

interface FoundSettings {
  readonly value: unknown;
  readonly place: string;
}

/** Names under which settings are looked for, beside `lockstep` in package.json. */
export const settingsFiles = ['lockstep.config.json', 'lockstep.config.mjs', 'lockstep.config.ts'] as const;

async function findSettings(folder: string): Promise<FoundSettings> {
  const found: FoundSettings[] = [];
  const packageFile = join(folder, 'package.json');
  if (existsSync(packageFile)) {
    const value = readJson(packageFile, 'package.json');
    if (isRecord(value) && value['lockstep'] !== undefined) {
      found.push({ value: value['lockstep'], place: 'package.json → lockstep' });
    }
  }
  for (const name of settingsFiles) {
    if (existsSync(join(folder, name))) found.push(await readSettingsFile(folder, name));
  }
  const [first, second] = found;
  if (first === undefined) {
    const above = settingsAbove(folder);
    throw new OperationalError(
      'There are no settings here: neither a key `lockstep` in package.json nor a lockstep.config.json, .mjs or .ts.',
      above === undefined
        ? 'Run `lockstep init`, or write lockstep.config.json; the least that works: { "sourceLocale": "en", "pages": "content/{locale}/{path}.md" }. Two files alone can be compared with `lockstep pair`.'
        : `There are some in \`${above}\`: run the command there.`,
    );
  }
  if (second !== undefined) {
    throw new OperationalError(
      `There are settings in ${found.map(({ place }) => place).join(' and in ')}.`,
      'Keep one of them, or name one with `--config FILE`.',
    );
  }
  return first;
}

/** The nearest folder above with settings; the pages they describe lie below it, so the command belongs there. */
function settingsAbove(folder: string): string | undefined {
  const above = dirname(folder);
  if (above === folder) return undefined;
  return settingsFiles.some((name) => existsSync(join(above, name))) || isInPackageJson(above)
    ? above
    : settingsAbove(above);
}

function isInPackageJson(folder: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return isRecord(value) && value['lockstep'] !== undefined;
  } catch {
    return false;
  }
}

async function readSettingsFile(folder: string, file: string): Promise<FoundSettings> {
  const path = resolve(folder, file);
  if (!existsSync(path)) {
    throw new OperationalError(
      `There is no settings file \`${file}\`.`,
      'Check the path; it is relative to the working folder.',
    );
  }
  if (['.mjs', '.js', '.ts', '.mts'].includes(extname(path))) {
    return { value: await importDefault(path, file), place: file };
  }
  const value = readJson(path, file);
  if (basename(path) === 'package.json' && isRecord(value)) {
    return { value: value['lockstep'], place: `${file} → lockstep` };
  }
  return { value, place: file };
}

async function importDefault(path: string, file: string): Promise<unknown> {
  try {
    const module: unknown = await import(pathToFileURL(path).href);
    if (isRecord(module) && module['default'] !== undefined) return module['default'];
  } catch (error) {
    throw new OperationalError(
      `The settings file \`${file}\` could not be run: ${reasonOf(error)}.`,
      'Mend it; it must export the settings as its default.',
      { cause: error },
    );
  }
  throw new OperationalError(
    `The settings file \`${file}\` has no default export.`,
    'Write `export default { sourceLocale: …, pages: … }`.',
  );
}

function readJson(path: string, file: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new OperationalError(
      `The settings in \`${file}\` could not be read: ${reasonOf(error)}.`,
      'Give a settings file that you may read: JSON, .mjs or .ts.',
      { cause: error },
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OperationalError(
      `\`${file}\` could not be read as JSON: ${reasonOf(error)}.`,
      'Mend the file; JSON has neither comments nor trailing commas, lockstep.config.mjs may have both.',
      { cause: error },
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
