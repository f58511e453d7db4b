import { validate as validateCnpj } from 'stdnum/lib/esm/br/cnpj.js';
import { validate as validateUnp } from 'stdnum/lib/esm/by/unp.js';
import { InvalidChecksum } from 'stdnum/lib/esm/exceptions.js';
import { validate as validateAnum } from 'stdnum/lib/esm/hu/anum.js';
import { validate as validateIdno } from 'stdnum/lib/esm/md/idno.js';
import { validate as validateNip } from 'stdnum/lib/esm/pl/nip.js';
import { validate as validatePesel } from 'stdnum/lib/esm/pl/pesel.js';
import { validate as validateInn } from 'stdnum/lib/esm/ru/inn.js';
import { validate as validateIdnr } from 'stdnum/lib/esm/th/idnr.js';
import { validate as validateMoa } from 'stdnum/lib/esm/th/moa.js';
import { validate as validateKimlik } from 'stdnum/lib/esm/tr/tckimlik.js';
import { validate as validateVkn } from 'stdnum/lib/esm/tr/vkn.js';
import type { ValidateReturn } from 'stdnum/lib/esm/types.js';
import { validate as validateEdrpou } from 'stdnum/lib/esm/ua/edrpou.js';
import { validate as validateRif } from 'stdnum/lib/esm/ve/rif.js';
import { validate as validateMst } from 'stdnum/lib/esm/vn/mst.js';
import type { Remark } from './remark.ts';

/** A national number with a public check digit. */
interface CheckedNumber {
  /** What it is called, the documented name first; the same in every language of the form. */
  readonly name: string;
  /** How it is told from the country's other numbers. A group, if there is one, is the part that is checked. */
  readonly form: RegExp;
  readonly validate: (code: string) => ValidateReturn;
}

/**
 * The numbers that the documented name of a country's registration ID means beyond doubt and whose check digit is public.
 *
 * The other countries have no public check digit, or none that the library knows, or (South Africa) a name that may mean
 * several numbers. That the TIN of a company is the NIP in Poland, the VKN in Türkiye, the MST in Viet Nam, and the
 * adószám in Hungary, whose first eight digits have a check digit of their own, is general knowledge.
 */
const checkedNumbers: Readonly<Record<string, readonly CheckedNumber[]>> = {
  BY: [{ name: 'УНП', form: /^\d{9}$/u, validate: validateUnp }],
  // Letters among the first twelve are new in 2026; the check digits stay digits.
  BR: [{ name: 'CNPJ', form: /^[0-9A-Z]{12}\d{2}$/u, validate: validateCnpj }],
  HU: [{ name: 'TIN (adószám)', form: /^(\d{8})\d{3}$/u, validate: validateAnum }],
  // Persons have numbers of the same length that begin otherwise.
  MD: [{ name: 'IDNO', form: /^1\d{12}$/u, validate: validateIdno }],
  PL: [
    { name: 'TIN (NIP)', form: /^\d{10}$/u, validate: validateNip },
    { name: 'PESEL', form: /^\d{11}$/u, validate: validatePesel },
  ],
  RU: [{ name: 'ИНН', form: /^\d{10}(?:\d{2})?$/u, validate: validateInn }],
  TH: [
    { name: 'TIN', form: /^0\d{12}$/u, validate: validateMoa },
    { name: 'TIN', form: /^[1-8]\d{12}$/u, validate: validateIdnr },
  ],
  TR: [
    { name: 'TIN (VKN)', form: /^\d{10}$/u, validate: validateVkn },
    { name: 'NIN (T.C. Kimlik No.)', form: /^[1-9]\d{10}$/u, validate: validateKimlik },
  ],
  UA: [{ name: 'EDRPOU', form: /^\d{8}$/u, validate: validateEdrpou }],
  VE: [{ name: 'RIF', form: /^[A-Z]\d{9}$/u, validate: validateRif }],
  VN: [{ name: 'TIN (MST)', form: /^\d{10}(?:\d{3})?$/u, validate: validateMst }],
};

/**
 * What is to be noticed about a registration ID in `country`, or `undefined`: silent about every number that may be of
 * another kind.
 * @param code the ID as `toCode` gives it
 * @example remarkOnCode('100234568', 'BY') // => undefined
 * @example remarkOnCode('100234567', 'BY') // => { kind: 'checkDigit', name: 'УНП' }
 */
export function remarkOnCode(code: string, country: string): Remark | undefined {
  const inCapitals = code.toUpperCase();
  for (const { name, form, validate } of checkedNumbers[country] ?? []) {
    const found = form.exec(inCapitals);
    if (found === null) continue;
    const { error } = validate(found[1] ?? inCapitals);
    return error instanceof InvalidChecksum ? { kind: 'checkDigit', name } : undefined;
  }
  return undefined;
}
