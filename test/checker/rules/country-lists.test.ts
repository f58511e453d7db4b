import { describe, expect, it } from 'vitest';
import { countries } from '../../../src/domain/locale/entity-kind.ts';
import { foldName } from '../../../src/domain/locale/fold-name.ts';
import { territoryName } from '../../../src/domain/locale/territories.ts';
import { judgeLists, listForms, namesIn, pageWith } from './judge-lists.ts';

const codes = 'AM AZ BY HU KZ KG MD RU TJ UZ UA BR IN IQ MM SA SS TH VN PL ZA TR AE VE'.split(' ');
const languages =
  'sv-SE zh-CN ru-RU zh-TW de fr es pt-PT it nl pl cs hu tr ja ko uk ar hi fi da nb he th vi el ro bg lt id ca'.split(
    ' ',
  );

const source = pageWith(namesIn(countries, codes, 'en-US'), 'en-US', 'bullets');

describe.each(languages)('a list of countries in %s', (locale) => {
  const names = namesIn(countries, codes, locale);
  const own = (code: string): string => territoryName(code, locale);
  const judge = (printed: readonly string[], form: (typeof listForms)[number]) =>
    judgeLists(source, pageWith(printed, locale, form), locale);

  it.each(listForms)('gives nothing when it is right, as %s', (form) => {
    expect(judge(names, form)).toEqual({});
  });

  it.each(listForms)('is known to lack what it lacks, as %s', (form) => {
    const found = judge(
      names.filter((name) => name !== own('KZ') && name !== own('BR')),
      form,
    );
    expect(Object.keys(found)).toEqual(['missing-country']);
    expect(found['missing-country']?.data).toMatchObject({
      countries: ['KZ', 'BR'].toSorted((one, other) => english(one).localeCompare(english(other), 'en')),
      expected: 24,
    });
  });

  it('has a place for what it lacks where its order puts it', () => {
    const at = 7;
    const [before, name] = [names[at - 1] ?? '', names[at] ?? ''];
    const text = pageWith(names.toSpliced(at, 1), locale, 'bullets');
    const draft = judgeLists(source, text, locale)['missing-country'];
    expect(draft?.data).toMatchObject({ names: [name] });
    expect(text.slice(0, draft?.span.start.offset).endsWith(`\n- ${before}`)).toBe(true);
    expect(draft?.fix?.edits.map((edit) => edit.text)).toEqual([`\n- ${name}`]);
  });

  it.each(['sentence', 'bullets', 'table'] as const)(
    'is known to hold what does not belong, as %s',
    (form) => {
      const found = judge([...names, own('JP')], form);
      expect(Object.keys(found)).toEqual(['extra-country']);
      expect(found['extra-country']?.data).toMatchObject({ countries: ['JP'], names: [own('JP')] });
    },
  );

  it.each(['sentence', 'bullets', 'table'] as const)('is known to repeat what it repeats, as %s', (form) => {
    const place = names.indexOf(own('IQ'));
    const found = judge(names.toSpliced(place, 0, own('IQ')), form);
    expect(Object.keys(found)).toEqual(['repeated-country']);
    expect(found['repeated-country']?.data).toMatchObject({ countries: ['IQ'], times: [2] });
  });

  it.each(['sentence', 'bullets', 'table'] as const)(
    'is known to hold a word that is no country, as %s',
    (form) => {
      const found = judge(
        names.map((name) => (name === own('MD') ? 'Bnd' : name)),
        form,
      );
      expect(Object.keys(found)).toEqual(['unknown-country']);
      expect(found['unknown-country']?.data).toMatchObject({
        names: ['Bnd'],
        countries: ['MD'],
        things: [null],
      });
    },
  );

  it.each(['sentence', 'bullets'] as const)('is known to hold a continent and a number, as %s', (form) => {
    const africa = new Intl.DisplayNames(locale, { type: 'region' }).of('002') ?? '';
    const found = judge(
      names.map((name) => (name === own('MD') ? africa : name === own('TH') ? '24' : name)),
      form,
    );
    expect(Object.keys(found)).toEqual(['unknown-country']);
    const data = found['unknown-country']?.data;
    const words = data?.['names'] as readonly string[];
    const things = data?.['things'] as readonly (string | null)[];
    expect(Object.fromEntries(words.map((word, at) => [word, things[at]]))).toEqual({
      [africa]: 'a continent',
      24: 'a number',
    });
  });

  const isOther = (candidate: string): boolean => foldName(own(candidate)) !== foldName(english(candidate));

  it.each(['sentence', 'bullets', 'table'] as const)('is known to leave a name in English, as %s', (form) => {
    const code = ['AZ', 'HU', 'KZ'].find(isOther) ?? 'IN';
    const found = judge(
      names.map((name) => (name === own(code) ? english(code) : name)),
      form,
    );
    expect(Object.keys(found)).toEqual(['untranslated-country']);
    expect(found['untranslated-country']?.data).toMatchObject({ countries: [code] });
    expect(found['untranslated-country']?.fix).toMatchObject({
      safety: 'safe',
      edits: [{ text: own(code) }],
    });
  });

  it.each(['sentence', 'bullets'] as const)('is given up as a whole when it is garbage, as %s', (form) => {
    const words = ['IaA', 'JN', 'Judic', 'jiska', 'Jve', 'Bande', 'Obelix'];
    const found = judge([...words, ...['BR', 'RU', 'VN', 'AE', 'JP', 'KR'].map(own)], form);
    expect(Object.keys(found)).toEqual(['garbled-country-list']);
    expect(found['garbled-country-list']?.data?.['countries']).toHaveLength(20);
    expect(found['garbled-country-list']?.data?.['names']).toEqual([...words, own('JP'), own('KR')]);
  });

  it('is not looked for in names that are sorted unlike the English ones', () => {
    const text = pageWith(names.toReversed(), locale, 'bullets');
    expect(judgeLists(source, text, locale)).toEqual({});
  });
});

