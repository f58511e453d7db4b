import { describe, expect, test } from 'vitest';
import { createWordFilter } from '../../../scripts/checker/rules/texts/word-filter.ts';

const passes = (keys: readonly string[], word: string): boolean =>
  createWordFilter(new Set(keys))(`x ${word} y`, 2, 2 + word.length);

describe('the filter for the words of a page', () => {
  test.each([
    [['customer', 'add'], 'Customer'],
    [['café'], 'CAFÉ'],
    [['café'], 'cafe\u0301'],
    [['kelvin'], '\u212aelvin'],
  ])('lets a word of %j pass, however it is written', (keys, word) => {
    expect(passes(keys, word)).toBe(true);
  });

  test.each([
    [['customer', 'add'], 'client'],
    [['customer'], 'клиент'],
    [['café'], 'thé'],
  ])('holds back what is not of %j', (keys, word) => {
    expect(passes(keys, word)).toBe(false);
  });
});
