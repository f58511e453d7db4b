import { expect, test } from 'vitest';
import { guideParts, inReadingOrder, neighboursOf, partsOf } from '../../../src/domain/guide/page-order.ts';

test('no page stands in two parts', () => {
  const keys: readonly string[] = guideParts.flatMap(({ pages }) => pages);
  expect(new Set(keys).size).toBe(keys.length);
});

test('pages are read in the order of the guide, and unknown ones come last by their keys', () => {
  expect(inReadingOrder(['zebra', 'glossary', 'apple', 'multichannel', 'add-a-new-customer'])).toEqual([
    'add-a-new-customer',
    'multichannel',
    'glossary',
    'apple',
    'zebra',
  ]);
});

test('parts without pages are left out, and pages without a part stand in the last', () => {
  expect(partsOf(['a-new-page', 'multipartner', 'multichannel'])).toEqual([
    { id: 'shared', pages: ['multichannel', 'multipartner'] },
    { id: 'reference', pages: ['a-new-page'] },
  ]);
});

test('the page before and the page after may be of another part', () => {
  const keys = ['agreements', 'multichannel', 'add-a-new-customer'];
  expect(neighboursOf('agreements', keys)).toEqual({ previous: 'add-a-new-customer', next: 'multichannel' });
  expect(neighboursOf('add-a-new-customer', keys)).toEqual({ previous: undefined, next: 'agreements' });
  expect(neighboursOf('multichannel', keys)).toEqual({ previous: 'agreements', next: undefined });
});

test('a page that is not among them has no neighbours', () => {
  expect(neighboursOf('glossary', ['agreements'])).toEqual({ previous: undefined, next: undefined });
});
