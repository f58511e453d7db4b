import { describe, expect, it } from 'vitest';
import { countries, currencies, languages } from '../../../src/domain/locale/entity-kind.ts';
import { otherThing } from '../../../src/domain/locale/other-things.ts';

describe('otherThing', () => {
  it.each([
    ['Африка', 'ru', 'a continent'],
    ['Europa', 'sv-SE', 'a continent'],
    ['亚洲', 'zh-CN', 'a continent'],
    ['東南亞', 'zh-TW', 'a part of the world'],
    ['Europeiska unionen', 'sv-SE', 'a union of countries'],
    ['World', 'en', 'the whole world'],
    ['24', 'ru', 'a number'],
    ['١٢', 'ar', 'a number'],
    ['London', 'sv-SE', 'a city'],
    ['svenska', 'sv-SE', 'a language'],
    ['US-dollar', 'sv-SE', 'a currency'],
  ])('says what stands in place of a country: %s in %s', (text, locale, thing) => {
    expect(otherThing(text, locale, countries)).toBe(thing);
  });

  it('says what stands in place of other things', () => {
    expect(otherThing('Sverige', 'sv', languages)).toBe('a country');
    expect(otherThing('Швеция', 'ru', currencies)).toBe('a country');
  });

  it.each(['Bande', 'jiska', 'IaA', 'andra länder'])('knows nothing of words of no language: %s', (text) => {
    expect(otherThing(text, 'sv-SE', countries)).toBeUndefined();
  });
});
