import { describe, expect, test } from 'vitest';
import { agreementDateFault, toIsoDate } from '../../../src/domain/customer/agreement-date.ts';
import { domainPrefixFault, toDomainPrefix } from '../../../src/domain/customer/domain-prefix.ts';
import { emailFault } from '../../../src/domain/customer/email.ts';
import { personNameFault } from '../../../src/domain/customer/person-name.ts';
import { phoneFault, toPhoneNumber } from '../../../src/domain/customer/phone.ts';
import { isPostalCode } from '../../../src/domain/customer/postal-code.ts';

describe('a phone number', () => {
  test.each([
    ['+55(11)989661259', 'BR'],
    ['٠٧٩٠ ١٢٣ ٤٥٦٧', 'IQ'],
    ['＋３７５（２９）１２３－４５－６７', 'BY'],
    ['00375 29 123 45 67', 'BY'],
    ['123 4567', 'SE'],
    ['1 (425) 555-0100', 'US'],
    ['+1 425.555.0100', 'US'],
    ['425/555/0100', 'US'],
  ])('can be written as %s in %s', (phone, country) => {
    expect(phoneFault(phone, country)).toBeUndefined();
  });

  test.each([
    ['123456', 'SE', 'format'],
    ['1234567890123456', 'SE', 'format'],
    ['call Anna', 'SE', 'format'],
    ['+46+701234567', 'SE', 'format'],
    ['555-0100', 'US', 'unitedStates'],
    ['+46 70 123 45 67', 'US', 'unitedStates'],
  ])('cannot be %s in %s', (phone, country, fault) => {
    expect(phoneFault(phone, country)).toBe(fault);
  });

  test('is shown without separators', () => {
    expect(toPhoneNumber('0046 (70) 123-45 67')).toBe('+46701234567');
  });
});

describe('an e-mail address', () => {
  const inBusiness = { education: false };
  test.each([
    'anna.lind@norrsken-bakery.example',
    "o'neil+orders@mail.bakery.co.example",
    'анна@пекарня.рф',
    'anna@norrsken.xn--p1ai',
    ' anna@norrsken.example\u200b',
    'anna@microsoft.community',
  ])('can be %s', (email) => {
    expect(emailFault(email, inBusiness)).toBeUndefined();
  });

  test.each([
    'anna',
    '@norrsken.example',
    'anna@norrsken',
    'anna lind@norrsken.example',
    'anna..lind@norrsken.example',
    'anna@-norrsken.example',
    'anna@norrsken..example',
    'a@b@norrsken.example, other',
  ])('cannot be %s', (email) => {
    expect(emailFault(email, inBusiness)).toBe('format');
  });

  test("is not one of Microsoft's", () => {
    expect(emailFault('Anna@MICROSOFT.com', inBusiness)).toBe('microsoft');
  });

  test('is the school’s own for an education customer', () => {
    expect(emailFault('anna@gmail.com', { education: true })).toBe('education');
    expect(emailFault('anna@school.onmicrosoft.com', { education: true })).toBe('education');
    expect(emailFault('anna@gmail.com', inBusiness)).toBeUndefined();
    expect(emailFault('anna@onmicrosoft.com', { education: true })).toBe('education');
    expect(emailFault('anna@skolan.example', { education: true })).toBeUndefined();
    expect(emailFault('anna@skolanonmicrosoft.com', { education: true })).toBeUndefined();
  });
});

describe('a contact’s name', () => {
  const whole = { initial: false };
  test.each(['Anna', 'Ng', '李', "O'Neil-Lindström", 'Иван', 'Adminov', 'Tester', 'Jean Luc'])(
    'can be %s',
    (name) => {
      expect(personNameFault(name, whole)).toBeUndefined();
    },
  );

  test.each([
    ['K', 'singleCharacter'],
    ['Я', 'singleCharacter'],
    ['Test', 'placeholder'],
    ['nobody', 'placeholder'],
    ['测试', 'placeholder'],
    ['Test1', 'placeholder'],
    ['Admin.', 'placeholder'],
    ['12', 'noLetters'],
    ['🙂🙂', 'noLetters'],
    ['?', 'noLetters'],
    ['n'.repeat(41), 'tooLong'],
  ])('cannot be %s', (name, fault) => {
    expect(personNameFault(name, whole)).toBe(fault);
  });

  test('can be an initial in the middle', () => {
    expect(personNameFault('K', { initial: true })).toBeUndefined();
  });
});

describe('a domain prefix', () => {
  test('is read without its suffix and in lower case', () => {
    expect(toDomainPrefix('Norrsken.OnMicrosoft.com ')).toBe('norrsken');
  });

  test.each([
    ['norrsken2', undefined],
    ['norrsken bakery', 'format'],
    ['norrsken-bakery', 'format'],
    ['пекарня', 'format'],
    ['n'.repeat(27), undefined],
    ['n'.repeat(28), 'tooLong'],
  ])('%s has the fault %s', (prefix, fault) => {
    expect(domainPrefixFault(prefix)).toBe(fault);
  });
});

describe('a postal code', () => {
  test.each([
    ['98052', 'US', true],
    ['98052-6399', 'US', true],
    ['９８０５２ 6399', 'US', true],
    ['9805', 'US', false],
    ['1000-001', 'PT', true],
    ['1000', 'PT', true],
    ['1000-01', 'PT', false],
    ['K1A 0B1', 'CA', true],
  ])('%s in %s is right: %s', (code, country, isRight) => {
    expect(isPostalCode(code, country)).toBe(isRight);
  });
});

describe('an acceptance date', () => {
  test('can be today and not tomorrow', () => {
    expect(agreementDateFault({ year: '2026', month: '11', day: '21' }, '2026-11-21')).toBeUndefined();
    expect(agreementDateFault({ year: '2026', month: '11', day: '22' }, '2026-11-21')).toBe('future');
  });

  test('is a day of the calendar', () => {
    expect(toIsoDate({ year: '2024', month: '2', day: '29' })).toBe('2024-02-29');
    expect(agreementDateFault({ year: '2026', month: '2', day: '29' }, '2026-11-21')).toBe('invalid');
    expect(agreementDateFault({ year: '26', month: '2', day: '1' }, '2026-11-21')).toBe('invalid');
    expect(agreementDateFault({ year: '0026', month: '2', day: '1' }, '2026-11-21')).toBe('invalid');
    expect(agreementDateFault({ year: '2026', month: '', day: '1' }, '2026-11-21')).toBe('invalid');
    expect(agreementDateFault({ year: '', month: ' ', day: '' }, '2026-11-21')).toBe('missing');
  });
});
