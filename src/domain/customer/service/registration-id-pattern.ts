import { registrationIdRules } from '../registration-ids.ts';

/**
 * The regular expression that error 600050 would name for a country.
 *
 * Documented is that it names one, and that of Azerbaijan. The others are inferred from the documented numbers of digits,
 * or from the rule that only letters and digits are allowed.
 * @example registrationIdPattern('AZ') // => '^(\\d{7}|\\d{10})$'
 */
export function registrationIdPattern(country: string): string {
  const digits = registrationIdRules[country]?.digits ?? [];
  if (digits.length === 0) return '^[0-9A-Za-z]+$';
  const lengths = digits.map((length) => `\\d{${length}}`);
  return lengths.length === 1 ? `^${lengths[0]}$` : `^(${lengths.join('|')})$`;
}
