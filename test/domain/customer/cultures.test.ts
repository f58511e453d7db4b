import { expect, test } from 'vitest';
import { countryCodes } from '../../../src/domain/customer/countries.ts';
import { cultureCodes, cultureOf, culturesOf, languageOf } from '../../../src/domain/customer/cultures.ts';
import listedCountries from '../../../src/domain/customer/registration-id-countries.json' with {
  type: 'json',
};

test('every country offers a culture, English among them', () => {
  for (const country of countryCodes) expect(culturesOf(country)).toContain('en-US');
});

test('the documented ones come first', () => {
  expect(culturesOf('IN')).toEqual(['en-IN', 'hi-IN', 'en-US']);
  expect(culturesOf('US')).toEqual(['en-US', 'es-US']);
  expect(listedCountries.filter((country) => culturesOf(country).length === 1)).toEqual(['MM', 'SS']);
  expect(culturesOf('constructor')).toEqual(['en-US']);
});

test('every culture is a locale that its reader can be told the name of', () => {
  const names = new Intl.DisplayNames('sv-SE', { type: 'language', fallback: 'none' });
  for (const code of cultureCodes) {
    expect(Intl.getCanonicalLocales(code)).toEqual([code]);
    expect(names.of(code)).toBeDefined();
    expect(languageOf(code)).toMatch(/^[a-z]{2}$/);
  }
});

test('a culture of another country does not count', () => {
  expect(cultureOf({ country: 'SE', culture: 'be-BY' })).toBe('sv-SE');
  expect(cultureOf({ country: 'FI', culture: 'sv-FI' })).toBe('sv-FI');
});
