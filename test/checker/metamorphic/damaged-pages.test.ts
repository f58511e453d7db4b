import { describe, expect, it } from 'vitest';
import { mutationKinds } from '../../mutations/kinds/index.ts';
import { wrongVerdicts } from './damage.ts';
import { findingsOf, realPages } from './real-pages.ts';
import { verdicts } from './verdicts.ts';

const kinds = mutationKinds.filter(({ name }) => verdicts[name] !== undefined);

it('every verdict is one on a change that can be made', () => {
  expect(Object.keys(verdicts).toSorted()).toEqual(kinds.map(({ name }) => name).toSorted());
});

describe.each(realPages.map((pair) => [pair.key, pair.locale, pair] as const))(
  'in %s, %s, the check',
  (_key, _locale, pair) => {
    it('says nothing against the translation', () => {
      expect(findingsOf(pair)).toEqual([]);
    });

    it.each(
      kinds.filter((kind) => kind.mutationsOf(pair).length > 0).map((kind) => [kind.name, kind] as const),
    )('says just what is wrong, and where, when one were to %s', (_name, kind) => {
      expect(wrongVerdicts(pair, kind)).toEqual([]);
    });
  },
);
