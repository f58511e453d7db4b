import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addCustomer,
  type CustomerList,
  changeCustomer,
  removeCustomer,
  restoreCustomer,
  searchCustomers,
} from '../../../../src/domain/customer/customers/customer-list.ts';
import { customerOf } from '../../../../src/domain/customer/customers/practice-customer.ts';
import { readCustomers } from '../../../../src/domain/customer/customers/read-customers.ts';
import { serialiseCustomers } from '../../../../src/domain/customer/customers/serialise-customers.ts';
import { offerIds } from '../../../../src/domain/customer/offers/catalogue.ts';
import { qualifications } from '../../../../src/domain/customer/values.ts';
import { completeValues, context } from '../answers.ts';

const text = fc.string({ unit: 'binary', maxLength: 30 });
const customers = fc
  .record({
    id: fc.uuid(),
    companyName: text,
    domain: text,
    agreement: fc.constantFrom('attested' as const, 'invited' as const),
    specialQualifications: fc.constantFrom(...qualifications),
    offers: fc.subarray([...offerIds]),
  })
  .map(({ id, ...changes }) => customerOf({ ...completeValues, ...changes }, id, context.today));
const lists: fc.Arbitrary<CustomerList> = fc.uniqueArray(customers, {
  maxLength: 6,
  selector: ({ id }) => id,
});

const customer = (id: string, companyName: string, domain: string) =>
  customerOf({ ...completeValues, companyName, domain }, id, context.today);
const some = [
  customer('3f0c2f9e-6d2a-4a53-9d43-0d5e1b7a11c2', 'Norrsken Bakery Supplies', 'norrskenbakery'),
  customer('7b1de0a4-52f9-4c1b-8a77-63c8f02d9e15', 'ООО «Северный хлеб»', 'severnyhleb'),
  customer('c29a4e6b-0f83-4d7e-b5a1-9e417d6032f8', '明远面包', 'mingyuan'),
];
const namesFor = (typed: string) => searchCustomers(some, typed).map(({ values }) => values.companyName);

describe('whatever is in the list', () => {
  test('a removal that is undone leaves it as it was', () => {
    fc.assert(
      fc.property(lists, fc.nat(), (list, at) => {
        const id = list[at % Math.max(1, list.length)]?.id ?? '';
        const { list: rest, removed } = removeCustomer(list, id);
        expect(rest.some((other) => other.id === id)).toBe(false);
        expect(removed === undefined ? rest : restoreCustomer(rest, removed)).toEqual(list);
      }),
    );
  });

  test('a customer that is added stands first, once, and drops no other', () => {
    fc.assert(
      fc.property(lists, customers, (list, added) => {
        const longer = addCustomer(list, added);
        expect(longer.filter(({ id }) => id === added.id)).toEqual([added]);
        expect(addCustomer(longer, added)).toEqual(longer);
        expect(longer).toEqual(expect.arrayContaining(list.filter(({ id }) => id !== added.id)));
      }),
    );
  });

  test('a removal is undone once, also after others were added or removed', () => {
    fc.assert(
      fc.property(lists, customers, fc.nat(), (list, added, at) => {
        const { list: rest, removed } = removeCustomer(list, list[at % Math.max(1, list.length)]?.id ?? '');
        if (removed === undefined) return;
        const back = restoreCustomer(restoreCustomer(addCustomer(rest, added), removed), removed);
        expect(back.filter(({ id }) => id === removed.customer.id)).toHaveLength(1);
      }),
    );
  });

  test('a change reaches one customer alone', () => {
    fc.assert(
      fc.property(lists, fc.nat(), (list, at) => {
        const id = list[at % Math.max(1, list.length)]?.id ?? '';
        const changed = changeCustomer(list, id, (one) => ({ ...one, hasCostManagement: true }));
        expect(changed.filter(({ hasCostManagement }) => hasCostManagement).map((one) => one.id)).toEqual(
          list.length > 0 ? [id] : [],
        );
      }),
    );
  });

  test('a search finds some of it in its order, and every customer by its own ID', () => {
    fc.assert(
      fc.property(lists, text, (list, typed) => {
        const found = searchCustomers(list, typed);
        expect(found).toEqual(list.filter((one) => found.includes(one)));
        for (const one of list) expect(searchCustomers(list, one.id)).toContain(one);
      }),
    );
  });

  test('what is kept gives it back', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const found = readCustomers(serialiseCustomers(list), context);
        expect(found).toEqual({ kind: 'read', list, expired: 0, damaged: 0 });
      }),
    );
  });
});

