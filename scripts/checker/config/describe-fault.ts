import type * as z from 'zod';
import { closest } from '../closest.ts';

/**
 * What is wrong with one key of the settings: its place, what stands there, and what may; a full sentence.
 *
 * `known` are the keys of the top level, for the one that was most likely meant. The issue must carry its input
 * (zod's `reportInput`).
 * @example describeFault(issue, 'lockstep.config.json', ['ignore']) // => 'lockstep.config.json → ignore: is `x`, and must be a list.'
 */
export function describeFault(issue: z.core.$ZodIssue, place: string, known: readonly string[]): string {
  const path = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  const at = path === '' ? place : `${place} → ${path}`;
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => {
      const near = path === '' ? closest(key, known) : undefined;
      return near === undefined ? `\`${key}\`` : `\`${key}\` (did you mean \`${near}\`?)`;
    });
    return `${at}: unknown key ${keys.join(', ')}.`;
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.find((branch) => !branch.some(isOfAnotherKind))?.[0];
    if (inner !== undefined)
      return describeFault({ ...inner, path: [...issue.path, ...inner.path] }, place, known);
  }
  if (issue.code === 'too_small') return `${at}: is empty.`;
  const allowed = allowedBy(issue);
  if (allowed.length === 0) return `${at}: ${issue.message}.`;
  if (issue.input === undefined) return `${at}: is missing.`;
  return `${at}: is ${shown(issue.input)}, and must be ${listed(allowed)}.`;
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
