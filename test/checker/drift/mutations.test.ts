import { describe, expect, it } from 'vitest';
import { findDrift } from '../../../scripts/checker/drift/find-drift.ts';
import { changedPage } from '../../mutations/changed-page.ts';
import { harmlessKinds } from '../../mutations/kinds/harmless.ts';
import { mutationKinds } from '../../mutations/kinds/index.ts';
import { reorderingKinds } from '../../mutations/kinds/reorderings.ts';
import type { Mutation, ParityPair } from '../../mutations/mutation.ts';
import { faithfulPairs, parityPairOf } from '../faithful-pages.ts';

/** Changes that a reader cannot see; what else is listed as harmless changes the page, though no translation is worse for it. */
const invisible = harmlessKinds.filter((kind) => !reorderingKinds.includes(kind));
const visible = mutationKinds.filter((kind) => !invisible.includes(kind));

const pages = faithfulPairs.map(parityPairOf);

describe.each(visible.map((kind) => [kind.name, kind] as const))('where somebody did "%s"', (_, kind) => {
  it('the drift names a change at that place', () => {
    const unnoticed = pages.flatMap((pair) =>
      fewOf(kind.mutationsOf(pair)).flatMap((mutation) => {
        const changed = changedPage(pair, mutation);
        if (changed === undefined || isInvisible(pair, changed.text)) return [];
        const { changes } = findDrift(pair.translation.document, changed.after, {
          locale: pair.locale,
          key: pair.key,
        });
        const isNamed = changes.some(({ rangeBefore: { start, end } }) =>
          mutation.edits.some((edit) => {
            return edit.from <= end.offset + slack && edit.to >= start.offset - slack;
          }),
        );
        return isNamed ? [] : [`${pair.key}: ${mutation.what}, of ${changes.length} changes none`];
      }),
    );
    expect(unnoticed).toEqual([]);
  });
});

describe.each(invisible.map((kind) => [kind.name, kind] as const))('where somebody did "%s"', (_, kind) => {
  it('the drift is empty', () => {
    const drifts = pages.flatMap((pair) =>
      kind.mutationsOf(pair).flatMap((mutation) => {
        const changed = changedPage(pair, mutation);
        if (changed === undefined) return [];
        const { locale, key } = pair;
        return [findDrift(pair.translation.document, changed.after, { locale, key })];
      }),
    );
    expect(drifts.length).toBeGreaterThan(0);
    expect(drifts.flatMap(({ changes }) => changes)).toEqual([]);
    expect(drifts.every(({ isCosmetic }) => isCosmetic)).toBe(true);
  });
});

/** Something new is placed behind what stands before it, across a blank line and a marker. */
const slack = 8;

/** The first and the last: the others of a page are much alike. */
function fewOf(mutations: readonly Mutation[]): readonly Mutation[] {
  return mutations.filter((_, at) => at < 3 || at === mutations.length - 1);
}

/** A space at a full-width comma: a broken line leaves the same. */
function isInvisible({ translation }: ParityPair, text: string): boolean {
  return withoutSpaces(translation.text) === withoutSpaces(text);
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+(?=[，。、])|(?<=[，。、])\s+/g, '');
}
