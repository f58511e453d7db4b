import { describe, expect, test } from 'vitest';
import { countryCodes } from '../../../src/domain/customer/countries.ts';
import { registrationIdRules } from '../../../src/domain/customer/registration-ids.ts';
import { loadFinder } from '../../../src/domain/customer/remarks/load-finder.ts';

const onRegistrationId = await loadFinder('registrationId');
const onPhone = await loadFinder('phone');

/**
 * Invented numbers whose check digits were computed from the public specifications, not with the library. Each has its
 * only check digit last, or, where that differs, the place of one is given.
 */
const fitting: readonly {
  readonly country: string;
  readonly name: string;
  readonly typed: string;
  readonly checkedAt?: number;
}[] = [
  { country: 'BY', name: 'УНП', typed: '100-234 568' },
  { country: 'BY', name: 'УНП', typed: '291550033' },
  { country: 'BR', name: 'CNPJ', typed: '20.304.050/0001-70' },
  { country: 'BR', name: 'CNPJ', typed: 'n0.rrs.ken/0001-85' },
  { country: 'HU', name: 'TIN (adószám)', typed: '23456787-2-42', checkedAt: 7 },
  { country: 'MD', name: 'IDNO', typed: '1003600012344' },
  { country: 'PL', name: 'TIN (NIP)', typed: '526-123-45-67' },
  { country: 'PL', name: 'TIN (NIP)', typed: '712 345 67 87' },
  { country: 'PL', name: 'PESEL', typed: '85071501238' },
  { country: 'RU', name: 'ИНН', typed: '7701234560' },
  { country: 'RU', name: 'ИНН', typed: '770123456703' },
  { country: 'TH', name: 'TIN', typed: '0-1055-56123-45-3' },
  { country: 'TH', name: 'TIN', typed: '3-1006-00123-45-0' },
  { country: 'TR', name: 'TIN (VKN)', typed: '1234567890' },
  { country: 'TR', name: 'TIN (VKN)', typed: '4470123451' },
  { country: 'TR', name: 'NIN (T.C. Kimlik No.)', typed: '10203040550' },
  { country: 'UA', name: 'EDRPOU', typed: '20456788' },
  { country: 'UA', name: 'EDRPOU', typed: '37456784' },
  // The first row of weights gives ten here, and the second is taken.
  { country: 'UA', name: 'EDRPOU', typed: '30000119' },
  { country: 'VE', name: 'RIF', typed: 'J-30456789-8' },
  { country: 'VE', name: 'RIF', typed: 'g-20000123-2' },
  { country: 'VN', name: 'TIN (MST)', typed: '0102345677' },
  { country: 'VN', name: 'TIN (MST)', typed: '0312345673-001', checkedAt: 9 },
];

describe('the check digit of a registration ID', () => {
  test.each(fitting)('fits in $typed ($country)', ({ country, typed }) => {
    expect(onRegistrationId(typed, country)).toBeUndefined();
  });

  test.each(fitting)('does not fit in $typed ($country) with another digit there', (number) => {
    const { country, name, typed, checkedAt } = number;
    const places = [...typed.matchAll(/[0-9a-z]/giu)].map(({ index }) => index);
    const place = places.at(checkedAt ?? -1) ?? 0;
    for (let digit = 0; digit < 10; digit += 1) {
      if (typed[place] === String(digit)) continue;
      const changed = typed.slice(0, place) + digit + typed.slice(place + 1);
      expect(onRegistrationId(changed, country)).toEqual({ kind: 'checkDigit', name });
    }
  });

  test('is found in digits of every script, and in full-width ones', () => {
    expect(onRegistrationId('１００-２３４-５６７', 'BY')).toEqual({ kind: 'checkDigit', name: 'УНП' });
    expect(onRegistrationId('۱۰۰۲۳۴۵۶۸', 'BY')).toBeUndefined();
  });

  test.each([
    { country: 'RU', typed: '770123456', why: 'nine digits are no ИНН, though documented' },
    { country: 'MD', typed: '2003600012349', why: 'a person has an IDNP' },
    { country: 'MD', typed: '1234567', why: 'older numbers have no check digit' },
    { country: 'UA', typed: '1234567890', why: 'ten digits are the number of a person' },
    { country: 'HU', typed: '1234567890', why: 'ten digits are no adószám' },
    { country: 'PL', typed: '123456789', why: 'nine digits are neither NIP nor PESEL' },
    { country: 'VE', typed: '304567890', why: 'without its letter a RIF cannot be checked' },
    { country: 'VE', typed: 'C304567890', why: 'the value of this letter is not known' },
    { country: 'BR', typed: '12345678901', why: 'eleven digits are no CNPJ' },
    { country: 'ZA', typed: '1234567890', why: 'TRN may mean several numbers' },
    { country: 'IN', typed: 'ABCDE1234F', why: 'the last letter of a PAN follows no public rule' },
    { country: 'SE', typed: '5561234567', why: 'no name is documented there' },
    { country: '', typed: '100234567', why: 'no country is chosen' },
  ])('says nothing about $typed in "$country": $why', ({ country, typed }) => {
    expect(onRegistrationId(typed, country)).toBeUndefined();
  });

  test.each([
    { country: 'BY', typed: '1002345' },
    { country: 'BY', typed: 'AB0234567' },
    { country: 'BR', typed: '20.304.050/0001-7?' },
    { country: 'BR', typed: '' },
  ])('says nothing where a documented rule speaks: "$typed" in $country', ({ country, typed }) => {
    expect(onRegistrationId(typed, country)).toBeUndefined();
  });

  test('is looked for in none but listed countries, by a name that holds the documented one', () => {
    for (const { country, name } of fitting) {
      const documented = registrationIdRules[country]?.name.split(/[,/]\s*/u) ?? [];
      expect(documented.some((part) => name.startsWith(part))).toBe(true);
    }
  });
});

