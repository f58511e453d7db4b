import { computed, type ReadonlySignal } from '@preact/signals';
import { type FormState, initialState, type Stage } from '../../domain/customer/form-state.ts';
import type { FieldPath, Issue } from '../../domain/customer/issues.ts';
import { type CustomerValues, emptyValues } from '../../domain/customer/values.ts';

/**
 * The form's one state in parts that are read each for itself: what shows one answer is rendered for changes of that
 * answer alone, which keeps a key press quick on a slow processor.
 */
export interface FormParts {
  readonly stage: ReadonlySignal<Stage>;
  /** True while there is nothing in the form, and nobody has gone on in it. */
  readonly isEmpty: ReadonlySignal<boolean>;
  readonly isUpdating: ReadonlySignal<boolean>;
  readonly refusal: ReadonlySignal<FormState['refusal']>;
  readonly issues: ReadonlySignal<readonly Issue[]>;
  readonly hasErrors: ReadonlySignal<boolean>;
  readonly answers: { readonly [Key in keyof CustomerValues]: ReadonlySignal<CustomerValues[Key]> };
  /** The issues that are shown at one place. */
  readonly issuesAt: (path: FieldPath) => readonly Issue[];
}

/** The parts of a form. */
export function partsOf(state: ReadonlySignal<FormState>): FormParts {
  const issues = computed(() => state.value.issues);
  const byPlace = new Map<FieldPath, ReadonlySignal<readonly Issue[]>>();
  return {
    stage: computed(() => state.value.stage),
    isEmpty: computed(() => state.value === initialState),
    isUpdating: computed(() => state.value.isUpdating),
    refusal: computed(() => state.value.refusal),
    issues,
    hasErrors: computed(() => issues.value.some(({ severity }) => severity === 'error')),
    answers: answersOf(state),
    issuesAt: (path) => {
      let found = byPlace.get(path);
      if (found === undefined) {
        found = steady(() => issues.value.filter(({ field }) => field === path));
        byPlace.set(path, found);
      }
      return found.value;
    },
  };
}

function answersOf(state: ReadonlySignal<FormState>): FormParts['answers'] {
  const fields = Object.keys(emptyValues) as (keyof CustomerValues)[];
  // Object.fromEntries forgets the keys' types; each signal gives the answer of its own key.
  return Object.fromEntries(
    fields.map((field) => [field, computed(() => state.value.values[field])]),
  ) as unknown as FormParts['answers'];
}

/** A list that is the same one for as long as its items are the same ones. */
function steady<Item>(find: () => readonly Item[]): ReadonlySignal<readonly Item[]> {
  let last: readonly Item[] = [];
  return computed(() => {
    const found = find();
    const isSame = found.length === last.length && found.every((item, index) => item === last[index]);
    if (!isSame) last = found;
    return last;
  });
}
