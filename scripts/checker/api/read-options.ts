import * as z from 'zod';
import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { OperationalError } from '../operational-error.ts';

/**
 * Options of a function that scripts call, checked: a misspelt one would be passed over otherwise.
 * @throws {OperationalError} Naming every option that is wrong; `call` is what the function is called in it.
 */
export function readOptions<Options>(schema: z.ZodType<Options>, given: unknown, call: string): Options {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `\`${path.join('.')}\`: ${message}`,
  );
  throw new OperationalError(
    `The options of \`${call}\` do not fit. ${faults.join('; ')}.`,
    'Correct them; the types of the package say what it takes.',
  );
}

/**
 * A locale that a script named, as a BCP 47 tag.
 * @throws {OperationalError} Where it is none; `option` is what it was given as.
 */
export function readLocale(given: string, option: string): string {
  const locale = localeTagOf(given);
  if (locale !== undefined) return locale;
  throw new OperationalError(
    `\`${option}: '${given}'\` is not a locale.`,
    'Give a BCP 47 tag such as sv-SE, zh-Hans or pt-BR.',
  );
}