describe('a phone number', () => {
  test.each([
    { country: 'BY', typed: '8 (029) 123-45-67', number: '+375 29 123 45 67' },
    { country: 'BY', typed: '375291234567', number: '+375 29 123 45 67' },
    { country: 'BR', typed: '(11) 98966-1259', number: '+55 11 98966 1259' },
    { country: 'PL', typed: '22 123 45 67', number: '+48 22 123 45 67' },
    { country: 'SE', typed: '08-123 456 78', number: '+46 8 123 456 78' },
    { country: 'US', typed: '(425) 555-0100', number: '+1 425 555 0100' },
    { country: 'AE', typed: '٠٤ ٢١٢ ٣٤٥٦', number: '+971 4 212 3456' },
    { country: 'IT', typed: '06 1234 5678', number: '+39 06 1234 5678' },
  ])('typed as $typed in $country is shown as it is written from abroad', ({ country, typed, number }) => {
    expect(onPhone(typed, country)).toEqual({ kind: 'international', number });
  });

  test.each([
    { country: 'BY', typed: '12 34 56 78' },
    { country: 'BY', typed: '+375 29 123-45-6' },
    { country: 'PL', typed: '010 234 56 78' },
    { country: 'US', typed: '(123) 555-0100' },
    { country: 'BY', typed: '+999 12 345 67 89' },
  ])('$typed is told to be none of $country', ({ country, typed }) => {
    expect(onPhone(typed, country)).toEqual({ kind: 'unknownPhone' });
  });

  test.each([
    { country: 'BY', typed: '+46 8 123 456 78' },
    { country: 'SE', typed: '0045 32 12 34 56' },
  ])('$typed has not the country code of $country', ({ country, typed }) => {
    expect(onPhone(typed, country)).toEqual({ kind: 'otherCountryCode' });
  });

  test.each([
    { country: 'BY', typed: '+375 (29) 123-45-67', why: 'it has its country code' },
    { country: 'SE', typed: '0046 8 123 456 78', why: 'it has its country code' },
    { country: 'RU', typed: '+7 701 123 45 67', why: 'Russia and Kazakhstan share a country code' },
    { country: 'BY', typed: '12', why: 'a documented rule speaks already' },
    { country: 'BY', typed: '', why: 'there is no answer' },
    { country: '', typed: '12 34 56 78', why: 'no country is chosen' },
    { country: 'AQ', typed: '12 34 56 78', why: 'the country has no numbering plan of its own' },
  ])('nothing is said about "$typed" in "$country": $why', ({ country, typed }) => {
    expect(onPhone(typed, country)).toBeUndefined();
  });

  test('of any country and any text throws nothing', () => {
    for (const country of countryCodes)
      for (const typed of ['+', '00', '0000000', '+0000000', '٠٠٠٠٠٠٠٠', '999999999999999', '+1', 'a1234567'])
        expect(() => [onPhone(typed, country), onRegistrationId(typed, country)]).not.toThrow();
  });
});
