import { describe, expect, test } from 'vitest';
import { changeAnswers, goOn, openStage, updateAnswer } from '../../../src/domain/customer/form-moves.ts';
import { type FormState, initialState, stages } from '../../../src/domain/customer/form-state.ts';
import { completeValues, context } from './answers.ts';

const at = (stage: FormState['stage'], changes: Partial<FormState['values']> = {}): FormState => ({
  ...initialState,
  stage,
  values: { ...completeValues, ...changes },
});
const codesOf = ({ issues }: FormState) => issues.map(({ code }) => code);

test('leads from the opening to Done', () => {
  const path: FormState[] = [at('opening')];
  while (path.length < 6) path.push(goOn(path.at(-1) ?? initialState, context));
  expect(path.map(({ stage }) => stage)).toEqual([...stages]);
});

test('Done clears the answers', () => {
  expect(goOn(at('confirmation'), context)).toEqual({ ...initialState, stage: 'done' });
});

describe('errors', () => {
  test('keep the form where it is and are all shown', () => {
    const state = goOn(at('account', { city: '', email: 'anna' }), context);
    expect(state.stage).toBe('account');
    expect(codesOf(state)).toEqual(['city.missing', 'email.format']);
  });

  test('go away when they are mended', () => {
    const state = changeAnswers(goOn(at('account', { city: '' }), context), { city: 'Minsk' }, context);
    expect(codesOf(state)).toEqual([]);
  });

  test('never appear while somebody types', () => {
    const state = changeAnswers(
      goOn(at('account', { email: '' }), context),
      { email: 'a', city: '' },
      context,
    );
    expect(codesOf(state)).toEqual([]);
  });

  test('stay while the answer is wrong in the same way', () => {
    const state = changeAnswers(goOn(at('account', { email: 'anna' }), context), { email: 'anna@' }, context);
    expect(codesOf(state)).toEqual(['email.format']);
  });
});

describe('warnings', () => {
  test('are shown once and stop nobody', () => {
    const shown = goOn(at('account', { companyName: 'Norrsken.com' }), context);
    expect([shown.stage, ...codesOf(shown)]).toEqual(['account', 'companyName.domainEnding']);
    expect(goOn(shown, context).stage).toBe('subscriptions');
  });

  test('are shown again for another name', () => {
    const shown = goOn(at('account', { companyName: 'Norrsken.com' }), context);
    const other = goOn(changeAnswers(shown, { companyName: 'Norrsken.org' }, context), context);
    expect(other.stage).toBe('account');
  });
});

describe('going on without an offer', () => {
  test('is asked about once', () => {
    const asked = goOn(at('subscriptions', { offers: [] }), context);
    expect([asked.stage, ...codesOf(asked)]).toEqual(['subscriptions', 'offers.none']);
    const passed = goOn(asked, context);
    expect(passed.stage).toBe('review');
    expect(goOn(updateAnswer(passed, 'account'), context).stage).toBe('review');
  });

  test('is asked about no longer when an offer is chosen', () => {
    const asked = goOn(at('subscriptions', { offers: [] }), context);
    expect(codesOf(changeAnswers(asked, { offers: ['cloudUsage'] }, context))).toEqual([]);
  });
});

test('a change of country keeps a state that was typed as text', () => {
  expect(
    changeAnswers(at('account', { country: 'AE', state: 'Dubai' }), { country: 'US' }, context).values.state,
  ).toBe('Dubai');
});

test('a change of country takes the state away, which belongs to it', () => {
  expect(
    changeAnswers(at('account', { country: 'US', state: 'WA' }), { country: 'CA' }, context).values.state,
  ).toBe('');
  expect(
    changeAnswers(at('account', { country: 'US', state: 'WA' }), { country: 'US' }, context).values.state,
  ).toBe('WA');
});

describe('updating from Review', () => {
  test('leads straight back', () => {
    const updating = updateAnswer(at('review'), 'account');
    expect(goOn(updating, context).stage).toBe('review');
  });

  test('leads to what the new answer leaves incomplete, and shows it', () => {
    const updating = updateAnswer(at('review'), 'opening');
    const changed = goOn(changeAnswers(updating, { partnerType: 'indirectProvider' }, context), context);
    expect([changed.stage, ...codesOf(changed)]).toEqual(['account', 'reseller.missing']);
    expect(goOn(changeAnswers(changed, { reseller: 'fjallvind' }, context), context).stage).toBe('review');
  });
});

describe('a warning that an updated answer brings to another stage', () => {
  const invited = { agreement: 'invited', offers: ['cloudUsage'] } as const;

  test('is shown there once, on the way back to Review', () => {
    const updating = updateAnswer(at('review', { offers: ['cloudUsage'] }), 'account');
    const shown = goOn(changeAnswers(updating, invited, context), context);
    expect([shown.stage, ...codesOf(shown)]).toEqual(['subscriptions', 'offers.agreementPending']);
    expect(goOn(shown, context).stage).toBe('review');
  });

  test('is not shown again after it was seen', () => {
    const shown = goOn(at('subscriptions', invited), context);
    const updating = updateAnswer(goOn(shown, context), 'account');
    expect(goOn(updating, context).stage).toBe('review');
  });
});

describe('an address of a stage', () => {
  test('opens it when everything before it is complete', () => {
    expect(openStage(at('account'), 'review', context).stage).toBe('review');
    expect(openStage(at('review'), 'opening', context).stage).toBe('opening');
  });

  test('opens the first incomplete stage otherwise, without errors', () => {
    const state = openStage(at('opening', { city: '' }), 'review', context);
    expect([state.stage, ...codesOf(state)]).toEqual(['account']);
    expect(openStage(initialState, 'account', context)).toBe(initialState);
  });

  test('opens Confirmation no longer once answers are others than those submitted', () => {
    const submitted = goOn(at('review'), context);
    const changed = changeAnswers(openStage(submitted, 'account', context), { city: 'Grodno' }, context);
    expect(openStage(changed, 'confirmation', context).stage).toBe('review');
  });

  test('opens Confirmation only after Submit', () => {
    expect(openStage(at('account'), 'confirmation', context).stage).toBe('review');
    const submitted = goOn(at('review'), context);
    expect(openStage(openStage(submitted, 'review', context), 'confirmation', context).stage).toBe(
      'confirmation',
    );
  });
});

describe('what is shown as wrong', () => {
  const shown = goOn(at('account', { city: '', email: 'anna', companyName: 'N'.repeat(300) }), context);

  test('is the same list for as long as an answer changes nothing of it', () => {
    expect(changeAnswers(shown, { addressLine1: 'Zavodskaya 13' }, context).issues).toBe(shown.issues);
    const right = at('account');
    expect(changeAnswers(right, { city: '' }, context).issues).toBe(right.issues);
  });

  test('keeps the issues that stay, and tells what has changed about one', () => {
    const { issues } = changeAnswers(shown, { companyName: 'N'.repeat(299), city: 'Minsk' }, context);
    expect(issues.map(({ code, params }) => [code, params.length])).toEqual([
      ['companyName.tooLong', 299],
      ['email.format', undefined],
    ]);
    expect(issues.at(-1)).toBe(shown.issues.at(-1));
  });
});
