import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import words from '../../../../locales/en-US/service.json' with { type: 'json' };
import { customerOf } from '../../../../src/domain/customer/customers/practice-customer.ts';
import { findIssues } from '../../../../src/domain/customer/find-issues.ts';
import { goOn } from '../../../../src/domain/customer/form-moves.ts';
import { type FormState, initialState } from '../../../../src/domain/customer/form-state.ts';
import { questionStages } from '../../../../src/domain/customer/questions.ts';
import { registrationIdRules } from '../../../../src/domain/customer/registration-ids.ts';
import { createdCustomerBody } from '../../../../src/domain/customer/service/created-customer.ts';
import { findRefusal } from '../../../../src/domain/customer/service/find-refusal.ts';
import {
  type RefusalId,
  refusalIds,
  refusalRules,
  refusals,
} from '../../../../src/domain/customer/service/refusals.ts';
import { registrationIdPattern } from '../../../../src/domain/customer/service/registration-id-pattern.ts';
import { rehearsalsFor } from '../../../../src/domain/customer/service/rehearsals.ts';
import { serviceRequests } from '../../../../src/domain/customer/service/requests.ts';
import { isRefused, submitCustomer } from '../../../../src/domain/customer/service/submit-customer.ts';
import type { CustomerValues } from '../../../../src/domain/customer/values.ts';
import { completeValues, context } from '../answers.ts';

const atReview: FormState = { ...initialState, stage: 'review', values: completeValues };
const swedish: CustomerValues = {
  ...completeValues,
  partnerType: 'indirectProvider',
  country: 'SE',
  reseller: 'fjallvind',
  additionalResellers: ['4100544'],
  offers: ['officeSmall'],
  licences: { officeSmall: '12' },
  terms: { officeSmall: 'P1M-monthly' },
};

describe('by itself the service', () => {
  test.each([completeValues, swedish])('accepts what the form lets through', (values) => {
    expect(questionStages.flatMap((stage) => findIssues(stage, values, context))).toEqual([]);
    const answered = submitCustomer({ ...atReview, values });
    expect(answered.refusal).toBeNull();
    expect(goOn(answered, context).stage).toBe('confirmation');
  });

  test.each<[RefusalId, Partial<CustomerValues>]>([
    ['registrationIdMissing', { registrationId: ' - ' }],
    ['registrationIdWrong', { registrationId: '1002345' }],
    ['registrationIdWrong', { country: 'SE', registrationId: '55_66' }],
    ['phoneMissing', { phone: '' }],
    ['resellerNotFound', { partnerType: 'indirectProvider', reseller: '' }],
    ['mpnNotNumeric', { ...swedish, additionalResellers: ['41O0544'] }],
    ['quantityOutside', { ...swedish, licences: { officeSmall: '301' } }],
    ['quantityOutside', { ...swedish, licences: {} }],
    ['offerNotForCustomer', { offers: ['campus'], licences: { campus: '10' } }],
  ])('refuses with %s what the form would not let through', (refusal, changes) => {
    const values = { ...completeValues, ...changes };
    expect(findRefusal(values, [])).toBe(refusal);
    expect(submitCustomer({ ...atReview, values }).refusal?.refusal).toBe(refusal);
    expect(questionStages.flatMap((stage) => findIssues(stage, values, context))).not.toEqual([]);
  });

  test('knows a registration ID that is missing only where one is required', () => {
    expect(
      findRefusal({ ...completeValues, country: 'SE', registrationId: '', phone: '' }, []),
    ).toBeUndefined();
  });
});

test.each<[RefusalId | undefined, Partial<CustomerValues>]>([
  ['domainTaken', { country: 'SE' }],
  ['existingCustomer', { domain: 'norrskenbageri', companyName: 'Norrsken Bageri' }],
  [undefined, { domain: 'norrskenbageri', registrationId: '200345678' }],
])('with a customer that is there the service answers %s to %j', (refusal, changes) => {
  const there = customerOf(completeValues, '3f0c2f9e-6d2a-4a53-9d43-0d5e1b7a11c2', context.today);
  const values = { ...completeValues, ...changes };
  expect(submitCustomer({ ...atReview, values }, [there]).refusal?.refusal).toBe(refusal);
});

describe('a rehearsed refusal', () => {
  const refused = submitCustomer({ ...atReview, wish: 'domainTaken' });

  test('is answered once it is wished for, and changes no answer', () => {
    expect(refused.refusal?.refusal).toBe('domainTaken');
    expect(refused.wish).toBe('');
    expect(refused.values).toBe(completeValues);
    expect(isRefused(refused)).toBe(true);
  });

  test('is answered again as long as the answer it is about stays', () => {
    const again = submitCustomer({ ...refused, values: { ...completeValues, city: 'Brest' } });
    expect(again.refusal?.refusal).toBe('domainTaken');
  });

  test('is over once that answer is another', () => {
    const mended = { ...refused, values: { ...completeValues, domain: 'norrskenbageri' } };
    expect(isRefused(mended)).toBe(false);
    expect(submitCustomer(mended).refusal).toBeNull();
  });

  test('is over once the partner wants to be accepted', () => {
    expect(submitCustomer({ ...refused, wish: 'accepted' }).refusal).toBeNull();
  });

  test('about no answer is over the next time', () => {
    const held = submitCustomer({ ...atReview, wish: 'underReview' });
    expect(held.refusal?.refusal).toBe('underReview');
    expect(submitCustomer(held).refusal).toBeNull();
  });

  test('that does not fit the customer is not answered', () => {
    expect(submitCustomer({ ...atReview, wish: 'mpnUnsigned' }).refusal).toBeNull();
  });

  test('can be had for every customer, whatever else fits', () => {
    fc.assert(
      fc.property(fc.constantFrom(completeValues, swedish), fc.nat(), (values, any) => {
        const fitting = rehearsalsFor(values);
        const wish = fitting[any % fitting.length] ?? '';
        const answered = submitCustomer({ ...atReview, values, wish });
        expect(answered.refusal?.refusal).toBe(wish);
      }),
    );
  });
});

