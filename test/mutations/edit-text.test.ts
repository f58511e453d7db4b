import { expect, test } from 'vitest';
import { indexLines } from '../../src/domain/document/line-index.ts';
import { applyEdits, cutLines, linesOf } from './edit-text.ts';

test('makes edits in the order of the text, whatever their own order', () => {
  const edited = applyEdits('Select Add customer.', [
    { from: 19, to: 20, text: '!' },
    { from: 0, to: 6, text: 'Choose' },
  ]);
  expect(edited?.text).toBe('Choose Add customer!');
});

test('refuses edits that overlap', () => {
  expect(
    applyEdits('Select Add customer.', [
      { from: 0, to: 10, text: '' },
      { from: 7, to: 10, text: '' },
    ]),
  ).toBeUndefined();
});

test('places what is gone between the last sign before it and the first behind it', () => {
  const text = '1. Sign in.\n2. Select Customers.\n\nThen wait.\n';
  const edited = applyEdits(text, [{ from: 12, to: 33, text: '', place: 'all' }]);
  expect(edited?.text).toBe('1. Sign in.\n\nThen wait.\n');
  expect(edited?.places.map(({ from, to }) => edited.text.slice(from, to))).toEqual(['.\n\nT']);
});

test('places a section at the line of its heading', () => {
  const edited = applyEdits('', [
    { from: 0, to: 0, text: '\n## Contacts\n\nA person.\n', place: 'first-line' },
  ]);
  expect(edited?.places.map(({ from, to }) => edited.text.slice(from, to))).toEqual(['## Contacts']);
});

test('takes a paragraph out with the blank line behind it', () => {
  const text = 'One.\n\nTwo.\n\nThree.\n';
  expect(applyEdits(text, [cutLines(text, { from: 6, to: 10 })])?.text).toBe('One.\n\nThree.\n');
});

test('has no lines for a block that shares its first line with a marker', () => {
  const { spanOf } = indexLines('- `code`');
  expect(linesOf('- `code`', spanOf(2, 8))).toBeUndefined();
  expect(linesOf('  text  ', spanOf(2, 6))).toEqual({ from: 0, to: 8 });
});
