import { describe, expect, it } from 'vitest';
import { currencies, type EntityKind, languages, timeZones } from '../../../src/domain/locale/entity-kind.ts';
import { judgeLists, type ListForm, listForms, namesIn, pageWith } from './judge-lists.ts';

const locales = 'sv-SE zh-CN ru-RU zh-TW de fr es pt-BR nl pl hu tr ja ko uk ar hi fi th vi el ro hr'.split(
  ' ',
);

const kinds = [
  [languages, 'de en es fi fr hu ja ko pl pt-BR ru sv tr zh-Hans zh-Hant', 'da'],
  [currencies, 'USD EUR GBP JPY CNY INR BRL CAD CHF SEK PLN', 'NOK'],
  [
    timeZones,
    'America/Los_Angeles America/Denver America/Chicago America/New_York Asia/Tokyo Asia/Seoul Asia/Shanghai Europe/Paris Europe/Athens',
    'America/Halifax',
  ],
] as const satisfies readonly (readonly [EntityKind, string, string])[];

describe.each(
  kinds.flatMap(([kind, codes, other]) => locales.map((locale) => ({ kind, codes, other, locale }))),
)('a list of $kind.many in $locale', ({ kind, codes: spaced, other, locale }) => {
  const codes = spaced.split(' ');
  const source = pageWith(namesIn(kind, codes, 'en-US'), 'en-US', 'bullets');
  const names = namesIn(kind, codes, locale);
  const own = (code: string): string => kind.nameOf(code, locale);
  const judge = (printed: readonly string[], form: ListForm) =>
    judgeLists(source, pageWith(printed, locale, form), locale);
  const gone = codes[2] ?? '';

  it.each(listForms)('gives nothing when it is right, as %s', (form) => {
    expect(judge(names, form)).toEqual({});
  });

  it.each(listForms)('is known to lack what it lacks, as %s', (form) => {
    const found = judge(
      names.filter((name) => name !== own(gone)),
      form,
    );
    expect(Object.keys(found)).toEqual([`missing-${kind.id}`]);
    expect(found[`missing-${kind.id}`]?.data).toMatchObject({ [kind.key]: [gone], names: [own(gone)] });
  });

  it.each(listForms)('is known to hold what does not belong, as %s', (form) => {
    const found = judge([...names, own(other)], form);
    expect(Object.keys(found)).toEqual([`extra-${kind.id}`]);
    expect(found[`extra-${kind.id}`]?.data).toMatchObject({ [kind.key]: [other] });
  });

  it.each(listForms)('is known to repeat what it repeats, as %s', (form) => {
    const found = judge([own(gone), ...names], form);
    expect(Object.keys(found)).toEqual([`repeated-${kind.id}`]);
    expect(found[`repeated-${kind.id}`]?.data).toMatchObject({ [kind.key]: [gone], times: [2] });
  });

  it.each(listForms)('is known to hold a number, as %s', (form) => {
    const found = judge(
      names.map((name) => (name === own(gone) ? '2021' : name)),
      form,
    );
    expect(Object.keys(found)).toEqual([`unknown-${kind.id}`]);
    expect(found[`unknown-${kind.id}`]?.data).toMatchObject({ names: ['2021'], things: ['a number'] });
  });

  it.each(listForms)('is not blamed for a name that nobody knows, as %s', (form) => {
    const found = judge(
      names.map((name) => (name === own(gone) ? 'Qxzrv' : name)),
      form,
    );
    expect(found).toEqual({});
  });

  const english = kind.nameOf(gone, 'en-US');

  it.runIf(kind.resolve(english, locale) === undefined).each(listForms)(
    'is known to leave a name in English, as %s',
    (form) => {
      const found = judge(
        names.map((name) => (name === own(gone) ? english : name)),
        form,
      );
      expect(Object.keys(found)).toEqual([`untranslated-${kind.id}`]);
      expect(found[`untranslated-${kind.id}`]?.data).toMatchObject({ [kind.key]: [gone], names: [english] });
    },
  );
});
