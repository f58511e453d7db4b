import { toCode } from './normalise.ts';
import { type CustomerValues, type Qualification, qualifications } from './values.ts';

/** The most digits of a validation code. Inferred: it is documented as a 32-bit number, whose largest has ten digits. */
export const validationCodeLimit = 10;

/**
 * The qualifications that a customer in the country can have. Documented ("Sell Office 365 Government GCC for CSP", 2020):
 * Government Community Cloud is for customers in the United States.
 * @example qualificationsIn('SE') // => ['none', 'education']
 */
export function qualificationsIn(country: string): readonly Qualification[] {
  return qualifications.filter((id) => id !== 'governmentCommunityCloud' || country === 'US');
}

/**
 * True when the qualification needs a validation code. One that was typed before stays with the answers, and is sent only
 * where it is asked for.
 * @example asksValidationCode({ country: 'US', specialQualifications: 'education' }) // => false
 */
export function asksValidationCode({
  country,
  specialQualifications,
}: Pick<CustomerValues, 'country' | 'specialQualifications'>): boolean {
  return specialQualifications === 'governmentCommunityCloud' && country === 'US';
}

/**
 * True when what was typed has the form of a validation code. Documented ("Get a partner's validation codes", 2018): it
 * is a number, such as 12345 and 987654 in the samples.
 * @example isValidationCode('98 7654') // => true
 */
export function isValidationCode(typed: string): boolean {
  const code = toCode(typed);
  return /^\d+$/u.test(code) && code.length <= validationCodeLimit;
}
