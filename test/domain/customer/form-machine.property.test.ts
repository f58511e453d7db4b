import { isDeepStrictEqual as equals } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  customerOf,
  type PracticeCustomer,
} from '../../../src/domain/customer/customers/practice-customer.ts';
import { draftVersion, serialiseDraft } from '../../../src/domain/customer/draft.ts';
import { findIssues, type RuleContext } from '../../../src/domain/customer/find-issues.ts';
import {
  changeAnswers,
  goOn,
  isQuestionStage,
  openStage,
  updateAnswer,
} from '../../../src/domain/customer/form-moves.ts';
import { type FormState, initialState, type Stage, stages } from '../../../src/domain/customer/form-state.ts';
import { issueKey, issueRules } from '../../../src/domain/customer/issues.ts';
import { offerIds } from '../../../src/domain/customer/offers/catalogue.ts';
import { offerTerms } from '../../../src/domain/customer/offers/terms.ts';
import { questionStages, questionsOf } from '../../../src/domain/customer/questions.ts';
import { readDraft } from '../../../src/domain/customer/read-draft.ts';
import { resumeDraft } from '../../../src/domain/customer/resume-draft.ts';
import { statesOf } from '../../../src/domain/customer/states.ts';
import {
  agreementPersons,
  agreementWays,
  type CustomerValues,
  emptyValues,
  partnerTypes,
  qualifications,
  roles,
  textFields,
  tickFields,
} from '../../../src/domain/customer/values.ts';
import { completeValues, context } from './answers.ts';

/** Something that happens to the form: what a partner does, another tab, a reload. */
type FormEvent =
  | { readonly kind: 'change'; readonly changes: Partial<CustomerValues> }
  /** Answers the questions of the stage as a complete customer has them. */
  | { readonly kind: 'complete' }
  | { readonly kind: 'goOn' | 'startAgain' | 'reload' | 'saveAndOpenFile' | 'customerAppears' | 'midnight' }
  | { readonly kind: 'open'; readonly stage: Stage }
  | { readonly kind: 'update'; readonly stage: (typeof questionStages)[number] };

/** The form, what surrounds it, and what must be true of it by what was done. */
interface Walk {
  readonly form: FormState;
  readonly context: RuleContext;
  /** Every answer as it was given last. */
  readonly given: CustomerValues;
  /** The answers as they were submitted, until Confirmation is left for good. */
  readonly submitted: CustomerValues | undefined;
}

const listedCountries = ['', 'BY', 'US', 'SE', 'AE', 'CN'];
const codes: { readonly [Field in keyof CustomerValues]?: fc.Arbitrary<CustomerValues[Field]> } = {
  country: fc.constantFrom(...listedCountries),
  state: fc.constantFrom('', 'WA', 'BJ', 'Minsk'),
  culture: fc.constantFrom('', 'be-BY', 'en-US', 'sv-SE'),
  reseller: fc.constantFrom('', 'fjallvind'),
  partnerType: fc.constantFrom('', ...partnerTypes),
  role: fc.constantFrom('', ...roles),
  specialQualifications: fc.constantFrom(...qualifications),
  agreement: fc.constantFrom('', ...agreementWays),
  agreementPerson: fc.constantFrom('', ...agreementPersons),
  offers: fc.subarray([...offerIds]),
  additionalResellers: fc.array(fc.constantFrom('', '4200001', '4200002', 'x'), { maxLength: 5 }),
  licences: fc.dictionary(fc.constantFrom(...offerIds), fc.constantFrom('', '5', '0', '301', 'x'), {
    noNullPrototype: true,
  }),
  terms: fc.dictionary(fc.constantFrom(...offerIds), fc.constantFrom('', ...offerTerms), {
    noNullPrototype: true,
  }),
};
const typed = fc.oneof(
  fc.constantFrom('', ' ', 'Test', 'Norrsken.com', 'anna@microsoft.com', '7', '2026', '=1+1'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const changes: fc.Arbitrary<Partial<CustomerValues>> = fc.oneof(
  ...textFields.filter((field) => !(field in codes)).map((field) => fc.record({ [field]: typed })),
  ...tickFields.map((field) => fc.record({ [field]: fc.boolean() })),
  ...Object.entries(codes).map(([field, code]) => fc.record({ [field]: code as fc.Arbitrary<unknown> })),
);
const events: fc.Arbitrary<FormEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('change'), changes }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('complete') }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('goOn') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('open'), stage: fc.constantFrom(...stages) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('update'), stage: fc.constantFrom(...questionStages) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('reload', 'saveAndOpenFile', 'customerAppears', 'midnight', 'startAgain'),
    }),
  },
);

test('no sequence of events reaches an impossible state or loses an answer', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(events, { minLength: 8, maxLength: 60, size: 'max' }), (happening) => {
      let walk: Walk = { form: initialState, context, given: emptyValues, submitted: undefined };
      for (const event of happening) {
        walk = after(event, walk);
        expect(faultsOf(walk)).toEqual([]);
        reached.add(`${walk.form.stage}${walk.form.isUpdating ? ', updating' : ''}`);
        if (walk.form.issues.length > 0) reached.add(`${walk.form.stage}, issues`);
      }
    }),
    // The same walks every time: what they reach is asserted below.
    { numRuns: 400, seed: 20261126 },
  );
  expect(reached).toEqual(
    new Set([...stages, ...questionStages.flatMap((stage) => [`${stage}, updating`, `${stage}, issues`])]),
  );
});

