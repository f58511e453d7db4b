import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import address from '../../../locales/en-US/address.json' with { type: 'json' };
import form from '../../../locales/en-US/form.json' with { type: 'json' };
import issueWords from '../../../locales/en-US/issues.json' with { type: 'json' };
import labels from '../../../locales/en-US/labels.json' with { type: 'json' };
import { allowsAdditionalResellers, countryCodes } from '../../../src/domain/customer/countries.ts';
import { nextStepRules } from '../../../src/domain/customer/customers/next-steps.ts';
import { stages } from '../../../src/domain/customer/form-state.ts';
import guide from '../../../src/domain/customer/guide-steps.json' with { type: 'json' };
import { stageOfStep, stepsOf } from '../../../src/domain/customer/guide-steps.ts';
import { issueRules } from '../../../src/domain/customer/issues.ts';
import rowRules from '../../../src/domain/customer/many/row-rules.json' with { type: 'json' };
import {
  availableOffers,
  offerCategories,
  offerIds,
  offers,
  publishers,
} from '../../../src/domain/customer/offers/catalogue.ts';
import { offerTerms } from '../../../src/domain/customer/offers/terms.ts';
import listedCountries from '../../../src/domain/customer/registration-id-countries.json' with {
  type: 'json',
};
import {
  registrationIdFault,
  registrationIdRules,
  requiresRegistrationId,
} from '../../../src/domain/customer/registration-ids.ts';
import { remarkRules } from '../../../src/domain/customer/remarks/remark.ts';
import { resellers } from '../../../src/domain/customer/resellers.ts';
import { refusalRules } from '../../../src/domain/customer/service/refusals.ts';
import { statesOf } from '../../../src/domain/customer/states.ts';
import { qualifications } from '../../../src/domain/customer/values.ts';

const allRules = [
  ...new Set(
    [issueRules, remarkRules, nextStepRules, refusalRules, rowRules].flatMap((rules) => Object.values(rules)),
  ),
];

test('every country is one that CLDR names, and none stands twice', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  expect(countryCodes).toHaveLength(249);
  expect(new Set(countryCodes).size).toBe(249);
  expect(countryCodes.filter((code) => names.of(code) === undefined)).toEqual([]);
});

test('the registration ID is required in the listed countries and in no other', () => {
  expect(Object.keys(registrationIdRules).toSorted()).toEqual([...listedCountries].toSorted());
  expect(countryCodes.filter(requiresRegistrationId)).toHaveLength(24);
});

test.each([
  ['BY', '100 234 567', undefined],
  ['BY', '10023456', 'digits'],
  ['BY', '10023456A', 'digits'],
  ['AZ', '1234567', undefined],
  ['AZ', '12345678', 'digits'],
  ['MD', '１２３４５６', undefined],
  ['BR', '12.345.678/0001-90', undefined],
  ['BR', '12_345', 'characters'],
  ['IN', 'abcde1234f', undefined],
  ['SE', '556677-8899', undefined],
  ['SE', 'организация', 'characters'],
])('in %s the registration ID %s has the fault %s', (country, typed, fault) => {
  expect(registrationIdFault(typed, country)).toBe(fault);
});

test('states are listed for four countries, with two-letter codes that stand once', () => {
  expect(['US', 'CA', 'CN', 'MX'].map((country) => statesOf(country).length)).toEqual([51, 13, 31, 32]);
  expect(['SE', 'PR', '', 'constructor'].flatMap(statesOf)).toEqual([]);
  for (const country of ['US', 'CA', 'CN', 'MX']) {
    const codes = statesOf(country);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
  }
});

test('additional resellers are for the European Union and EFTA', () => {
  expect(['SE', 'NO', 'CH', 'PL'].every(allowsAdditionalResellers)).toBe(true);
  expect(['GB', 'US', 'BY', 'TR'].some(allowsAdditionalResellers)).toBe(false);
});

const idsOf = (kind: 'licences' | 'usage') => offerIds.filter((id) => offers[id].quantity.kind === kind);

test('add-ons need offers that are no add-ons', () => {
  for (const id of offerIds) {
    for (const base of offers[id].needs ?? []) expect(offers[base].needs).toBeUndefined();
  }
});

