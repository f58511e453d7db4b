import { readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { issueOf } from '../../src/domain/customer/issues.ts';
import { finishedLocales } from '../../src/domain/locale/locales.ts';
import type { FormMessages, FormWords } from '../../src/i18n/form-messages.ts';
import { formTranslator } from '../../src/i18n/form-translator.ts';
import { formatMessage } from '../../src/i18n/format-message.ts';

const read = (locale: string, namespace: string) =>
  JSON.parse(readFileSync(new URL(`../../locales/${locale}/${namespace}.json`, import.meta.url), 'utf8'));
const wordsOf = (locale: string): FormWords => ({
  labels: read(locale, 'labels'),
  form: read(locale, 'form'),
  issues: read(locale, 'issues'),
});
const messagesIn = (locale: string): FormMessages => ({ ...read(locale, 'form'), ...read(locale, 'issues') });
const english = formTranslator('en-US', wordsOf('en-US'));

describe.each(finishedLocales)('in %s', (locale) => {
  const form = messagesIn(locale);
  const reference = createInstance({
    lng: locale,
    resources: { [locale]: { form } },
    ns: 'form',
    defaultNS: 'form',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });

  test('every message says what i18next would say', async () => {
    await reference.init();
    for (const [id, message] of messagesOf(form)) {
      const params = Object.fromEntries(placeholdersOf(message).map((name) => [name, `<${name}>`]));
      expect(formatMessage(form, id, locale, params)).toBe(reference.t(id, params));
    }
  });

  test('every plural has the forms of the language, chosen as i18next chooses', async () => {
    await reference.init();
    const stems = ['summary.errors', 'summary.warnings', 'review.licences'];
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    for (const stem of stems) {
      const ids = messagesOf(form).map(([id]) => id);
      expect(ids).toEqual(expect.arrayContaining(pluralCategories.map((category) => `${stem}_${category}`)));
      for (const count of [0, 1, 2, 5, 11, 21, 22, 25, 111]) {
        expect(formatMessage(form, stem, locale, { count }, count)).toBe(reference.t(stem, { count }));
      }
    }
  });

  test('the messages are those of English, with the same placeholders', () => {
    expect(placeholdersById(form)).toEqual(placeholdersById(messagesIn('en-US')));
  });
});

test('a message that does not exist shows its id', () => {
  expect(formatMessage({}, 'issues.city.missing', 'en-US')).toBe('issues.city.missing');
});

describe('issues in words', () => {
  test('join numbers and offers as the language does', () => {
    const digits = issueOf('registrationId.digits', 'registrationId', { digits: [6, 7, 8, 13] });
    expect(english.issue(digits)).toBe(
      'Company registration ID must have 6, 7, 8, or 13 digits in this country/region',
    );
    const range = issueOf('licences.range', 'licences.officeEnterprise', {
      offer: 'officeEnterprise',
      min: 1,
      max: 10_000_000,
    });
    expect(english.issue(range)).toBe(
      'Number of licenses for Office Suite Enterprise must be between 1 and 10,000,000',
    );
  });

  test('name the field they are about', () => {
    expect(english.issue(issueOf('name.noLetters', 'agreementLastName', { value: '12' }))).toBe(
      'Last name of the person who accepted: enter a name with letters',
    );
    expect(english.issue(issueOf('name.singleCharacter', 'lastName', { value: 'K' }))).toBe(
      'Last name: enter more than one character',
    );
  });

  test('show typed text as it is, also if it looks like a placeholder', () => {
    const issue = issueOf('companyName.testName', 'companyName', { value: '{{field}} $& test' });
    expect(english.issue(issue)).toContain('{{field}} $& test');
  });
});

describe('what the locale decides', () => {
  test('the order of a date', () => {
    expect(dateOrder('en-US')).toBe('month day year');
    expect(dateOrder('sv-SE')).toBe('year month day');
    expect(dateOrder('ru-RU')).toBe('day month year');
    expect(dateOrder('zh-TW')).toBe('year month day');
  });

  test('where a country stands in the list', () => {
    const names = formTranslator('sv-SE', wordsOf('en-US'))
      .countries()
      .map(({ name }) => name);
    expect(names).toHaveLength(249);
    // Swedish sorts Å after Z.
    expect(names.indexOf('Åland')).toBeGreaterThan(names.indexOf('Zimbabwe'));
  });

  test('a day is the same in every time zone', () => {
    expect(english.date('2026-06-01')).toBe('June 1, 2026');
  });
});

/** Every message with its path. */
function messagesOf(messages: FormMessages, prefix = ''): (readonly [string, string])[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : messagesOf(value, `${prefix}${key}.`),
  );
}

function placeholdersOf(message: string): string[] {
  return [...message.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? '');
}

function withoutPlural(id: string): string {
  return id.replace(/_(?:zero|one|two|few|many|other)$/u, '');
}

function dateOrder(locale: string): string {
  return formTranslator(locale, wordsOf('en-US')).dateParts.join(' ');
}

function placeholdersById(messages: FormMessages): Record<string, string[]> {
  return Object.fromEntries(
    messagesOf(messages).map(([id, message]) => [withoutPlural(id), placeholdersOf(message).toSorted()]),
  );
}
