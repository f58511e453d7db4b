import { toAscii, toCode } from './normalise.ts';

/** How a country's postal codes look. */
export interface PostalCodeRule {
  /** The code without separators. */
  readonly pattern: RegExp;
  /** Codes to show to whoever fills in the form. */
  readonly examples: readonly string[];
}

/** The two countries whose patterns are documented, by the recorded answers of the country rules service. */
const postalCodeRules: Readonly<Record<string, PostalCodeRule>> = {
  US: { pattern: /^\d{5}(?:\d{4})?$/u, examples: ['98052', '98052-6399'] },
  PT: { pattern: /^\d{4}(?:\d{3})?$/u, examples: ['1000', '1000-001'] },
};

/**
 * The rule for postal codes in `country`, or `undefined` where any code is accepted.
 * @example postalCodeRuleOf('PT')?.examples // => ['1000', '1000-001']
 */
export function postalCodeRuleOf(country: string): PostalCodeRule | undefined {
  return postalCodeRules[country];
}

/**
 * True when a postal code that is not empty is one of `country`, as far as its rule is known.
 * @example isPostalCode('98052 6399', 'US') // => true
 */
export function isPostalCode(typed: string, country: string): boolean {
  return postalCodeRuleOf(country)?.pattern.test(toCode(typed)) ?? true;
}

/**
 * A postal code as it is written on letters: without spaces around it, its letters in upper case. The spaces and hyphens
 * within it belong to it. General knowledge: all countries whose codes have letters write them so.
 * @example toPostalCode(' sw1a 1aa ') // => 'SW1A 1AA'
 */
export function toPostalCode(typed: string): string {
  return toAscii(typed).toUpperCase();
}
