import type * as z from 'zod';
import { closest } from '../closest.ts';
import { keysAt } from './schema-keys.ts';

/** What is wrong with one key of the settings. */
export interface SettingsFault {
  /** Keys from the top to what is wrong. */
  readonly path: readonly PropertyKey[];
  /** Whether the key itself is wrong, or lacks its value; else its value is. */
  readonly isAboutKey: boolean;
  /** Goes on from the place: "is `x`, and must be a list." */
  readonly words: string;
}

/**
 * What is wrong, what stands there, and what may: one fault, or one for each key that is unknown.
 *
 * `schema` tells the keys that were most likely meant. The issue must carry its input (zod's `reportInput`).
 * @example
 * describeFault(issue, settingsSchema)
 * // => [{ path: ['ignore'], isAboutKey: false, words: 'is `drafts`, and must be a list.' }]
 */
export function describeFault(issue: z.core.$ZodIssue, schema: z.core.$ZodType): readonly SettingsFault[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      isAboutKey: true,
      words: unknownKey(key, path, known),
    }));
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.find((branch) => !branch.some(isOfAnotherKind));
    if (inner !== undefined)
      return inner.flatMap((each) => describeFault({ ...each, path: [...path, ...each.path] }, schema));
  }
  const said = (words: string): readonly SettingsFault[] => [{ path, isAboutKey: false, words }];
  if (issue.code === 'too_small') return said('is empty.');
  const allowed = allowedBy(issue);
  if (allowed.length === 0) return said(`${issue.message}.`);
  if (issue.input === undefined) return said('is missing.');
  const names = allowed.flatMap((name) => (name.startsWith('`') ? name.slice(1, -1) : []));
  const near = typeof issue.input === 'string' ? closest(issue.input, names) : undefined;
  const meant = near === undefined ? '' : ` Did you mean \`${near}\`?`;
  return said(`is ${shown(issue.input)}, and must be ${listed(allowed)}.${meant}`);
}

/** A fault and its key, where no file shows them: `lockstep.config.mjs → rules.missing-step: is …`. */
export function sentenceOf({ path, words }: SettingsFault, place: string): string {
  const keys = dottedPath(path);
  return `${place}${keys === '' ? '' : ` → ${keys}`}: ${words}`;
}

function dottedPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

function unknownKey(key: string, path: readonly PropertyKey[], known: readonly string[]): string {
  const near = closest(key, known);
  if (path.at(-1) === 'rules') {
    const which = near === undefined ? `the rules are ${known.join(', ')}.` : `did you mean \`${near}\`?`;
    return `there is no such rule; ${which}`;
  }
  const which = near === undefined ? `the keys here are ${known.join(', ')}.` : `did you mean \`${near}\`?`;
  return `is not a known key; ${which}`;
}

/** True where a branch of a union is not about the value at all: the value is text, and it wants a list. */
function isOfAnotherKind({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

/** What may stand at the place of an issue; empty where the issue's own message says it. */
function allowedBy(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'invalid_type') return [kindNames[issue.expected] ?? issue.expected];
  if (issue.code === 'invalid_value') return issue.values.map((value) => `\`${String(value)}\``);
  return issue.code === 'invalid_union' ? [...new Set(issue.errors.flat().flatMap(allowedBy))] : [];
}

const kindNames: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: '`true` or `false`',
  object: 'an object',
  record: 'an object',
  string: 'text',
};

function shown(value: unknown): string {
  if (typeof value === 'string') return `\`${value}\``;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : `\`${String(value)}\``;
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(words);
}
