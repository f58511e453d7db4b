import { expect, test } from 'vitest';
import {
  guideParts,
  inReadingOrder,
  pagesNear,
  partsOf,
  placesOf,
} from '../../../src/domain/guide/page-order.ts';

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
  expect([...placesOf(['agreements', 'multichannel', 'add-a-new-customer'])]).toEqual([
    ['add-a-new-customer', { part: 'add', previous: undefined, next: 'agreements' }],
    ['agreements', { part: 'agreement', previous: 'add-a-new-customer', next: 'multichannel' }],
    ['multichannel', { part: 'shared', previous: 'agreements', next: undefined }],
  ]);
});

test('a long part is listed around the page that is open, always with as many pages', () => {
  const pages = ['a', 'b', 'c', 'd', 'e', 'f'];
  expect(pagesNear(pages, 'd', 6)).toEqual(pages);
  expect(pagesNear(pages, 'd', 3)).toEqual(['c', 'd', 'e']);
  expect(pagesNear(pages, 'a', 3)).toEqual(['a', 'b', 'c']);
  expect(pagesNear(pages, 'f', 3)).toEqual(['d', 'e', 'f']);
  expect(pagesNear(pages, undefined, 3)).toEqual(['a', 'b', 'c']);
  expect(pagesNear(pages, 'z', 3)).toEqual(['a', 'b', 'c']);
});
