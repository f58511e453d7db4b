import { describe, expect, it } from 'vitest';
import { unseen } from './damage.ts';
import { translations } from './own-pages.ts';
import { sectionWays } from './ways/sections.ts';

describe.each(translations.map((page) => [page.locale, page] as const))(
  'in the %s guide the check',
  (_, page) => {
    it.each(sectionWays.map((way) => [way.name, way] as const))('sees %s', (_name, way) => {
      const damages = way.damage(page);
      expect(damages.length).toBeGreaterThan(0);
      expect(unseen(page, damages)).toEqual([]);
    });
  },
);
