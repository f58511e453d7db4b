import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as z from 'zod';
import { closest } from '../closest.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { rules } from '../rules/index.ts';
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
 * @throws {OperationalError} Naming every key that is wrong; `place` is what the settings are called in it.
 */
export function parseSettings(value: unknown, place: string): Settings {
  const parsed = settingsSchema.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => faultOf(issue, place));
    throw new OperationalError(
      `The settings do not fit. ${faults.join(' ')}`,
      'Correct them and run the command again; `sourceLocale` and `pages` are all that is needed.',
    );
  }
  const ids = rules.map((rule) => rule.id);
  for (const id of Object.keys(parsed.data.rules ?? {})) {
    if (ids.includes(id)) continue;
    const near = closest(id, ids);
    throw new OperationalError(
      `The settings do not fit. ${place} → rules.${id}: there is no such rule.`,
      near === undefined ? `The rules are ${ids.join(', ')}.` : `Did you mean \`${near}\`?`,
    );
  }
  return parsed.data;
}

interface FoundSettings {
  readonly value: unknown;
  readonly place: string;
}

const settingsFiles = ['lockstep.config.json', 'lockstep.config.mjs', 'lockstep.config.ts'] as const;

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
    throw new OperationalError(
      'There are no settings: package.json here has no key `lockstep`, and there is no lockstep.config.json, .mjs or .ts.',
      'Run the command in the folder that holds them or give `--config FILE`. The least that works: { "sourceLocale": "en", "pages": "content/{locale}/{path}.md" }. Two files alone can be compared with `lockstep pair`.',
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
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new OperationalError(
      `\`${file}\` could not be read as JSON: ${reasonOf(error)}.`,
      'Mend the file and run the command again.',
      { cause: error },
    );
  }
}

/** Names the key, and what it may be. */
function faultOf(issue: z.core.$ZodIssue, place: string): string {
  const path = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  const at = path === '' ? place : `${place} → ${path.replace(/^\./, '')}`;
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(settingsSchema.shape);
    const keys = issue.keys.map((key) => {
      const near = path === '' ? closest(key, known) : undefined;
      return near === undefined ? `\`${key}\`` : `\`${key}\` (did you mean \`${near}\`?)`;
    });
    return `${at}: unknown key ${keys.join(', ')}.`;
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors
      .flat()
      .find((candidate) => candidate.path.length > 0 || candidate.code === 'custom');
    if (inner !== undefined) return faultOf({ ...inner, path: [...issue.path, ...inner.path] }, place);
  }
  const isAbsent =
    issue.code === 'invalid_type' && issue.input === undefined && /undefined/.test(issue.message);
  return isAbsent ? `${at}: is missing.` : `${at}: ${issue.message}.`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
