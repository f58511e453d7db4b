import { describe, expect, test } from 'vitest';
import { directionOf, isolated } from '../../../src/domain/locale/direction.ts';

describe('directionOf', () => {
  test.each([
    ['ar', 'rtl'],
    ['ar-XB', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['ur-PK', 'rtl'],
    ['pa-PK', 'rtl'],
    ['pa', 'ltr'],
    ['az-Arab', 'rtl'],
    ['dv', 'rtl'],
    ['de-DE', 'ltr'],
    ['zh-TW', 'ltr'],
  ])('%s runs %s', (locale, direction) => {
    expect(directionOf(locale)).toBe(direction);
  });
});

describe('isolated', () => {
  test('sets apart what goes into a sentence from right to left, and nothing else', () => {
    expect(isolated('Contoso (7)', 'he-IL')).toBe('\u2068Contoso (7)\u2069');
    expect(isolated('Contoso (7)', 'ru-RU')).toBe('Contoso (7)');
    expect(isolated('', 'he-IL')).toBe('');
  });
});
