import { readFileSync } from 'node:fs';
import type { TableNames } from '../../../../src/domain/customer/many/names.ts';
import { finishedLocales, type SiteLocale } from '../../../../src/domain/locale/locales.ts';
import { type FormTranslator, formTranslator } from '../../../../src/i18n/form-translator.ts';
import { type TableWords, tableNames } from '../../../../src/i18n/table-names.ts';

/** The names of tables in the five languages, as the worker has them. */
export const names: TableNames = tableNames(
  Object.fromEntries(finishedLocales.map((locale) => [locale, wordsOf(locale)])),
);

/** The words of the form in one of them. */
export function translatorOf(locale: SiteLocale): FormTranslator {
  return formTranslator(locale, wordsOf(locale));
}

function wordsOf(locale: SiteLocale): TableWords {
  return {
    labels: read(locale, 'labels'),
    form: read(locale, 'form'),
    issues: read(locale, 'issues'),
    problems: read(locale, 'many').result.problems,
  };
}

function read(locale: SiteLocale, file: string) {
  return JSON.parse(
    readFileSync(new URL(`../../../../locales/${locale}/${file}.json`, import.meta.url), 'utf8'),
  );
}
