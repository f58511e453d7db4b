import { expect, test } from 'vitest';
import { reviewRows } from '../../../src/domain/customer/review.ts';
import { completeValues } from './answers.ts';

const answersOf = (values: typeof completeValues) =>
  Object.fromEntries(reviewRows(values).map(({ field, answer }) => [field, answer]));

const namesIn = (nameOrder: 'givenFirst' | 'familyFirst') =>
  reviewRows(completeValues, nameOrder)
    .map(({ field }) => field)
    .filter((field) => field.endsWith('Name') && field !== 'companyName');

test('shows answers without separators, and what was not given', () => {
  expect(answersOf(completeValues)).toMatchObject({
    partnerType: { kind: 'option', option: 'directBillPartner' },
    country: { kind: 'country', country: 'BY' },
    registrationId: { kind: 'text', text: '100234567' },
    phone: { kind: 'text', text: '+375291234567' },
    addressLine2: { kind: 'nothing' },
    domain: { kind: 'text', text: 'norrskenbakery.onmicrosoft.com' },
    agreementDate: { kind: 'date', date: '2026-11-20' },
    attestNoResale: { kind: 'confirmed' },
    offers: { kind: 'offers', offers: [{ offer: 'cloudUsage', licences: undefined, term: undefined }] },
  });
});

test('names the state, the reseller, the numbers of licences and the terms', () => {
  const answers = answersOf({
    ...completeValues,
    partnerType: 'indirectProvider',
    country: 'US',
    state: 'WA',
    reseller: 'mingyuan',
    offers: ['officeSmall', 'cloudUsage', 'supportPlan', 'officeTrial'],
    licences: { officeSmall: '１２' },
    terms: { officeSmall: 'P1Y-annual', supportPlan: 'P3Y-annual' },
  });
  expect(answers).toMatchObject({
    state: { kind: 'state', country: 'US', state: 'WA' },
    reseller: { kind: 'text', text: '明远科技' },
    offers: {
      offers: [
        { offer: 'officeSmall', licences: 12, term: 'P1Y-annual' },
        { offer: 'cloudUsage', licences: undefined, term: undefined },
        // No term of this offer.
        { offer: 'supportPlan', licences: 1, term: undefined },
        { offer: 'officeTrial', licences: 25, term: undefined },
      ],
    },
  });
});

test.each([
  ["1'500", 1500],
  ['1,500', 1500],
  ['1.500', 1500],
  ['+15', 15],
])('reads %s licences as the rule does', (typed, licences) => {
  expect(
    answersOf({ ...completeValues, offers: ['officeEnterprise'], licences: { officeEnterprise: typed } }),
  ).toMatchObject({ offers: { offers: [{ licences }] } });
});

test('follows the order of names of the language', () => {
  expect(namesIn('givenFirst')).toEqual(['firstName', 'middleName', 'lastName']);
  expect(namesIn('familyFirst')).toEqual(['lastName', 'firstName', 'middleName']);
});

test('has a row for each question that is asked, and no other', () => {
  expect(Object.keys(answersOf(completeValues))).not.toContain('reseller');
  expect(reviewRows(completeValues).map(({ stage }) => stage)).toContain('opening');
});
