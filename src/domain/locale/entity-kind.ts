import { hasTerritoryNames, nearestTerritory, resolveTerritory, territoryName } from './territories.ts';

/** A thing that a printed name stands for. */
export interface EntityMatch {
  readonly code: string;
  /** `foreign`: the name is one of another language, `locale`; `repaired`: it is broken by an encoding mix-up. */
  readonly as: 'name' | 'inflected' | 'foreign' | 'repaired';
  /** For `foreign`: whose name it is. */
  readonly locale?: string;
}

/** A kind of thing that has a code, and a name in every language. */
export interface EntityKind {
  readonly id: 'country';
  /** What one and several are called in messages. */
  readonly one: string;
  readonly many: string;
  /** True when names of this kind are known in the language of `locale`. */
  readonly isKnownIn: (locale: string) => boolean;
  /** What a printed name stands for in `locale` itself. */
  readonly resolve: (
    text: string,
    locale: string,
  ) => { readonly code: string; readonly as: 'name' | 'inflected' } | undefined;
  /** What a misspelt name may stand for. */
  readonly nearest: (
    text: string,
    locale: string,
    among?: ReadonlySet<string>,
  ) => { readonly code: string; readonly similarity: number } | undefined;
  /** The ordinary name of a code in `locale`. */
  readonly nameOf: (code: string, locale: string) => string;
}

/** Countries and regions by ISO 3166-1 alpha-2. */
export const countries: EntityKind = {
  id: 'country',
  one: 'country',
  many: 'countries',
  isKnownIn: hasTerritoryNames,
  resolve: resolveTerritory,
  nearest: nearestTerritory,
  nameOf: territoryName,
};
