import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Remark } from './remark.ts';

/**
 * What is to be noticed about a phone number of a customer in `country`, or `undefined`: silent about one that fits and
 * has its country code, for there is nothing to add.
 *
 * It tells numbers by their lengths and first digits, as the numbering plans were when the library was made.
 * @param number as `toPhoneNumber` gives it
 * @example remarkOnNumber('80291234567', 'BY') // => { kind: 'international', number: '+375 29 123 45 67' }
 * @example remarkOnNumber('12345678', 'BY') // => { kind: 'unknownPhone' }
 */
export function remarkOnNumber(number: string, country: string): Remark | undefined {
  if (!isSupportedCountry(country)) return undefined;
  const found = parsePhoneNumberFromString(number, country);
  if (found === undefined) return { kind: 'unknownPhone' };
  if (found.countryCallingCode !== getCountryCallingCode(country)) return { kind: 'otherCountryCode' };
  if (!found.isValid()) return { kind: 'unknownPhone' };
  if (number.startsWith('+')) return undefined;
  return { kind: 'international', number: found.formatInternational() };
}
