import { toCode } from '../normalise.ts';
import { phoneFault, toPhoneNumber } from '../phone.ts';
import { registrationIdFault } from '../registration-ids.ts';
import { remarkOnPostalCode } from './postal-code-remark.ts';
import type { Remark } from './remark.ts';

/** An answer about which there may be something to notice. */
export type RemarkedFieldId = 'registrationId' | 'phone' | 'agreementPhone' | 'postalCode';

/** What is to be noticed about an answer as it was typed, for a customer in `country`, or `undefined`. */
export type FindRemark = (typed: string, country: string) => Remark | undefined;

/**
 * Loads what finds remarks on a field. For IDs and phone numbers it weighs as much as the form itself, so nothing else may
 * import it; postal codes are at hand, for the form shows examples of them. Where a documented rule speaks already, the
 * finder is silent.
 * @throws what `import()` throws if the code cannot be loaded
 * @example (await loadFinder('registrationId'))('100-234-567', 'BY') // => { kind: 'checkDigit', name: 'УНП' }
 */
export async function loadFinder(field: RemarkedFieldId): Promise<FindRemark> {
  if (field === 'registrationId') {
    const { remarkOnCode } = await import('./registration-id-remark.ts');
    return (typed, country) =>
      registrationIdFault(typed, country) === undefined ? remarkOnCode(toCode(typed), country) : undefined;
  }
  if (field === 'postalCode') return remarkOnPostalCode;
  const { remarkOnNumber } = await import('./phone-remark.ts');
  return (typed, country) =>
    phoneFault(typed, country) === undefined ? remarkOnNumber(toPhoneNumber(typed), country) : undefined;
}
