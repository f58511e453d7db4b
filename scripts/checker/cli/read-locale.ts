import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { OperationalError } from '../operational-error.ts';

/**
 * The BCP 47 tag of a locale that `--locale` names.
 * @throws {OperationalError} For what is none.
 */
export function readLocale(given: string): string {
  const locale = localeTagOf(given);
  if (locale !== undefined) return locale;
  throw new OperationalError(
    `\`--locale ${given}\` is not a locale.`,
    'Give a BCP 47 tag such as sv-SE, zh-Hans or pt-BR.',
  );
}
