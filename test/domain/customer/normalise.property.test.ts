import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findIssues } from '../../../src/domain/customer/find-issues.ts';
import { foldText } from '../../../src/domain/customer/fold-text.ts';
import { cleanText, isBlank, lengthOf, toAscii, toCode } from '../../../src/domain/customer/normalise.ts';
import { offerIds } from '../../../src/domain/customer/offers/catalogue.ts';
import { type QuestionStage, questionsOf } from '../../../src/domain/customer/questions.ts';
import { type CustomerValues, type TextFieldId, textFields } from '../../../src/domain/customer/values.ts';
import { completeValues, context } from './answers.ts';

/** Text of any plane, with more than its share of what is pasted unseen. */
const unseen = [...'\u00AD\u200B\u200E\u200F\u202A\u202C\u202E\u2060\u2066\u2069\uFEFF\u{E0061}\u0007'];
const spaces = [...' \u00A0\u2009\u202F\u3000\t'];
const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom(...unseen, ...spaces)))
  .map((parts) => parts.join('').toWellFormed());

test.each([
  ['cleanText', cleanText],
  ['toAscii', toAscii],
  ['toCode', toCode],
  ['foldText', foldText],
])('%s changes nothing the second time', (_, normalise) => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const once = normalise(typed);
      expect(normalise(once)).toBe(once);
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test('every character that is seen stays, in every plane', () => {
  const lost: string[] = [];
  for (let codePoint = 0x20; codePoint <= 0x10ffff; codePoint += 1) {
    const character = String.fromCodePoint(codePoint);
    if (/[\p{Cc}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\s]/u.test(character)) continue;
    if (cleanText(`a${character}a`) !== `a${character}a`.normalize('NFC')) lost.push(character);
  }
  expect(lost).toEqual([]);
});

test('every decimal digit of Unicode is written as the plain digit of its value', () => {
  // Unicode keeps the ten digits of a script in a row, zero first; several such rows may follow each other.
  const digits = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint).filter(
    (codePoint) =>
      (codePoint < 0xd800 || codePoint > 0xdfff) && /\p{Nd}/u.test(String.fromCodePoint(codePoint)),
  );
  expect(digits.length % 10).toBe(0);
  expect(toAscii(String.fromCodePoint(...digits))).toBe('0123456789'.repeat(digits.length / 10));
});

const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
const arabic = (text: string): string =>
  text.replace(/\d/gu, (digit) => String.fromCodePoint(0x660 + Number(digit)));

/** The text, between, before and after each of whose characters something stands that nobody sees. */
const sprinkled = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('', '', ...unseen), {
      minLength: lengthOf(text) + 1,
      maxLength: lengthOf(text) + 1,
    })
    .map((between) =>
      [...text].reduce(
        (all, character, index) => `${all}${character}${between[index + 1]}`,
        between[0] ?? '',
      ),
    );

/** The text as it comes from documents and web pages: unseen characters, spaces of other kinds, more of them. */
const pasted = (text: string): fc.Arbitrary<string> =>
  fc
    .record({
      space: fc.constantFrom(...spaces, '\u00A0 ', ' \u200B '),
      ends: fc.constantFrom('', '\u3000', '\u00A0', '\uFEFF ', '\n'),
      text: sprinkled(text),
    })
    .map((parts) => `${parts.ends}${parts.text.replaceAll(' ', parts.space)}${parts.ends}`);

/** Answers that are right, and answers that are wrong in each way that the rules know. */
const answers: { readonly [Field in TextFieldId]?: readonly string[] } = {
  companyName: [
    '',
    'Norrsken Bakery Supplies',
    'N',
    'Ltd.',
    'N B S',
    'aaaa',
    'Test',
    'Test Company',
    'Norrsken Test Lab',
    'Norrsken.com',
    '!!!',
    '北极光面包',
    'x'.repeat(256),
  ],
  registrationId: ['', '100-234 567', '100234567', '12345', 'AB 123', 'УНП 1'],
  validationCode: ['', '12345', '98-76 54', '12A45', '12345678901', 'x'],
  addressLine1: ['', 'Zavodskaya 12', '–', 'x'.repeat(201)],
  addressLine2: ['', 'Floor 3', 'x'.repeat(201)],
  city: ['', 'Minsk', '-'],
  state: ['', 'Minsk'],
  postalCode: ['', '220030', '98052', '98052-6399', '9805'],
  firstName: ['', 'Anna', 'A', 'test', '123', '李', 'x'.repeat(41)],
  middleName: ['', 'A', 'Admin', '1'],
  lastName: ['', 'Lind', 'xxx', '--'],
  email: ['', 'anna.lind@norrsken-bakery.example', 'anna', 'anna@microsoft.com', 'anna@gmail.com', 'a@b'],
  phone: ['', '+375 (29) 123-45-67', '12345', '0046 8 123 456', 'abc', '206 555 0100'],
  domain: ['', 'norrskenbakery', 'norrsken-bakery', 'x'.repeat(28), 'norrsken.onmicrosoft.com'],
  agreementYear: ['', '2026', '2027', '26'],
  agreementMonth: ['', '11', '13', '1'],
  agreementDay: ['', '20', '31', '0'],
  agreementFirstName: ['', 'Erik', 'E'],
  agreementLastName: ['', 'Berg', 'test'],
  agreementEmail: ['', 'erik@norrsken.example', 'erik'],
  agreementPhone: ['', '+46 8 123 456 78', '1'],
};
const chosen: ReadonlySet<TextFieldId> = new Set(['country', 'culture', 'reseller'] as const);

