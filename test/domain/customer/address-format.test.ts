import { formatAddress } from 'localized-address-format';
import { describe, expect, test } from 'vitest';
import { addressFormatOf, addressPartNames } from '../../../src/domain/customer/address-format.ts';
import { countryCodes } from '../../../src/domain/customer/countries.ts';
import { findIssues } from '../../../src/domain/customer/find-issues.ts';
import { changeAnswers } from '../../../src/domain/customer/form-moves.ts';
import { initialState } from '../../../src/domain/customer/form-state.ts';
import { addressQuestions, isRequired } from '../../../src/domain/customer/questions.ts';
import {
  postalCodeExample,
  remarkOnPostalCode,
} from '../../../src/domain/customer/remarks/postal-code-remark.ts';
import { reviewRows } from '../../../src/domain/customer/review.ts';
import { statesOf } from '../../../src/domain/customer/states.ts';
import { completeValues } from './answers.ts';

describe.each(['givenFirst', 'familyFirst'] as const)('for readers who write names %s', (nameOrder) => {
  test.each(countryCodes)('%s has lines and a city, each part once, and what it requires', (country) => {
    const { order, required, names } = addressFormatOf(country, nameOrder);
    expect(order).toEqual(expect.arrayContaining(['lines', 'city', ...required]));
    expect(new Set(order).size).toBe(order.length);
    expect(addressPartNames).toEqual(expect.arrayContaining(Object.values(names)));
    expect(Object.keys(names).filter((part) => !order.some((other) => other === part))).toEqual([]);
  });
});

test('the order is that of a library made from the same data', () => {
  const differing = countryCodes.filter((country) => {
    const local = partsInOrder(country, 'local');
    const own = (nameOrder: 'givenFirst' | 'familyFirst') =>
      addressFormatOf(country, nameOrder).order.filter((part) => local.includes(part));
    const latin = partsInOrder(country, 'latin');
    return own('familyFirst').join() !== local.join() || own('givenFirst').join() !== latin.join();
  });
  expect(differing).toEqual([]);
});

test('countries whose states are chosen from a list have states', () => {
  const listed = countryCodes.filter((country) => statesOf(country).length > 0);
  expect(listed.filter((country) => !addressFormatOf(country).order.includes('state'))).toEqual([]);
});

test('every country has a format of its own or is one of those of which only the lines and the city are known', () => {
  const unknown = addressFormatOf('');
  expect(countryCodes.filter((country) => addressFormatOf(country) === unknown)).toEqual([]);
});

test.each([
  ['DE', 'givenFirst', 'addressLine1 addressLine2 postalCode city'],
  ['SE', 'familyFirst', 'addressLine1 addressLine2 postalCode city'],
  ['US', 'familyFirst', 'addressLine1 addressLine2 city state postalCode'],
  ['JP', 'familyFirst', 'postalCode state city addressLine1 addressLine2'],
  ['JP', 'givenFirst', 'addressLine1 addressLine2 city state postalCode'],
  ['HU', 'givenFirst', 'city addressLine1 addressLine2 postalCode'],
  ['AE', 'givenFirst', 'addressLine1 addressLine2 city state'],
  ['', 'givenFirst', 'addressLine1 addressLine2 city state postalCode'],
] as const)('in %s, for readers who write names %s, asks for %s', (country, nameOrder, questions) => {
  const values = { ...completeValues, country, state: '', postalCode: '' };
  expect(addressQuestions(values, nameOrder).join(' ')).toBe(questions);
});

test.each([
  ['AE', 'state', true],
  ['AE', 'city', false],
  ['JP', 'state', true],
  ['SG', 'city', false],
  ['SG', 'postalCode', true],
  ['MX', 'state', true],
  ['SE', 'state', false],
  ['US', 'postalCode', true],
  ['PT', 'state', false],
  ['PT', 'postalCode', true],
] as const)('in %s the %s is required: %s', (country, field, expected) => {
  expect(isRequired(field, { country })).toBe(expected);
});

test('a part that the next country lacks keeps what it holds, and shows it', () => {
  const context = { today: '2026-11-26' };
  const before = { ...initialState, stage: 'account', values: completeValues } as const;
  const { values } = changeAnswers(before, { country: 'AE' }, context);
  expect(values.postalCode).toBe('220030');
  expect(addressQuestions(values).at(-1)).toBe('postalCode');
  expect(reviewRows(values)).toContainEqual({
    stage: 'account',
    field: 'postalCode',
    answer: { kind: 'text', text: '220030' },
  });
  expect(addressQuestions({ ...values, postalCode: '' })).not.toContain('postalCode');
});

test('an issue says by which name to ask, and whether there is a list', () => {
  expect(missingIn('US')).toMatchObject([
    { code: 'state.missing', params: { part: 'state', isListed: true } },
    { code: 'postalCode.missing', params: { part: 'zip' } },
  ]);
  expect(missingIn('JP')[0]).toMatchObject({ params: { part: 'prefecture', isListed: false } });
});

describe('postal codes', () => {
  test.each(countryCodes)('an example of %s is like itself', (country) => {
    const example = postalCodeExample(country);
    if (example === undefined) return;
    expect(remarkOnPostalCode(example, country)).toBeUndefined();
    expect(remarkOnPostalCode(`${example}AAA`, country)).toBeDefined();
    expect(addressFormatOf(country).order).toContain('postalCode');
  });

  test.each([
    ['SE', '903 26'],
    ['CA', 'k1a 0b1'],
    ['GB', 'sw1a1aa'],
    ['IE', 'D6W XY00'],
    ['TW', '１０６４０９'],
    ['JP', '154‐0023'],
    ['US', 'anything'],
    ['AO', 'anything'],
  ])('in %s nothing is said of %s', (country, typed) => {
    expect(remarkOnPostalCode(typed, country)).toBeUndefined();
  });

  test.each([
    ['SE', '9032'],
    ['CA', '12345'],
    ['BY', '22003A'],
  ])('in %s something is said of %s', (country, typed) => {
    expect(remarkOnPostalCode(typed, country)).toMatchObject({ kind: 'unlikePostalCode', country });
  });
});

function missingIn(country: string) {
  const values = { ...completeValues, country, state: '', postalCode: '' };
  return findIssues('account', values, { today: '2026-11-26' }).filter(
    ({ field }) => field === 'state' || field === 'postalCode',
  );
}

/** The parts in the order in which the library puts marks that stand for them. */
function partsInOrder(country: string, form: 'local' | 'latin'): readonly string[] {
  const marks = { lines: '⟨1⟩', city: '⟨2⟩', state: '⟨3⟩', postalCode: '⟨4⟩' };
  const text = formatAddress(
    {
      postalCountry: country,
      addressLines: [marks.lines],
      locality: marks.city,
      administrativeArea: marks.state,
      postalCode: marks.postalCode,
    },
    form,
  ).join('\n');
  return Object.entries(marks)
    .filter(([, mark]) => text.includes(mark))
    .toSorted(([, one], [, other]) => text.indexOf(one) - text.indexOf(other))
    .map(([part]) => part);
}