/** The walk after an event; one that the form does not offer where it is changes nothing. */
function after(event: FormEvent, walk: Walk): Walk {
  const { form, context: rules, given } = walk;
  switch (event.kind) {
    case 'change':
      return asks(form, Object.keys(event.changes)) ? answer(event.changes, walk) : walk;
    case 'complete': {
      const asked = Object.entries(completeValues).filter(([field]) => asks(form, [field]));
      return asked.length > 0 ? answer(Object.fromEntries(asked), walk) : walk;
    }
    case 'goOn':
      return goOnFrom(walk);
    case 'open':
      // A customer that was submitted is in the list; that is no reason to close Confirmation to it.
      return { ...walk, form: openStage(form, event.stage, { ...rules, customers: [] }) };
    case 'update':
      return form.stage === 'review' ? { ...walk, form: updateAnswer(form, event.stage) } : walk;
    case 'startAgain':
      return { ...walk, form: initialState, given: emptyValues, submitted: undefined };
    case 'reload':
      return { ...walk, form: restored(form, rules) };
    case 'saveAndOpenFile': {
      const opened = resumeDraft(restored(form, rules), { ...rules, customers: [] });
      return { ...walk, form: opened, submitted: undefined };
    }
    case 'customerAppears':
      return { ...walk, context: { ...rules, customers: [customer(given), ...(rules.customers ?? [])] } };
    case 'midnight':
      return { ...walk, context: { ...rules, today: nextDay(rules.today) } };
  }
}

function answer(given: Partial<CustomerValues>, walk: Walk): Walk {
  const moves = given.country !== undefined && given.country !== walk.given.country;
  const isListed = statesOf(walk.given.country).length > 0;
  return {
    ...walk,
    form: changeAnswers(walk.form, given, walk.context),
    // A culture and a listed state belong to their country: all that a change of something else takes away.
    given: { ...walk.given, ...(moves ? { culture: '', ...(isListed ? { state: '' } : {}) } : {}), ...given },
  };
}

function goOnFrom(walk: Walk): Walk {
  const { form, context: rules, given } = walk;
  const next = goOn(form, rules);
  const { customers = [] } = rules;
  if (next.stage === form.stage) {
    expect(next.issues).not.toEqual([]);
    // Warnings alone stop nobody twice.
    if (next.issues.every(({ severity }) => severity === 'warning')) {
      expect(goOn(next, rules).stage).not.toBe(form.stage);
    }
    return { ...walk, form: next };
  }
  if (next.stage === 'confirmation') {
    for (const stage of questionStages) expect(errorsAt(stage, form.values, rules)).toEqual([]);
    return {
      form: next,
      given,
      submitted: given,
      context: { ...rules, customers: [customer(given), ...customers] },
    };
  }
  if (next.stage === 'done' || form.stage === 'done') {
    return { ...walk, form: next, given: emptyValues, submitted: undefined };
  }
  return { ...walk, form: next };
}

/** What of this cannot be, by what was done; nothing of a walk that is in order. */
function faultsOf({ form, context: rules, given, submitted }: Walk): readonly string[] {
  const { stage, values, issues, seenWarnings, isUpdating, isSubmitted } = form;
  const questions: readonly string[] = isQuestionStage(stage) ? questionsOf(stage, values) : [];
  // A customer that came meanwhile, and is told on the way to Submit, takes nobody back.
  const alone = { ...rules, customers: [] };
  const isIncomplete = questionStages
    .filter((other) => stage !== 'done' && stages.indexOf(other) < stages.indexOf(stage))
    .some((other) => errorsAt(other, values, alone).length > 0);
  const hasForeignIssue = issues.some(
    ({ code, field, rule }) => !questions.includes(field.split('.')[0] ?? '') || issueRules[code] !== rule,
  );
  const faults = {
    'an answer is not as it was given': !equals(values, given),
    'an earlier stage has errors': isIncomplete,
    'an issue belongs to no question of the stage, or not to its rule': hasForeignIssue,
    'an issue is shown twice': new Set(issues.map(issueKey)).size < issues.length,
    'a warning is noted twice': new Set(seenWarnings).size < seenWarnings.length,
    'something is updated where nothing is asked': isUpdating && !isQuestionStage(stage),
    'Confirmation is open to answers that were not submitted':
      (isSubmitted || stage === 'confirmation') && !(isSubmitted && equals(submitted, values)),
    'Done keeps something': stage === 'done' && !equals(form, { ...initialState, stage }),
  };
  return Object.entries(faults).flatMap(([fault, isThere]) => (isThere ? [fault] : []));
}

/** The form after its draft was kept and read again, which must be the same form. */
function restored(form: FormState, rules: RuleContext): FormState {
  const draft = serialiseDraft(form, rules.today);
  expect(JSON.parse(draft)).toHaveProperty('version', draftVersion);
  const found = readDraft(draft, rules);
  if (found.kind !== 'read') throw new Error(`A draft of this form is ${found.kind}: ${draft}`);
  expect({ ...found.state, issues: [] }).toEqual({ ...form, issues: [] });
  // One about a customer that is there no longer goes away.
  expect(form.issues.map(issueKey)).toEqual(expect.arrayContaining(found.state.issues.map(issueKey)));
  return found.state;
}

/** True where the stage asks for all of these: the form changes what it shows and nothing else. */
function asks({ stage, values }: FormState, fields: readonly string[]): boolean {
  if (!isQuestionStage(stage)) return false;
  const questions: readonly string[] = questionsOf(stage, values);
  return fields.every((field) =>
    questions.includes(/^agreement(?:Year|Month|Day)$/u.test(field) ? 'agreementDate' : field),
  );
}

function errorsAt(stage: (typeof questionStages)[number], values: CustomerValues, rules: RuleContext) {
  return findIssues(stage, values, rules).filter(({ severity }) => severity === 'error');
}

function customer(values: CustomerValues): PracticeCustomer {
  return customerOf(values, '00000000-0000-4000-8000-000000000000', context.today);
}

function nextDay(today: string): string {
  return new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
}
