import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costManagementGaps } from '../../../../src/domain/customer/customers/cost-management.ts';
import {
  findOrderIssues,
  licenceRoom,
  orderedValues,
} from '../../../../src/domain/customer/customers/later-order.ts';
import {
  customerOf,
  licencesOwned,
  type Order,
  type PracticeCustomer,
  withOrderPlaced,
} from '../../../../src/domain/customer/customers/practice-customer.ts';
import { canAskAgain, vettingStatuses } from '../../../../src/domain/customer/customers/vetting.ts';
import { offerIds, offers } from '../../../../src/domain/customer/offers/catalogue.ts';
import { type CustomerValues, qualifications } from '../../../../src/domain/customer/values.ts';
import { completeValues, context } from '../answers.ts';

const id = '3f0c2f9e-6d2a-4a53-9d43-0d5e1b7a11c2';
const added = (changes: Partial<CustomerValues>): PracticeCustomer =>
  customerOf({ ...completeValues, offers: [], ...changes }, id, '2026-11-21');
const ordering = (customer: PracticeCustomer, order: Partial<Order>): PracticeCustomer => ({
  ...customer,
  values: { ...customer.values, ...order },
});
const codesOf = (customer: PracticeCustomer) =>
  findOrderIssues(customer, context).map(({ code, field }) => `${field} ${code}`);

const centre = (count: string) =>
  ({
    offers: ['contactCentre'],
    licences: { contactCentre: count },
    terms: { contactCentre: 'P1Y-annual' },
  }) as const;
const small = (count: string) =>
  ({
    offers: ['officeSmall'],
    licences: { officeSmall: count },
    terms: { officeSmall: 'P1Y-annual' },
  }) as const;

const campus = { offers: ['campus'], licences: { campus: '9' }, terms: { campus: 'P1Y-annual' } } as const;
const civic = { offers: ['civic'], licences: { civic: '9' }, terms: { civic: 'P1Y-annual' } } as const;

describe('a customer that is added', () => {
  test('has what was ordered if it has accepted the agreement', () => {
    const customer = added(small('25'));
    expect(customer.acceptedOn).toBe('2026-11-20');
    expect(customer.subscriptions).toEqual([
      { offer: 'officeSmall', licences: 25, term: 'P1Y-annual', orderedOn: '2026-11-21' },
    ]);
    expect(customer.values.offers).toEqual([]);
  });

  test('has nothing yet if it is invited, and its order waits', () => {
    const customer = added({ agreement: 'invited', ...small('25') });
    expect([customer.acceptedOn, customer.subscriptions]).toEqual(['', []]);
    expect(codesOf(customer)).toEqual(['offers offers.refused']);
    expect(codesOf({ ...customer, acceptedOn: '2026-11-22' })).toEqual([]);
  });
});

describe('a customer with a qualification', () => {
  test('is in review at first, and an order of offers for it waits', () => {
    const school = added({ specialQualifications: 'education', ...campus });
    expect(school).toMatchObject({
      vetting: { status: 'inReview', requests: 1 },
      acceptedOn: '2026-11-20',
      subscriptions: [],
      values: { offers: ['campus'] },
    });
  });

  test('has at once what everybody can have', () => {
    const school = added({ specialQualifications: 'education', ...small('25') });
    expect(school.subscriptions.map(({ offer }) => offer)).toEqual(['officeSmall']);
  });

  test('is checked by nobody if it has none', () => {
    expect(added({}).vetting).toBeNull();
  });

  test.each([
    ['education', { status: 'denied', requests: 2 }, true],
    ['education', { status: 'denied', requests: 3 }, false],
    ['education', { status: 'inReview', requests: 1 }, false],
    ['education', { status: 'approved', requests: 1 }, false],
    ['governmentCommunityCloud', { status: 'denied', requests: 1 }, false],
    ['none', null, false],
  ] as const)('of %s at %j: asking again is possible: %s', (asked, vetting, isPossible) => {
    expect(canAskAgain(asked, vetting)).toBe(isPossible);
  });
});

