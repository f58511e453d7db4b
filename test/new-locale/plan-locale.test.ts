import { describe, expect, test } from 'vitest';
import { planLocale } from '../../scripts/new-locale/plan-locale.ts';

const files: Readonly<Record<string, string>> = {
  'locales/en-US/form.json': '{ "send": "Send" }',
  'src/domain/locale/locales.json': '{\n  "en-US": { "name": "English" }\n}\n',
  'package.json': '{ "lockstep": { "sourceLocale": "en-US", "locales": ["en-US"] } }\n',
};
const project = (more: Readonly<Record<string, string>> = {}) => ({
  sourceLocale: 'en-US',
  locales: ['en-US'],
  messageFiles: ['form.json'],
  read: (path: string) => ({ ...files, ...more })[path],
});

describe('planLocale', () => {
  test('plans a file for each of the source, and both lists', () => {
    const { locale, name, writes } = planLocale(project(), 'DE-de');
    expect([locale, name]).toEqual(['de-DE', 'Deutsch']);
    expect([...writes.keys()]).toEqual([
      'locales/de-DE/form.json',
      'src/domain/locale/locales.json',
      'package.json',
    ]);
    expect(writes.get('locales/de-DE/form.json')).toBe('{\n  "send": ""\n}\n');
  });

  test('keeps what is there of an attempt that was not carried to its end', () => {
    const begun = project({ 'locales/de-DE/form.json': '{"send":"Senden"}' });
    const form = planLocale(begun, 'de-DE', 'Deutsch').writes.get('locales/de-DE/form.json');
    expect(form).toBe('{\n  "send": "Senden"\n}\n');
  });

  test('says what is wrong, and what to do', () => {
    expect(() => planLocale({ ...project(), messageFiles: [] }, 'de-DE')).toThrow(
      'There is nothing to translate: `locales/en-US/` has no messages.',
    );
    expect(() => planLocale(project({ 'locales/de-DE/form.json': '{ "send": ' }), 'de-DE')).toThrow(
      'Could not read `locales/de-DE/form.json`: it is not valid JSON.',
    );
    expect(() => planLocale(project(), 'en')).toThrow('`en` means the same as `en-US`');
  });
});
