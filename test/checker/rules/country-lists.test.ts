import { describe, expect, it } from 'vitest';
import { alignPages } from '../../../scripts/checker/align/align-pages.ts';
import { extraCountry } from '../../../scripts/checker/rules/extra-country.ts';
import { missingCountry } from '../../../scripts/checker/rules/missing-country.ts';
import { repeatedCountry } from '../../../scripts/checker/rules/repeated-country.ts';
import type { CheckedPage, Draft, FamilyContext } from '../../../scripts/checker/rules/rule.ts';
import { unknownCountry } from '../../../scripts/checker/rules/unknown-country.ts';
import { untranslatedCountry } from '../../../scripts/checker/rules/untranslated-country.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { foldName } from '../../../src/domain/locale/fold-name.ts';
import { territoryName } from '../../../src/domain/locale/territories.ts';

const codes = 'AM AZ BY HU KZ KG MD RU TJ UZ UA BR IN IQ MM SA SS TH VN PL ZA TR AE VE'.split(' ');
const rules = [missingCountry, extraCountry, repeatedCountry, unknownCountry, untranslatedCountry];
const languages =
  'sv-SE zh-CN ru-RU zh-TW de fr es pt-PT it nl pl cs hu tr ja ko uk ar hi fi da nb he th vi el ro'.split(
    ' ',
  );
const forms = ['sentence', 'bullets', 'table'] as const;

function namesIn(locale: string, of: readonly string[]): readonly string[] {
  return of.map((code) => territoryName(code, locale)).toSorted(new Intl.Collator(locale).compare);
}

function written(names: readonly string[], locale: string, form: (typeof forms)[number]): string {
  if (form === 'bullets') return names.map((name) => `- ${name}`).join('\n');
  if (form === 'table') {
    return ['| 1 | 2 |', '| --- | --- |', ...names.map((name) => `| ${name} | ID |`)].join('\n');
  }
  return new Intl.ListFormat(locale).format(names);
}

function pageWith(list: string): string {
  return `# ID\n\n## 1 {#rules}\n\nPOST /v1/customers\n\n## 2\n\n24:\n\n${list}\n\n## 3\n\nGET /v1/offers\n`;
}

const sourceText = pageWith(written(namesIn('en-US', codes), 'en-US', 'bullets'));

/** What the rules say of a translation of `sourceText`, by rule. */
function judge(translationText: string, locale: string): Readonly<Record<string, Draft>> {
  const source = checkedPage(sourceText, 'en-US', true);
  const translation = checkedPage(translationText, locale, false);
  const product = { sourceLocale: 'en-US', labels: new Map(), entityLists: [] };
  const alignment = alignPages(source.document, translation.document, { sourceLocale: 'en-US', locale });
  const context: FamilyContext = {
    key: 'ids',
    pages: [source, translation],
    pairs: [{ source, translation, alignment, product }],
    product,
    expected: [],
  };
  return Object.fromEntries(
    rules.flatMap((rule) => [...rule.check(context)].map((draft) => [rule.id, draft])),
  );
}

function checkedPage(text: string, locale: string, isSource: boolean): CheckedPage {
  const document = parsePage(text, { dialect: 'gfm' });
  return {
    key: 'ids',
    locale,
    path: `${locale}.md`,
    document,
    isSource,
    state: isSource ? 'source' : 'current',
  };
}

describe.each(languages)('a list of countries in %s', (locale) => {
  const names = namesIn(locale, codes);
  const own = (code: string): string => territoryName(code, locale);

  it.each(forms)('gives nothing when it is right, as %s', (form) => {
    expect(judge(pageWith(written(names, locale, form)), locale)).toEqual({});
  });

  it.each(forms)('is known to lack what it lacks, as %s', (form) => {
    const found = judge(
      pageWith(
        written(
          names.filter((name) => name !== own('KZ') && name !== own('BR')),
          locale,
          form,
        ),
      ),
      locale,
    );
    expect(Object.keys(found)).toEqual(['missing-country']);
    expect(found['missing-country']?.data).toMatchObject({
      countries: ['KZ', 'BR'].toSorted((one, other) => english(one).localeCompare(english(other), 'en')),
      expected: 24,
    });
  });

  it.each(forms)('is known to hold what does not belong, as %s', (form) => {
    const found = judge(pageWith(written([...names, own('JP')], locale, form)), locale);
    expect(Object.keys(found)).toEqual(['extra-country']);
    expect(found['extra-country']?.data).toMatchObject({ countries: ['JP'], names: [own('JP')] });
  });

  it.each(forms)('is known to repeat what it repeats, as %s', (form) => {
    const found = judge(pageWith(written([own('IQ'), ...names], locale, form)), locale);
    expect(Object.keys(found)).toEqual(['repeated-country']);
    expect(found['repeated-country']?.data).toMatchObject({ countries: ['IQ'], times: [2] });
  });

  it.each(forms)('is known to hold a word that is no country, as %s', (form) => {
    const found = judge(
      pageWith(
        written(
          names.map((name) => (name === own('MD') ? 'Bnd' : name)),
          locale,
          form,
        ),
      ),
      locale,
    );
    expect(Object.keys(found)).toEqual(['unknown-country']);
    expect(found['unknown-country']?.data).toMatchObject({ names: ['Bnd'], countries: ['MD'] });
  });

  const isOther = (candidate: string): boolean => foldName(own(candidate)) !== foldName(english(candidate));

  it.each(forms)('is known to leave a name in English, as %s', (form) => {
    const code = ['AZ', 'HU', 'KZ'].find(isOther) ?? 'IN';
    const mixed = names.map((name) => (name === own(code) ? english(code) : name));
    const found = judge(pageWith(written(mixed, locale, form)), locale);
    expect(Object.keys(found)).toEqual(['untranslated-country']);
    expect(found['untranslated-country']?.data).toMatchObject({ countries: [code] });
  });
});

/** The English name. */
function english(code: string): string {
  return territoryName(code, 'en');
}

describe('a list that is damaged beyond use', () => {
  it('gets one finding per rule, with everything in it', () => {
    const garbage =
      'IaA,JN, Brasilien, Judic, India, IaA,JN, Kyrgyzstan,jiska,Jve, Ryssland, Sydafrika, Sydkorea, Sydkorea, Sydkorea, Island, Förenade Arabemiraten, Bande, Bande och Vietnam';
    const found = judge(pageWith(garbage), 'sv-SE');
    expect(found['missing-country']?.data?.['countries']).toHaveLength(17);
    expect(found['missing-country']?.message).toMatch(/^17 of 24 countries are missing: `Armenien`, /);
    expect(found['extra-country']?.data).toMatchObject({ countries: ['KR', 'IS'], times: [3, 1] });
    expect(found['unknown-country']?.data?.['names']).toEqual([
      'IaA',
      'JN',
      'Judic',
      'jiska',
      'Jve',
      'Bande',
    ]);
    expect(found['untranslated-country']?.data?.['countries']).toEqual(['IN', 'KG']);
    expect(found['repeated-country']).toBeUndefined();
  });

  it('is not looked for where its section is missing', () => {
    expect(judge('# ID\n\n## 1 {#rules}\n\nPOST /v1/customers\n', 'sv-SE')).toEqual({});
  });

  it('is left alone in a language that nothing is known of', () => {
    expect(judge(pageWith('A, B, C, D, E, F'), 'xx')).toEqual({});
  });
});
