import { toAscii } from './normalise.ts';

/**
 * The fewest and most digits of a phone number with its country code. The upper end is that of E.164, the lower is
 * general knowledge; the documentation has a rule of its own only for the United States.
 */
export const phoneDigits = { min: 7, max: 15 } as const;

/**
 * A phone number as one run of digits, with a leading + if it had one or began with 00.
 * @example toPhoneNumber('+55 (11) 98966-1259') // => '+5511989661259'
 */
export function toPhoneNumber(typed: string): string {
  return toAscii(typed)
    .replace(/[\s\-‐-―−./()[\]]/gu, '')
    .replace(/^00/u, '+');
}

/**
 * What is wrong with a phone number that is not empty, or `undefined`. However it is grouped, only its digits count.
 *
 * United States: the documented pattern, ten digits with an optional 1 before them, after separators are gone.
 * @example phoneFault('(425) 555-0100', 'US') // => undefined
 */
export function phoneFault(typed: string, country: string): 'format' | 'unitedStates' | undefined {
  const number = toPhoneNumber(typed);
  if (country === 'US') return /^\+?1?\d{10}$/u.test(number) ? undefined : 'unitedStates';
  const { min, max } = phoneDigits;
  const digits = number.replace(/^\+/u, '');
  return /^\d+$/u.test(digits) && digits.length >= min && digits.length <= max ? undefined : 'format';
}
