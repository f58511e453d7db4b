import { expect, test } from 'vitest';
import { parseDraft, serialiseDraft } from '../../../src/domain/customer/draft.ts';
import { goOn, initialState } from '../../../src/domain/customer/form-state.ts';
import { completeValues, context } from './answers.ts';

const state = goOn(
  {
    ...initialState,
    stage: 'account',
    values: { ...completeValues, city: '', offers: ['officeSmall'], licences: { officeSmall: '12' } },
  },
  context,
);

test('gives back stage, answers and errors', () => {
  expect(state.issues).toHaveLength(1);
  expect(parseDraft(serialiseDraft(state), context)).toEqual(state);
});

test('gives back however much was pasted', () => {
  const values = { ...state.values, companyName: 'n'.repeat(100_000) };
  expect(parseDraft(serialiseDraft({ ...state, values }), context)?.values).toEqual(values);
});

test('holds codes and typed text, no messages', () => {
  expect(JSON.parse(serialiseDraft(state)).issues).toEqual(['city:city.missing']);
});

test.each([
  ['no JSON', '{"version":1,'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a later version', serialiseDraft(state).replace('"version":1', '"version":2')],
  ['another version', serialiseDraft(state).replace('"version":1', '"version":0')],
  ['an unknown stage', serialiseDraft(state).replace('"stage":"account"', '"stage":"payment"')],
  ['an answer of another kind', serialiseDraft(state).replace('"city":""', '"city":{}')],
  ['a missing answer', serialiseDraft(state).replace('"city":"",', '')],
  ['an unknown country', serialiseDraft(state).replace('"country":"BY"', '"country":"constructor"')],
  ['an unknown reseller', serialiseDraft(state).replace('"reseller":""', '"reseller":"toString"')],
  ['an unknown offer', serialiseDraft(state).replace('["officeSmall"]', '["gold"]')],
])('does not read %s', (_, draft) => {
  expect(parseDraft(draft, context)).toBeUndefined();
});

test('forgets errors that no longer exist', () => {
  const draft = serialiseDraft(state).replace('"city:city.missing"', '"city:city.gone"');
  expect(parseDraft(draft, context)?.issues).toEqual([]);
});