test('every kind of offer is in the catalogue', () => {
  const all = offerIds.map((id) => offers[id]);
  expect(new Set(all.map(({ quantity }) => quantity.kind))).toEqual(new Set(['licences', 'fixed', 'usage']));
  expect(new Set(all.map(({ audience }) => audience))).toEqual(
    new Set([undefined, 'education', 'governmentCommunityCloud', 'commercial']),
  );
  expect(new Set(all.flatMap(({ categories }) => categories))).toEqual(new Set(offerCategories));
  expect(new Set(all.map(({ publisher }) => publisher))).toEqual(new Set(Object.keys(publishers)));
  expect(new Set(all.flatMap(({ terms = [] }) => terms))).toEqual(new Set(offerTerms));
  expect(all.some(({ quantity }) => quantity.kind === 'licences' && quantity.min > 1)).toBe(true);
});

test('trials are as documented: 25 licences, one for a customer, no add-ons, without a term', () => {
  const trials = offerIds.map((id) => offers[id]).filter(({ categories }) => categories.includes('trial'));
  expect(trials.length).toBeGreaterThan(1);
  for (const trial of trials) {
    expect(trial).toMatchObject({
      quantity: { kind: 'fixed', quantity: 25 },
      audience: 'commercial',
      isOnePerCustomer: true,
    });
    expect([trial.needs, trial.terms]).toEqual([undefined, undefined]);
  }
});

test('offers with licences to choose have terms, and offers billed by use have none', () => {
  expect(idsOf('licences').filter((id) => (offers[id].terms?.length ?? 0) < 2)).toEqual([]);
  expect(idsOf('usage').filter((id) => offers[id].terms !== undefined)).toEqual([]);
});

test.each(qualifications)('whoever is qualified as %s and can have an add-on can have a base', (own) => {
  const available = availableOffers({ specialQualifications: own });
  const withoutBase = available.filter(
    (id) => offers[id].needs?.some((base) => available.includes(base)) === false,
  );
  expect(withoutBase).toEqual([]);
});

test('resellers have numeric MPN IDs', () => {
  expect(Object.values(resellers).every(({ mpnId }) => /^\d{6,7}$/.test(mpnId))).toBe(true);
});

test('every issue has a message and every message an issue', () => {
  const messages = Object.entries(issueWords.issues).flatMap(([group, texts]) =>
    Object.keys(texts).map((name) => `${group}.${name}`),
  );
  expect(messages.toSorted()).toEqual(Object.keys(issueRules).toSorted());
});

test('the words for options and offers exist', () => {
  expect(Object.keys(form.offers)).toEqual(expect.arrayContaining([...offerIds]));
  expect(Object.keys(labels)).toEqual(
    expect.arrayContaining([
      'directBillPartner',
      'indirectProvider',
      'indirectReseller',
      'globalAdmin',
      'education',
      'governmentCommunityCloud',
    ]),
  );
});

test('the ids of rules say that they are some', () => {
  expect(allRules.filter((rule) => !/^rule-[a-z-]+$/.test(rule))).toEqual([]);
});

test('every remark has words and a rule', () => {
  // The address has words of its own, which are loaded with it.
  const { unlike: unlikePostalCode } = address.remarks;
  const words = { ...form.remarks, unlikePostalCode };
  expect(Object.keys(words).toSorted()).toEqual(Object.keys(remarkRules).toSorted());
});

test('every stage but Done practices steps of the guide, and each step belongs to one', () => {
  expect(Object.keys(guide.steps)).toEqual([...stages]);
  const numbers = stages.flatMap((stage) => stepsOf(stage).map(({ number }) => number));
  expect(numbers).toEqual(Array.from(numbers, (_, index) => index + 1));
  expect(stages.filter((stage) => stepsOf(stage).length === 0)).toEqual(['done']);
  const anchors = stages.flatMap((stage) => stepsOf(stage).map(({ anchor }) => [stageOfStep(anchor), stage]));
  expect(anchors.filter(([found, stage]) => found !== stage)).toEqual([]);
  expect(stageOfStep('considerations')).toBeUndefined();
});

test('every rule is a sentence of the English page', () => {
  const page = readFileSync(
    new URL('../../../content/en-US/add-a-new-customer.mdx', import.meta.url),
    'utf8',
  );
  expect(allRules.filter((rule) => !page.includes(`#${rule} `))).toEqual([]);
});
