import { expect, test } from 'vitest';
import {
  availableOffers,
  type OfferId,
  offerIds,
  offers,
} from '../../../../src/domain/customer/offers/catalogue.ts';
import { filterOffers, noFilter } from '../../../../src/domain/customer/offers/filter-offers.ts';

const names: Partial<Record<OfferId, string>> = {
  officeSmall: 'Kontorspaket för småföretag',
  officeEnterprise: 'Офисный пакет для крупных организаций',
  mailArchive: '郵件封存 ＰＬＵＳ',
  threatGuard: 'Защита, надёжный партнёр',
  cloudUsage: 'Cloud Usage Plan',
};
const found = (changes: Partial<typeof noFilter>, ids: readonly OfferId[] = offerIds) =>
  filterOffers(ids, { ...noFilter, ...changes }, (id) => names[id] ?? '–');

test('leaves nothing out without a filter, nor for blanks alone', () => {
  expect(found({})).toEqual(offerIds);
  expect(found({ text: ' \u00a0\u3000' })).toEqual(offerIds);
});

test.each([
  ['SMÅFÖRETAG', 'officeSmall'],
  ['smaforetag', 'officeSmall'],
  ['sma\u030afo\u0308retag', 'officeSmall'],
  ['ПАКЕТ офис', 'officeEnterprise'],
  ['надежный партнер', 'threatGuard'],
  ['郵件', 'mailArchive'],
  ['plus', 'mailArchive'],
  ['Ｃｌｏｕｄ\u3000ｐｌａｎ', 'cloudUsage'],
  ['\u200bplan  cloud ', 'cloudUsage'],
  ['plan brisa', 'cloudUsage'],
])('finds %s', (text, id) => {
  expect(found({ text })).toEqual([id]);
});

test.each(['hallbar', 'HÅLLBAR'])('finds what %s publishes', (text) => {
  const published = offerIds.filter((id) => offers[id].publisher === 'hallbar');
  expect(found({ text })).toEqual(published);
  expect(found({ publisher: 'hallbar' })).toEqual(published);
});

test('wants every word', () => {
  expect(found({ text: 'cloud paket' })).toEqual([]);
});

test('takes signs for nothing but themselves', () => {
  expect(found({ text: '.*' })).toEqual([]);
});

test('finds by billing type and category, and by all together', () => {
  expect(found({ billingType: 'usage' })).toEqual(['cloudUsage', 'backupUsage']);
  expect(found({ category: 'trial' })).toEqual(['officeTrial', 'contactTrial']);
  expect(found({ category: 'trial', publisher: 'hallbar', billingType: 'license' })).toEqual([
    'contactTrial',
  ]);
  expect(found({ category: 'trial', billingType: 'usage' })).toEqual([]);
});

test('finds only among the offers that the customer can have', () => {
  expect(found({ category: 'trial' }, availableOffers({ specialQualifications: 'education' }))).toEqual([]);
});