test.each([
  ['bakery norrsken', ['Norrsken Bakery Supplies']],
  ['СЕВЕРНЫЙ', ['ООО «Северный хлеб»']],
  ['ｍｉｎｇ', ['明远面包']],
  ['明远', ['明远面包']],
  ['severnyhleb.onmicrosoft.com', ['ООО «Северный хлеб»']],
  ['C29A4E6B', ['明远面包']],
  ['norrsken mingyuan', []],
])('"%s" finds %j', (typed, names) => {
  expect(namesFor(typed)).toEqual(names);
});

test('nothing typed finds all', () => {
  expect(namesFor('  ')).toHaveLength(3);
});

const read = (customersKept: unknown, version = 2) =>
  readCustomers(JSON.stringify({ version, customers: customersKept }), context);

describe('a kept list', () => {
  const kept = JSON.parse(serialiseCustomers(some)) as { customers: Record<string, unknown>[] };

  test('holds no password', () => {
    expect(serialiseCustomers(some)).not.toMatch(/password/i);
  });

  test('with a damaged customer gives the others back and says so', () => {
    const [first, second, third] = kept.customers;
    const found = read([first, { ...second, subscriptions: [{ offer: 'nothing' }] }, third, 'x']);
    expect(found).toMatchObject({
      kind: 'read',
      damaged: 2,
      list: [{ id: some[0]?.id }, { id: some[2]?.id }],
    });
  });

  test.each([
    ['none', 'officeSmall', null],
    ['education', 'officeSmall', { status: 'inReview', requests: 1 }],
    ['education', 'campus', { status: 'approved', requests: 1 }],
    ['governmentCommunityCloud', 'civic', { status: 'approved', requests: 1 }],
  ] as const)('of version 1, which knew no check: %s with %s is at %j', (asked, offer, vetting) => {
    const values = { ...completeValues, specialQualifications: asked };
    const id = '3f0c2f9e-6d2a-4a53-9d43-0d5e1b7a11c2';
    const subscriptions = [{ offer, licences: 5, term: 'P1Y-annual', orderedOn: context.today } as const];
    const written = { ...customerOf(values, id, context.today), subscriptions };
    const { vetting: _, ...before } = JSON.parse(serialiseCustomers([written])).customers[0];
    expect(read([before], 1)).toMatchObject({ damaged: 0, list: [{ id, vetting, subscriptions }] });
  });

  test('leaves out what was not changed for more than thirty days', () => {
    const [first, second] = kept.customers;
    expect(
      read([
        { ...first, changedOn: '2026-10-21' },
        { ...second, changedOn: '2026-10-22' },
      ]),
    ).toMatchObject({
      expired: 1,
      list: [{ id: some[1]?.id }],
    });
  });

  test('of a newer version is left alone', () => {
    expect(read([], 3)).toEqual({ kind: 'newer' });
  });

  test('that is none throws nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (damaged) => {
        expect(readCustomers(damaged, context)).toEqual({ kind: 'unreadable' });
      }),
    );
  });

  test('with facts of an older version of the form is brought up to date', () => {
    const [first] = kept.customers;
    const { terms: _, ...values } = completeValues;
    const draft = JSON.stringify({ ...JSON.parse(String(first?.['draft'])), version: 2, values });
    expect(read([{ ...first, draft }])).toMatchObject({ damaged: 0, list: [{ values: { terms: {} } }] });
  });
});
