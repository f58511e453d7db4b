import { describe, expect, test } from 'vitest';
import { findPlace } from '../../../src/domain/customer/find-place.ts';
import { formPage } from '../../../src/domain/customer/guide-steps.ts';
import registry from '../../../src/domain/customer/practice-places.json' with { type: 'json' };
import {
  explanationOf,
  practicePlaceOf,
  practicePlaces,
} from '../../../src/domain/customer/practice-places.ts';
import { emptyValues } from '../../../src/domain/customer/values.ts';

test('every place of the registry is one that the form finds', () => {
  expect(practicePlaces.length).toBeGreaterThan(15);
  expect(practicePlaces.filter((place) => findPlace(place, emptyValues) === undefined)).toEqual([]);
});

test('a section leads to one place, and each place is explained by its first section outside the how-to', () => {
  for (const [page, places] of Object.entries(registry)) {
    const anchors: readonly string[] = Object.values(places).flat();
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const [place, [anchor = '']] of Object.entries(places)) {
      expect(practicePlaceOf({ page, anchor })).toBe(place);
    }
  }
  expect(practicePlaceOf({ page: 'registration-ids', anchor: 'history' })).toBeUndefined();
  expect(practicePlaceOf({ page: 'glossary', anchor: 'countries' })).toBeUndefined();
  expect(explanationOf('agreement')).toEqual({ page: 'confirm-customer-agreement', anchor: 'two-ways' });
  expect(explanationOf('registrationId')).toEqual({ page: 'registration-ids', anchor: 'countries' });
  expect(practicePlaces.filter((place) => explanationOf(place)?.page === formPage)).toEqual([]);
  expect(explanationOf('city')).toBeUndefined();
});

describe('findPlace', () => {
  test('finds a question at its stage', () => {
    expect(findPlace('role', emptyValues)).toEqual({ kind: 'question', stage: 'opening', field: 'role' });
    expect(findPlace('offers', emptyValues)).toEqual({
      kind: 'question',
      stage: 'subscriptions',
      field: 'offers',
    });
  });

  test('finds a question that is not asked yet where that is decided', () => {
    const reseller = { kind: 'question', stage: 'account', field: 'reseller' };
    const partnerType = { kind: 'question', stage: 'opening', field: 'partnerType' };
    const provider = { ...emptyValues, partnerType: 'indirectProvider', country: 'SE' } as const;
    expect(findPlace('reseller', provider)).toEqual(reseller);
    expect(findPlace('additionalResellers', provider)).toEqual({
      ...reseller,
      unasked: 'additionalResellers',
    });
    expect(findPlace('additionalResellers', emptyValues)).toEqual({
      ...partnerType,
      unasked: 'additionalResellers',
    });
    expect(findPlace('validationCode', emptyValues)).toMatchObject({
      field: 'specialQualifications',
      unasked: 'validationCode',
    });
  });

  test.each(['', 'form', 'toString', 'registrationid', 'agreementPhone'])('finds nothing by `%s`', (name) => {
    expect(findPlace(name, emptyValues)).toBeUndefined();
  });
});
