import { describe, expect, test } from 'vitest';
import { draftLifetime, serialiseDraft } from '../../../src/domain/customer/draft.ts';
import { goOn } from '../../../src/domain/customer/form-moves.ts';
import { initialState } from '../../../src/domain/customer/form-state.ts';
import { isExpired, readDraft } from '../../../src/domain/customer/read-draft.ts';
import { resumeDraft } from '../../../src/domain/customer/resume-draft.ts';
import { completeValues, context } from './answers.ts';

const state = goOn(
  {
    ...initialState,
    stage: 'account',
    values: { ...completeValues, city: '', offers: ['officeSmall'], licences: { officeSmall: '12' } },
  },
  context,
);
const draft = serialiseDraft(state, context.today);

test('gives back stage, answers, errors and the day', () => {
  expect(state.issues).toHaveLength(1);
  expect(readDraft(draft, context)).toEqual({ kind: 'read', state, savedOn: context.today });
});

test('gives back however much was pasted', () => {
  const values = { ...state.values, companyName: 'n'.repeat(100_000) };
  const found = readDraft(serialiseDraft({ ...state, values }, context.today), context);
  expect(found.kind === 'read' && found.state.values).toEqual(values);
});

test('gives back that the role is another one', () => {
  const other = { ...state, values: { ...state.values, role: 'otherRole' as const } };
  expect(readDraft(serialiseDraft(other, context.today), context)).toMatchObject({
    kind: 'read',
    state: { values: { role: 'otherRole' } },
  });
});

test('holds codes and typed text, no messages', () => {
  expect(JSON.parse(draft).issues).toEqual(['city:city.missing']);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"version":5,'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a draft without a version', draft.replace('"version":5,', '')],
  ['a version that never was', draft.replace('"version":5', '"version":0')],
  ['an unknown stage', draft.replace('"stage":"account"', '"stage":"payment"')],
  ['an answer of another kind', draft.replace('"city":""', '"city":{}')],
  ['a missing answer', draft.replace('"city":"",', '')],
  ['an unknown country', draft.replace('"country":"BY"', '"country":"constructor"')],
  ['an unknown culture', draft.replace('"culture":""', '"culture":"tlh"')],
  ['an unknown reseller', draft.replace('"reseller":""', '"reseller":"toString"')],
  ['an unknown offer', draft.replace('["officeSmall"]', '["gold"]')],
  ['an unknown term', draft.replace('"terms":{}', '"terms":{"officeSmall":"P9Y"}')],
  ['a day that is none', draft.replace(context.today, 'yesterday')],
])('does not read %s', (_, text) => {
  expect(readDraft(text, context)).toEqual({ kind: 'unreadable' });
});

test('tells a draft of a later version from a damaged one', () => {
  expect(readDraft(draft.replace('"version":5', '"version":6'), context)).toEqual({ kind: 'newer' });
});

const fourth = draft.replace('"version":5', '"version":4').replace('"validationCode":"",', '');

test('brings a draft of the fourth version up to date, and keeps what the service has refused', () => {
  expect(fourth).not.toContain('validationCode');
  expect(readDraft(fourth, context)).toEqual({ kind: 'read', state, savedOn: context.today });
  const refused = fourth.replace(
    '"wish":"","refusal":null',
    '"wish":"accepted","refusal":{"refusal":"domainTaken","about":"[]"}',
  );
  expect(readDraft(refused, context)).toMatchObject({
    kind: 'read',
    state: { wish: 'accepted', refusal: { refusal: 'domainTaken', about: '[]' } },
  });
});

const third = fourth.replace('"version":4', '"version":3').replace(',"wish":"","refusal":null', '');

test('brings a draft of the third version up to date', () => {
  expect(third).not.toContain('wish');
  expect(readDraft(third, context)).toEqual({ kind: 'read', state, savedOn: context.today });
});

test('gives back what the service has refused, and what it shall answer', () => {
  const asked = {
    ...state,
    wish: 'underReview' as const,
    refusal: { refusal: 'domainTaken' as const, about: '["norrskenbakery"]' },
  };
  const found = readDraft(serialiseDraft(asked, context.today), context);
  expect(found).toMatchObject({ kind: 'read', state: { wish: asked.wish, refusal: asked.refusal } });
});

const second = third.replace('"version":3', '"version":2').replace(',"terms":{}', '');

test('brings a draft of the second version up to date', () => {
  expect(second).not.toContain('terms');
  expect(readDraft(second, context)).toEqual({ kind: 'read', state, savedOn: context.today });
});

test('brings a draft of the first version up to date', () => {
  const first = second
    .replace('"version":2', '"version":1')
    .replace(`"savedOn":"${context.today}",`, '')
    .replace('"culture":"",', '');
  expect(first).not.toContain('culture');
  expect(readDraft(first, context)).toEqual({ kind: 'read', state, savedOn: context.today });
});

test('forgets errors that no longer exist', () => {
  const found = readDraft(draft.replace('"city:city.missing"', '"city:city.gone"'), context);
  expect(found.kind === 'read' && found.state.issues).toEqual([]);
});

test('a draft is kept for its lifetime and no day longer', () => {
  expect(isExpired(context.today, later(draftLifetime))).toBe(false);
  expect(isExpired(context.today, later(draftLifetime + 1))).toBe(true);
  expect(isExpired(later(5), context.today)).toBe(false);
});

describe('a draft from a file', () => {
  test('opens where it was left', () => {
    const kept = { ...state, stage: 'subscriptions' as const, values: completeValues, issues: [] };
    expect(resumeDraft(kept, context)).toMatchObject({ stage: 'subscriptions', values: completeValues });
  });

  test('opens at the first stage with errors', () => {
    expect(resumeDraft({ ...state, stage: 'review', issues: [] }, context)).toMatchObject({
      stage: 'account',
    });
  });

  test('opens at Review where it was submitted', () => {
    const kept = { ...state, stage: 'confirmation' as const, values: completeValues, isSubmitted: true };
    expect(resumeDraft(kept, context)).toMatchObject({ stage: 'review', isSubmitted: false });
  });
});

function later(days: number): string {
  return new Date(Date.parse(context.today) + days * 86_400_000).toISOString().slice(0, 10);
}
