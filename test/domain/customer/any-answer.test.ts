import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialiseDraft } from '../../../src/domain/customer/draft.ts';
import { changeAnswers, goOn } from '../../../src/domain/customer/form-moves.ts';
import { initialState, stages } from '../../../src/domain/customer/form-state.ts';
import { offerIds } from '../../../src/domain/customer/offers/catalogue.ts';
import { offerTerms } from '../../../src/domain/customer/offers/terms.ts';
import { readDraft } from '../../../src/domain/customer/read-draft.ts';
import { reviewRows } from '../../../src/domain/customer/review.ts';
import {
  agreementWays,
  type CustomerValues,
  emptyValues,
  partnerTypes,
  qualifications,
  roles,
  textFields,
} from '../../../src/domain/customer/values.ts';
import { context } from './answers.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });
const answers: fc.Arbitrary<CustomerValues> = fc
  .record({
    ...Object.fromEntries(textFields.map((field) => [field, text])),
    country: fc.constantFrom('', 'BY', 'US', 'SE', 'AE'),
    culture: fc.constantFrom('', 'be-BY', 'es-US', 'sv-SE'),
    reseller: fc.constantFrom('', 'fjallvind'),
    partnerType: fc.constantFrom('' as const, ...partnerTypes),
    role: fc.constantFrom('' as const, ...roles),
    specialQualifications: fc.constantFrom(...qualifications),
    agreement: fc.constantFrom('' as const, ...agreementWays),
    agreementPerson: fc.constantFrom('primary' as const, 'other' as const),
    additionalResellers: fc.array(text, { maxLength: 6 }),
    offers: fc.subarray([...offerIds]),
    terms: fc.dictionary(fc.constantFrom(...offerIds), fc.constantFrom('' as const, ...offerTerms), {
      noNullPrototype: true,
    }),
    licences: fc.dictionary(fc.constantFrom(...offerIds), text, { noNullPrototype: true }),
  })
  .map((changes) => ({ ...emptyValues, ...changes }));
const states = fc.record({ stage: fc.constantFrom(...stages), values: answers }).map(({ stage, values }) => ({
  ...initialState,
  stage,
  values,
}));

test('whatever is typed, the form goes on or says why not', () => {
  fc.assert(
    fc.property(states, (state) => {
      const next = goOn(state, context);
      expect(next.stage !== state.stage || next.issues.length > 0).toBe(true);
      expect(reviewRows(state.values).length).toBeGreaterThan(0);
    }),
  );
});

test('whatever is typed, a draft gives it back', () => {
  fc.assert(
    fc.property(states, (state) => {
      const shown = goOn(state, context);
      const found = readDraft(serialiseDraft(shown, context.today), context);
      expect(found).toEqual({ kind: 'read', state: shown, savedOn: context.today });
    }),
  );
});

test('whatever is kept, reading it throws nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (draft) => {
      expect(readDraft(draft, context)).toEqual({ kind: 'unreadable' });
    }),
  );
});

test('typing adds no issue to those shown', () => {
  fc.assert(
    fc.property(states, text, (state, companyName) => {
      const shown = goOn(state, context);
      const typed = changeAnswers(shown, { companyName }, context);
      expect(typed.issues.length).toBeLessThanOrEqual(shown.issues.length);
    }),
  );
});