describe('a later order', () => {
  test('holds something', () => {
    expect(codesOf(added({}))).toEqual(['offers offers.nothingOrdered']);
  });

  test('of an add-on needs a base in it or one that the customer has', () => {
    const addOn = {
      offers: ['mailArchive'],
      licences: { mailArchive: '5' },
      terms: { mailArchive: 'P1M-monthly' },
    } as const;
    expect(codesOf(ordering(added({}), addOn))).toEqual(['offers.mailArchive offers.addOn']);
    expect(codesOf(ordering(added(small('25')), addOn))).toEqual([]);
    // A base of another family is none.
    expect(codesOf(ordering(added({ offers: ['cloudUsage'] }), addOn))).toEqual([
      'offers.mailArchive offers.addOn',
    ]);
  });

  test.each(['officeTrial', 'contactTrial'] as const)('of the trial %s is the only one', (trial) => {
    expect(codesOf(ordering(added({}), { offers: [trial] }))).toEqual([]);
    expect(codesOf(ordering(added({ offers: [trial] }), { offers: [trial] }))).toEqual([
      `offers.${trial} offers.onePerCustomer`,
    ]);
  });

  test('keeps to the maximum of all licences together', () => {
    const customer = added(small('250'));
    expect(licenceRoom(customer, 'officeSmall')).toEqual({ min: 1, max: 50 });
    expect(codesOf(ordering(customer, small('50')))).toEqual([]);
    expect(findOrderIssues(ordering(customer, small('51')), context)).toMatchObject([
      { code: 'licences.range', params: { offer: 'officeSmall', min: 1, max: 50 }, rule: 'rule-licences' },
    ]);
    expect(codesOf(ordering(added(small('300')), small('1')))).toEqual([
      'licences.officeSmall licences.full',
    ]);
    expect(codesOf(ordering(customer, small('0')))).toEqual(['licences.officeSmall licences.range']);
    expect(codesOf(ordering(customer, small('ten')))).toEqual(['licences.officeSmall licences.notNumber']);
  });

  test('needs the minimum only once', () => {
    expect(codesOf(ordering(added({}), centre('2')))).toEqual(['licences.contactCentre licences.range']);
    expect(codesOf(ordering(added(centre('10')), centre('2')))).toEqual([]);
  });

  test('is not held up by the role of whoever added the customer', () => {
    expect(codesOf(ordering(added({ role: 'userManagementAdmin' }), small('9')))).toEqual([]);
  });

  test('of education offers needs the qualification', () => {
    expect(codesOf(ordering(added({}), campus))).toEqual(['offers.campus offers.educationOnly']);
    const school = ordering(added({ specialQualifications: 'education' }), campus);
    expect(codesOf(school)).toEqual(['offers.campus offers.educationPending']);
    expect(codesOf({ ...school, vetting: { status: 'approved', requests: 1 } })).toEqual([]);
    expect(codesOf({ ...school, vetting: { status: 'denied', requests: 1 } })).toEqual([
      'offers.campus offers.educationOnly',
    ]);
  });

  test('of government offers needs the qualification', () => {
    const office = ordering(
      added({ country: 'US', specialQualifications: 'governmentCommunityCloud' }),
      civic,
    );
    expect(findOrderIssues(office, context)).toMatchObject([
      { code: 'offers.governmentPending', field: 'offers.civic', rule: 'rule-government' },
    ]);
    expect(codesOf({ ...office, vetting: { status: 'approved', requests: 1 } })).toEqual([]);
  });

  test.each([
    ['inReview', ['offers.officeTrial offers.notForEducation']],
    ['approved', ['offers.officeTrial offers.notForEducation']],
    ['denied', []],
  ] as const)('of a trial for a school whose check is %s finds %j', (status, codes) => {
    const school = ordering(added({ specialQualifications: 'education' }), { offers: ['officeTrial'] });
    expect(codesOf({ ...school, vetting: { status, requests: 1 } })).toEqual(codes);
  });

  test('without issues keeps every rule over all that the customer has, however many there are', () => {
    const orders = fc.array(
      fc.record({
        offers: fc.subarray([...offerIds]),
        count: fc.integer({ min: -1, max: 400 }),
      }),
      { maxLength: 8 },
    );
    const statuses = fc.constantFrom(...vettingStatuses);
    fc.assert(
      fc.property(orders, fc.constantFrom(...qualifications), statuses, (wished, asked, status) => {
        let customer = added({ specialQualifications: asked });
        customer = { ...customer, vetting: customer.vetting && { ...customer.vetting, status } };
        for (const { offers: chosen, count } of wished) {
          const next = ordering(customer, {
            offers: chosen,
            licences: Object.fromEntries(chosen.map((offer) => [offer, String(count)])),
            terms: Object.fromEntries(chosen.map((offer) => [offer, offers[offer].terms?.[0] ?? ''])),
          });
          if (findOrderIssues(next, context).length === 0) customer = withOrderPlaced(next, context.today);
        }
        expect(brokenRules(customer)).toEqual([]);
      }),
    );
  });
});

test.each([
  [{ offers: ['cloudUsage'] }, []],
  [{ offers: ['backupUsage'] }, ['plan']],
  [{ offers: ['cloudUsage'], agreement: 'invited' }, ['agreement', 'plan']],
] as const)('cost management for %j lacks %j', (changes, gaps) => {
  expect(costManagementGaps(added(changes))).toEqual(gaps);
});

/** What a customer has against the rules of the offers. */
function brokenRules(customer: PracticeCustomer): string[] {
  const { specialQualifications } = orderedValues(customer);
  const isConfirmed = customer.vetting?.status === 'approved';
  const own = specialQualifications === 'none' ? 'commercial' : specialQualifications;
  const owned = customer.subscriptions.map(({ offer }) => offer);
  return owned.flatMap((offer) => {
    const { quantity, needs, isOnePerCustomer, audience } = offers[offer];
    const licences = licencesOwned(customer, offer);
    const isSingle = owned.filter((other) => other === offer).length === 1;
    return [
      ...(isOnePerCustomer && !isSingle ? [`${offer} twice`] : []),
      ...(needs && !needs.some((base) => owned.includes(base)) ? [`${offer} without base`] : []),
      ...(audience !== undefined && audience !== own ? [`${offer} for others`] : []),
      ...(audience !== undefined && audience !== 'commercial' && !isConfirmed ? [`${offer} too early`] : []),
      ...(quantity.kind === 'licences' && (licences < quantity.min || licences > quantity.max)
        ? [`${licences} of ${offer}`]
        : []),
    ];
  });
}