test('answers of every text field are known here', () => {
  expect(Object.keys(answers).toSorted()).toEqual(
    textFields.filter((field) => !chosen.has(field)).toSorted(),
  );
});

const places: fc.Arbitrary<Partial<CustomerValues>> = fc.record({
  country: fc.constantFrom('BY', 'US', 'SE', 'PT'),
  specialQualifications: fc.constantFrom('none', 'education', 'governmentCommunityCloud'),
  agreementPerson: fc.constant('other'),
});

test.each(Object.keys(answers) as TextFieldId[])(
  '%s is judged as it is meant, however it was pasted',
  (field) => {
    const cases = fc
      .constantFrom(...(answers[field] ?? []))
      .chain((plain) => fc.record({ plain: fc.constant(plain), place: places, dirty: pasted(plain) }));
    fc.assert(
      fc.property(cases, ({ plain, place, dirty }) => {
        expect(verdict('account', { ...place, [field]: dirty })).toEqual(
          verdict('account', { ...place, [field]: plain }),
        );
        expect(isBlank(dirty)).toBe(isBlank(plain));
      }),
      { numRuns: 150, seed: 2 },
    );
  },
);

test.each(Object.keys(answers) as TextFieldId[])(
  '%s is judged by its letters and digits, not by their width',
  (field) => {
    for (const country of ['BY', 'US', 'SE', 'PT']) {
      for (const plain of answers[field] ?? []) {
        const place = {
          country,
          specialQualifications: 'governmentCommunityCloud',
          agreementPerson: 'other',
        } as const;
        const expected = verdict('account', { ...place, [field]: plain });
        for (const disguise of isNumeric(field) ? [wide, arabic] : [wide]) {
          const found = verdict('account', { ...place, [field]: disguise(plain) });
          expect([plain, found]).toEqual([plain, expected]);
        }
      }
    }
  },
);

test('numbers of licences and MPN IDs are judged as they are meant', () => {
  const offers = [...offerIds];
  for (const plain of ['', '5', '1 500', '0', '301', 'x', '-3', '1,000']) {
    for (const disguise of [
      wide,
      arabic,
      (text: string) => `\u200E${text.replaceAll(' ', '\u00A0')}\uFEFF`,
    ]) {
      const licencesOf = (text: string) => Object.fromEntries(offers.map((offer) => [offer, text]));
      expect(verdict('subscriptions', { offers, licences: licencesOf(disguise(plain)) })).toEqual(
        verdict('subscriptions', { offers, licences: licencesOf(plain) }),
      );
      expect(verdict('account', resellersOf(disguise(plain)))).toEqual(
        verdict('account', resellersOf(plain)),
      );
    }
  }
});

const resellersOf = (text: string): Partial<CustomerValues> => ({
  country: 'SE',
  partnerType: 'indirectProvider',
  reseller: 'fjallvind',
  additionalResellers: [text, '4200001', text],
});

/** What the rules say of a customer that is complete but for these answers. */
function verdict(stage: QuestionStage, changes: Partial<CustomerValues>): readonly string[] {
  const values = { ...completeValues, ...changes };
  expect(questionsOf(stage, values).length).toBeGreaterThan(0);
  return findIssues(stage, values, context).map(({ code, field }) => `${field}: ${code}`);
}

function isNumeric(field: TextFieldId): boolean {
  return /^(?:registrationId|validationCode|postalCode|phone|agreementPhone|agreement(?:Year|Month|Day))$/u.test(
    field,
  );
}