describe('what can be rehearsed', () => {
  test('for a direct bill partner leaves resellers out', () => {
    expect(rehearsalsFor(completeValues)).toEqual([
      'domainTaken',
      'existingCustomer',
      'countryNotSupported',
      'countryNotOnboarded',
      'registrationIdWrong',
      'addressInvalid',
      'notAllowed',
      'agreementRepeated',
      'customerLimit',
      'offerNotInCountry',
      'underReview',
      'notApproved',
    ]);
  });

  test('for an indirect provider with additional resellers has their check', () => {
    expect(rehearsalsFor(swedish)).toEqual(
      expect.arrayContaining(['resellerNotFound', 'resellerUnsigned', 'mpnInvalid', 'quantityOutside']),
    );
    expect(rehearsalsFor({ ...swedish, country: 'BY' })).not.toContain('mpnInvalid');
  });

  test('depends on the answers', () => {
    const withoutOffers = rehearsalsFor({ ...swedish, offers: [] });
    expect(withoutOffers.filter((id) => refusals[id].request === 'order')).toEqual([]);
    const government = { ...completeValues, specialQualifications: 'governmentCommunityCloud' as const };
    expect(rehearsalsFor({ ...government, country: 'US' })).toContain('validationCodeRefused');
    expect(rehearsalsFor(government)).not.toContain('validationCodeRefused');
    const invited = { ...swedish, agreement: 'invited' as const };
    expect(rehearsalsFor(invited)).toContain('agreementMissing');
    expect(rehearsalsFor(invited)).not.toContain('agreementRepeated');
    expect(rehearsalsFor({ ...swedish, registrationId: '' })).not.toContain('registrationIdUnsupported');
  });
});

test('the pattern of a registration ID is that of its documented digits', () => {
  expect(registrationIdPattern('AZ')).toBe('^(\\d{7}|\\d{10})$');
  expect(registrationIdPattern('BY')).toBe('^\\d{9}$');
  expect(registrationIdPattern('BR')).toBe('^[0-9A-Za-z]+$');
  for (const [country, { digits }] of Object.entries(registrationIdRules)) {
    const pattern = new RegExp(registrationIdPattern(country));
    expect(digits.every((length) => pattern.test('1'.repeat(length)))).toBe(true);
    expect(pattern.test('100-2')).toBe(false);
  }
});

test('the answer that accepts has the documented shape', () => {
  const credentials = {
    adminUser: 'admin@norrskenbakery.onmicrosoft.com',
    password: 'p',
    customerId: '3f0c2f9e-6d2a-4a53-9d43-0d5e1b7a11c2',
  };
  expect(createdCustomerBody(completeValues, credentials)).toEqual({
    id: credentials.customerId,
    companyProfile: {
      tenantId: credentials.customerId,
      domain: 'norrskenbakery.onmicrosoft.com',
      companyName: 'Norrsken Bakery Supplies',
      organizationRegistrationNumber: '100234567',
    },
    billingProfile: {
      email: 'anna.lind@norrsken-bakery.example',
      culture: 'be-BY',
      language: 'be',
      companyName: 'Norrsken Bakery Supplies',
      defaultAddress: {
        firstName: 'Anna',
        lastName: 'Lind',
        addressLine1: 'Zavodskaya 12',
        city: 'Minsk',
        postalCode: '220030',
        country: 'BY',
        phoneNumber: '+375291234567',
      },
    },
    relationshipToPartner: 'none',
    userCredentials: { userName: 'admin', password: 'p' },
  });
  expect(createdCustomerBody(swedish, credentials).associatedPartnerId).toMatch(/^[0-9a-f-]{36}$/);
});

test('every refusal has words, and a doubt where it is doubtful', () => {
  expect(Object.keys(words.refusals)).toEqual(refusalIds);
  expect(Object.keys(words.requests)).toEqual(Object.keys(serviceRequests));
  for (const [id, texts] of Object.entries(words.refusals)) {
    const isDoubtful = 'isDoubtful' in refusals[id as RefusalId];
    expect([id, 'doubt' in texts]).toEqual([id, isDoubtful]);
  }
});

test('every refusal leads to a rule of the guide', () => {
  expect(Object.keys(refusalRules)).toEqual(refusalIds);
  const page = readFileSync(
    new URL('../../../../content/en-US/add-a-new-customer.mdx', import.meta.url),
    'utf8',
  );
  expect(refusalIds.filter((id) => !page.includes(`{/* #${refusalRules[id]} */}`))).toEqual([]);
});