/** The English name. */
function english(code: string): string {
  return territoryName(code, 'en');
}

describe.each(['sv-SE', 'ru-RU', 'de', 'fr', 'pl', 'tr', 'el', 'ko', 'zh-CN', 'vi'])(
  'a sorted list in %s',
  (locale) => {
    it('is known to have one name out of order', () => {
      const names = namesIn(countries, codes, locale);
      const moved = names[3] ?? '';
      const found = judgeLists(
        source,
        pageWith([...names.toSpliced(3, 1), moved], locale, 'bullets'),
        locale,
      );
      expect(Object.keys(found)).toEqual(['misplaced-country']);
      expect(found['misplaced-country']?.data).toMatchObject({ names: [moved], behind: [names[2]] });
    });
  },
);

describe('a list that is damaged beyond use', () => {
  it('gets one finding, with everything in it', () => {
    const garbage =
      'IaA,JN, Brasilien, Judic, India, IaA,JN, Kyrgyzstan,jiska,Jve, Ryssland, Sydafrika, Sydkorea, Sydkorea, Sydkorea, Island, Förenade Arabemiraten, Bande, Bande och Vietnam';
    const page = pageWith([garbage], 'sv-SE', 'sentence');
    const found = judgeLists(source, page, 'sv-SE');
    expect(Object.keys(found)).toEqual(['garbled-country-list']);
    const draft = found['garbled-country-list'];
    expect(draft?.message).toMatch(
      /^The list names 7 of 24 countries, .*; missing are `Armenien`, .*`Venezuela`$/,
    );
    expect(draft?.data).toMatchObject({
      names: ['IaA', 'JN', 'Judic', 'jiska', 'Jve', 'Bande', 'Sydkorea', 'Island'],
      untranslated: ['India', 'Kyrgyzstan'],
      printed: 20,
      expected: 24,
    });
    expect(draft?.data?.['countries']).toHaveLength(17);
    const { span, text } = draft?.fix?.edits[0] ?? {};
    const mended = page.slice(0, span?.start.offset) + text + page.slice(span?.end.offset);
    expect(judgeLists(source, mended, 'sv-SE')).toEqual({});
  });

  it('is not looked for where its section is missing', () => {
    expect(judgeLists(source, '# ID\n\n## 1 {#rules}\n\nPOST /v1/customers\n', 'sv-SE')).toEqual({});
  });
});
