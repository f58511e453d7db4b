import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { siteLocales, sourceLocale } from '../../src/domain/locale/locales.ts';

const { lockstep: settings } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { lockstep: { sourceLocale: string; locales: readonly string[] } };

test('the checker expects every page in the locales of the site', () => {
  expect(settings.locales).toEqual([...siteLocales]);
  expect(settings.sourceLocale).toBe(sourceLocale);
});

test('every locale has its words', () => {
  const folders = siteLocales.map((locale) => new URL(`../../locales/${locale}/`, import.meta.url));
  expect(folders.filter((folder) => !existsSync(folder))).toEqual([]);
});
