import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { finishedLocales } from '../../src/domain/locale/locales.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';

const read = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../locales/${locale}/site.json`, import.meta.url), 'utf8'));
const placeholders = (text: string | undefined) => text?.match(/\{\{\w+\}\}/g) ?? [];

describe('what the site says', () => {
  test('a message is said in the locale asked for, with its parameters', () => {
    expect(siteMessages('sv-SE')('stepLink', { number: 3 })).toBe('Länk till steg 3');
    expect(siteMessages('zh-TW')('stepLink', { number: 3 })).toBe('步驟 3 的連結');
  });

  test('parameters are not escaped twice', () => {
    expect(siteMessages('en-US')('updated', { date: 'May & June' })).toBe('Updated May & June');
  });

  test.each(finishedLocales)(
    '%s says everything that the source says, with the same parameters',
    (locale) => {
      const source = read('en-US');
      const translation = read(locale);
      expect(Object.keys(translation)).toEqual(Object.keys(source));
      for (const [key, text] of Object.entries(source)) {
        expect(placeholders(translation[key])).toEqual(placeholders(text));
      }
    },
  );

  test('nothing but the name is left in English', () => {
    const source = read('en-US');
    for (const locale of finishedLocales.filter((other) => other !== 'en-US')) {
      const same = Object.entries(read(locale)).filter(([key, text]) => text === source[key]);
      expect(same.map(([key]) => key)).toEqual(['siteName']);
    }
  });
});
