import { describe, expect, it } from 'vitest';
import { pluralUse } from '../../../src/domain/messages/plural-use.ts';

describe('pluralUse', () => {
  it.each([
    ['en', 'cardinal', 'one other'],
    ['en', 'ordinal', 'few one other two'],
    ['ru', 'cardinal', 'few many one'],
    ['pl', 'cardinal', 'few many one'],
    ['cs', 'cardinal', 'few one other'],
    ['ar', 'cardinal', 'few many one other two zero'],
    ['ja', 'cardinal', 'other'],
    ['zh-Hant-TW', 'ordinal', 'other'],
    ['fr', 'cardinal', 'one other'],
    ['es-MX', 'cardinal', 'one other'],
    ['pt-BR', 'cardinal', 'one other'],
    ['it', 'cardinal', 'one other'],
    ['he', 'cardinal', 'one other two'],
    ['lv', 'cardinal', 'one other zero'],
    ['cy', 'cardinal', 'few many one other two zero'],
  ] as const)('%s needs for whole numbers (%s): %s', (locale, type, categories) => {
    expect([...(pluralUse(locale, type)?.numbers.keys() ?? [])].toSorted().join(' ')).toBe(categories);
  });

  it('knows the forms for fractions and millions as well, and nothing of unknown languages', () => {
    expect(pluralUse('fr', 'cardinal')?.all.has('many')).toBe(true);
    expect(pluralUse('sv', 'cardinal')?.all.has('few')).toBe(false);
    expect(pluralUse('qaa', 'cardinal')).toBeUndefined();
  });
});
