import { describe, expect, it } from 'vitest';
import { changedPage } from '../../mutations/changed-page.ts';
import { mutationKinds } from '../../mutations/kinds/index.ts';
import { findingsOf, realPages } from './real-pages.ts';
import { verdicts } from './verdicts.ts';

const harmless = mutationKinds.filter(
  ({ name, rules }) => rules.length === 0 && verdicts[name] === undefined,
);

describe.each(harmless.map((kind) => [kind.name, kind] as const))('after "%s"', (_name, kind) => {
  const pages = realPages.flatMap((pair) =>
    kind.mutationsOf(pair).flatMap((mutation) => {
      const page = changedPage(pair, mutation);
      return page === undefined ? [] : [{ pair, page, what: `${pair.key} ${pair.locale}, ${mutation.what}` }];
    }),
  );

  it('some page is another text', () => {
    expect(pages.length).toBeGreaterThan(0);
  });

  it.each(pages.map(({ what, pair, page }) => [what, pair, page] as const))(
    'the check says what it said before of %s',
    (_what, pair, page) => {
      expect(findingsOf(pair, page.text)).toEqual([]);
    },
  );
});
