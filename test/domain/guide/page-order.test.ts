import { expect, test } from 'vitest';
import { inReadingOrder } from '../../../src/domain/guide/page-order.ts';

test('pages are read in the order of the guide, and unknown ones come last by their keys', () => {
  expect(inReadingOrder(['zebra', 'glossary', 'apple', 'multichannel', 'add-a-new-customer'])).toEqual([
    'add-a-new-customer',
    'multichannel',
    'glossary',
    'apple',
    'zebra',
  ]);
});
