import { describe, expect, it } from 'vitest';
import { unseen, type Way } from './damage.ts';
import { translations } from './own-pages.ts';

/** One test for each way and locale: the check sees every fault where it is, and says nothing else. */
export function describeWays(ways: readonly Way[]): void {
  describe.each(translations.map((page) => [page.locale, page] as const))(
    'in the %s guide',
    (locale, page) => {
      for (const { name, damage, missedIn = [] } of ways) {
        const test = missedIn.includes(locale) ? it.fails : it;
        test(`the check sees ${name}`, { timeout: 120_000 }, () => {
          const damages = damage(page);
          expect(damages.length).toBeGreaterThan(0);
          expect(unseen(page, damages)).toEqual([]);
        });
      }
    },
  );
}
