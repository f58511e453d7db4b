import { describe, expect, test } from 'vitest';
import { findExistingCustomer } from '../../../../src/domain/customer/customers/find-existing-customer.ts';
import { customerOf } from '../../../../src/domain/customer/customers/practice-customer.ts';
import { changeAnswers, goOn, openStage } from '../../../../src/domain/customer/form-moves.ts';
import { initialState } from '../../../../src/domain/customer/form-state.ts';
import { completeValues, context } from '../answers.ts';

const there = customerOf(completeValues, '3f0c2f9e-6d2a-4a53-9d43-0d5e1b7a11c2', context.today);
const other = { domain: 'other', registrationId: '200345678', companyName: 'Bageri Åkerö', country: 'BY' };

test.each([
  [{ domain: 'ＮorrskenBakery.onmicrosoft.com' }, 'domain'],
  [{ domain: 'NORRSKENBAKERY', country: 'SE' }, 'domain'],
  [{ registrationId: '100 234-567' }, 'registrationId'],
  [{ registrationId: '100234567', country: 'SE' }, undefined],
  [{ companyName: ' norrsken  BAKERY, supplies.' }, 'companyName'],
  [{ companyName: 'Norrsken Bakery Supplies', country: 'SE' }, undefined],
  [{ registrationId: '', companyName: '', domain: '' }, undefined],
  [{}, undefined],
] as const)('one with %j is found by %s', (changes, by) => {
  expect(findExistingCustomer([there], { ...other, ...changes })?.by).toBe(by);
});

test('nothing is found by an answer that both leave empty', () => {
  const empty = { ...there, values: { ...there.values, registrationId: '' } };
  expect(findExistingCustomer([empty], { ...other, registrationId: ' ' })).toBeUndefined();
});

const complete = { ...initialState, values: completeValues };

describe('the form', () => {
  const known = { ...context, customers: [there] };

  test('refuses a domain that a customer has, before Subscriptions and at Submit', () => {
    for (const stage of ['account', 'review'] as const) {
      const state = goOn({ ...complete, stage }, known);
      expect([state.stage, state.issues]).toMatchObject([
        'account',
        [{ code: 'domain.existing', severity: 'error' }],
      ]);
      expect(state.issues[0]).toMatchObject({ rule: 'rule-existing-customer', field: 'domain' });
    }
  });

  test('lets it go when another domain and registration ID are typed, and asks about the name once', () => {
    const refused = goOn({ ...complete, stage: 'account' }, known);
    const typed = changeAnswers(refused, { domain: 'norrsken2', registrationId: '200345678' }, known);
    expect(typed.issues).toEqual([]);
    const asked = goOn(typed, known);
    expect([asked.stage, asked.issues]).toMatchObject([
      'account',
      [{ code: 'companyName.existing', severity: 'warning' }],
    ]);
    expect(goOn(asked, known).stage).toBe('subscriptions');
  });

  test('opens Confirmation again for the customer that was just added', () => {
    const submitted = goOn({ ...complete, stage: 'review' }, context);
    expect(openStage(openStage(submitted, 'review', context), 'confirmation', context).stage).toBe(
      'confirmation',
    );
  });
});
