import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('measures every corpus that there is when nothing is said', () => {
  expect(readOptions([])).toMatchObject({ corpora: undefined, folder: undefined, seed: '1', show: 0 });
});

test('measures a folder of one’s own and no other, unless others are named', () => {
  expect(readOptions(['--folder', '../guide'])).toMatchObject({ corpora: [], folder: '../guide' });
  expect(readOptions(['--config', 'guide.json'])).toMatchObject({ corpora: [], folder: '.' });
  expect(readOptions(['--folder', '../guide', '--corpus', 'own'])).toMatchObject({ corpora: ['own'] });
});

test('reads lists and numbers', () => {
  expect(readOptions(['--locale', 'de, fr', '--pairs', '3', '--seed', 'may'])).toMatchObject({
    locales: ['de', 'fr'],
    pairs: 3,
    seed: 'may',
  });
});

test('refuses what it does not know', () => {
  expect(() => readOptions(['--pages', '3'])).toThrow('--pages');
  expect(() => readOptions(['--pairs', 'all'])).toThrow('--pairs takes a whole number, not `all`.');
});
