import type { Stage } from './form-state.ts';
import type { NameOrder } from './name-order.ts';
import type { PracticePart } from './practice-places.ts';
import { type QuestionStage, questionStages, questionsOf } from './questions.ts';
import type { CustomerValues, FieldId } from './values.ts';

/** Where in the form a place is: at a stage, with a question or a part to go to, or at a customer of the practice list. */
export type FoundPlace =
  | {
      readonly kind: 'question';
      readonly stage: QuestionStage;
      readonly field: FieldId;
      /** The question that was wanted, where it depends on another one and is not asked so far. */
      readonly unasked?: FieldId;
    }
  | { readonly kind: 'part'; readonly stage: Stage; readonly part: PracticePart }
  | { readonly kind: 'customer'; readonly page: 'customer' | 'products'; readonly part: PracticePart };

/**
 * Where a place is, with the answers given so far. A question that is not asked yet is found where it is decided: the
 * reseller of a direct bill partner at the partner type.
 * @param name what an address names, which may be no place at all
 * @example findPlace('offers', emptyValues) // => { kind: 'question', stage: 'subscriptions', field: 'offers' }
 */
export function findPlace(
  name: string,
  values: CustomerValues,
  nameOrder?: NameOrder,
): FoundPlace | undefined {
  if (isPart(name)) return parts[name];
  const asked = questionStages.flatMap((stage) =>
    questionsOf(stage, values, nameOrder).map((field) => ({ kind: 'question', stage, field }) as const),
  );
  const found = asked.find(({ field }) => field === name);
  if (found !== undefined || !isDecided(name)) return found;
  const decider = deciders[name].flatMap((field) => asked.filter((one) => one.field === field))[0];
  return decider && { ...decider, unasked: name };
}

/** The questions that decide whether another one is asked, the nearest first. */
const deciders = {
  validationCode: ['specialQualifications'],
  reseller: ['partnerType'],
  additionalResellers: ['reseller', 'partnerType'],
} as const satisfies Partial<Record<FieldId, readonly FieldId[]>>;

function isDecided(name: string): name is keyof typeof deciders {
  return Object.hasOwn(deciders, name);
}

const parts: Readonly<Record<PracticePart, FoundPlace>> = {
  customers: { kind: 'part', stage: 'opening', part: 'customers' },
  products: { kind: 'customer', page: 'products', part: 'products' },
  acceptance: { kind: 'customer', page: 'customer', part: 'acceptance' },
  costs: { kind: 'customer', page: 'customer', part: 'costs' },
  service: { kind: 'part', stage: 'review', part: 'service' },
  existingCustomer: { kind: 'part', stage: 'review', part: 'existingCustomer' },
  exports: { kind: 'part', stage: 'review', part: 'exports' },
};

function isPart(name: string): name is PracticePart {
  return Object.hasOwn(parts, name);
}
