import { toCode } from './normalise.ts';

/** What is known about the company registration ID of a country. */
export interface RegistrationIdRule {
  /** What the ID is called there: an official name or abbreviation, the same in every language of the form. */
  readonly name: string;
  /** How many digits it may have, or none if the documentation does not say. */
  readonly digits: readonly number[];
}

/**
 * The 24 countries whose customers must have a company registration ID and a phone number.
 *
 * Names: Partner Center documentation, "Registration ID number information", May 2021. Digits: its announcement of
 * November 2020, which covers the first eleven. For the other thirteen no length is documented and no checksum for any,
 * so any letters and digits are accepted there.
 */
export const registrationIdRules: Readonly<Record<string, RegistrationIdRule>> = {
  AM: { name: 'УНН/NZOU/НЗОУ/հանրային ծառայության համարանիշը', digits: [8, 10] },
  AZ: { name: 'ИНН/VOEN/ПИК', digits: [7, 10] },
  BY: { name: 'УНП', digits: [9] },
  HU: { name: 'TIN', digits: [10, 11] },
  KZ: { name: 'БИН/ИИН', digits: [12] },
  KG: { name: 'ИНН', digits: [14] },
  MD: { name: 'IDNO/IDNP', digits: [6, 7, 8, 13] },
  RU: { name: 'ИНН', digits: [9, 10, 12] },
  TJ: { name: 'ИНН/ЕИН/КПП', digits: [9, 10, 12] },
  UZ: { name: 'INN', digits: [9] },
  UA: { name: 'EGRPOU/EDRPOU', digits: [8, 10, 12] },
  BR: { name: 'CNPJ', digits: [] },
  IN: { name: 'Tax ID, PAN', digits: [] },
  IQ: { name: 'TIN', digits: [] },
  MM: { name: 'TIN', digits: [] },
  SA: { name: 'TIN', digits: [] },
  SS: { name: 'TIN', digits: [] },
  TH: { name: 'TIN', digits: [] },
  VN: { name: 'TIN', digits: [] },
  PL: { name: 'TIN, PESEL', digits: [] },
  ZA: { name: 'TRN', digits: [] },
  TR: { name: 'TIN, NIN', digits: [] },
  AE: { name: 'Tax ID, VAT number', digits: [] },
  VE: { name: 'RIF', digits: [] },
};

/**
 * True when a customer in `country` must have a company registration ID and a phone number. Elsewhere both are optional.
 * Documented: "Add a new customer", September 2021 to January 2023.
 * @example requiresRegistrationId('BY') // => true
 */
export function requiresRegistrationId(country: string): boolean {
  return Object.hasOwn(registrationIdRules, country);
}

/**
 * What is wrong with a registration ID that is not empty, or `undefined`. Separators do not count.
 * @example registrationIdFault('100-234-567', 'BY') // => undefined
 * @example registrationIdFault('1002345', 'BY') // => 'digits'
 */
export function registrationIdFault(typed: string, country: string): 'digits' | 'characters' | undefined {
  const code = toCode(typed);
  const digits = registrationIdRules[country]?.digits ?? [];
  if (digits.length > 0) return /^\d+$/u.test(code) && digits.includes(code.length) ? undefined : 'digits';
  return /^[0-9a-z]+$/iu.test(code) ? undefined : 'characters';
}
