import { describe, expect, test } from 'vitest';
import {
  addToSettings,
  addToSiteLocales,
  finishInSettings,
  finishInSiteLocales,
} from '../../scripts/new-locale/add-to-lists.ts';

const list = `{
  "en-US": { "name": "English" },
  "zh-TW": { "name": "繁體中文" }
}
`;

describe("the list of the site's locales", () => {
  test('gets a locale in progress once, and is as it was but for it', () => {
    const added = addToSiteLocales(list, 'de-DE', 'Deutsch "neu"');
    expect(added).toBe(
      list.replace('文" }\n', '文" },\n  "de-DE": { "name": "Deutsch \\"neu\\"", "inProgress": true }\n'),
    );
    expect(addToSiteLocales(added, 'de-DE', 'Deutsch')).toBe(added);
  });

  test('has it without the mark when it is finished', () => {
    const finished = finishInSiteLocales(addToSiteLocales(list, 'de-DE', 'Deutsch'), 'de-DE');
    expect(finished).toBe(list.replace('文" }\n', '文" },\n  "de-DE": { "name": "Deutsch" }\n'));
    expect(finishInSiteLocales(finished, 'de-DE')).toBe(finished);
    expect(finishInSiteLocales(finished, 'pl')).toBe(finished);
  });
});

const settings = (more = '') => `{
  "name": "guide",
  "lockstep": {
    "sourceLocale": "en-US",
    "locales": [
      "en-US",
      "zh-TW"
    ],
    "pages": [
      "content/{locale}/{path}.mdx"
    ]${more}
  },
  "private": true
}
`;
const read = (text: string) => JSON.parse(text).lockstep;

describe("the checker's settings", () => {
  test('get the locale, what it lacks as notes, and are otherwise as they were', () => {
    const added = addToSettings(settings(), 'de-DE');
    expect(read(added).locales).toEqual(['en-US', 'zh-TW', 'de-DE']);
    expect(read(added).overrides).toEqual([
      {
        locales: ['de-DE'],
        rules: { 'missing-page': 'note', 'missing-message': 'note', 'empty-message': 'note' },
      },
    ]);
    const { locales, pages, sourceLocale } = read(added);
    const rest = JSON.stringify(
      { name: 'guide', lockstep: { sourceLocale, locales, pages }, private: true },
      null,
      2,
    );
    expect(added.replace(/,\n {4}"overrides": \[[^]*?\n {4}\]/, '')).toBe(`${rest}\n`);
    expect(addToSettings(added, 'de-DE')).toBe(added);
  });

  test('hold several in progress to the same, until each is finished', () => {
    const both = addToSettings(addToSettings(settings(), 'de-DE'), 'ar');
    expect(read(both).overrides).toHaveLength(1);
    expect(read(both).overrides[0].locales).toEqual(['de-DE', 'ar']);
    const one = finishInSettings(both, 'de-DE');
    expect(read(one).overrides[0].locales).toEqual(['ar']);
    expect(read(one).locales).toEqual(['en-US', 'zh-TW', 'de-DE', 'ar']);
    const none = finishInSettings(one, 'ar');
    expect(read(none).overrides).toBeUndefined();
    expect(finishInSettings(none, 'ar')).toBe(none);
  });

  test('leave overrides of other kinds alone', () => {
    const own = ',\n    "overrides": [{ "locales": ["zh-TW"], "rules": { "mixed-width": "off" } }]';
    const added = addToSettings(settings(own), 'de-DE');
    expect(read(added).overrides.map(({ locales }: { locales: string[] }) => locales)).toEqual([
      ['zh-TW'],
      ['de-DE'],
    ]);
    expect(read(finishInSettings(added, 'de-DE')).overrides).toEqual(read(settings(own)).overrides);
  });
});
