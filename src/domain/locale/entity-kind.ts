import {
  currencyCodes,
  currencyName,
  hasCurrencyNames,
  mayBeCurrency,
  nearestCurrency,
  resolveCurrency,
} from './currencies.ts';
import {
  hasLanguageNames,
  isOwnLanguageName,
  languageName,
  mayBeLanguage,
  mayBeSameLanguage,
  nearestLanguage,
  resolveLanguage,
} from './languages.ts';
import { localeTagOf } from './locale-tag.ts';
import type { FoldedText, NameMatch, NearName } from './name-index.ts';
import {
  hasTerritoryNames,
  isFormerTerritoryName,
  mayBeTerritory,
  nearestTerritory,
  resolveTerritory,
  territoryCodes,
  territoryName,
} from './territories.ts';
import {
  canonicalZone,
  hasTimeZoneNames,
  isTimeZoneOnly,
  mayBeTimeZone,
  nearestTimeZone,
  resolveTimeZone,
  timeZoneName,
} from './time-zones.ts';

/** A thing that a printed name stands for, in whichever language. */
export interface EntityMatch {
  readonly code: string;
  /** `foreign`: the name is one of another language, `locale`; `repaired`: it is broken by an encoding mix-up. */
  readonly as: 'name' | 'inflected' | 'foreign' | 'repaired';
  /** For `foreign`: whose name it is. */
  readonly locale?: string;
}

/** Kinds of things that have a code, and a name in every language. */
export const entityKindIds = ['country', 'language', 'currency', 'time-zone'] as const;

/** One of `entityKindIds`. */
export type EntityKindId = (typeof entityKindIds)[number];

/** A kind of thing that has a code, and a name in every language. */
export interface EntityKind {
  readonly id: EntityKindId;
  /** What one and several are called in messages, and where `data` keeps their codes. */
  readonly one: string;
  readonly many: string;
  readonly key: string;
  /** What codes of the kind are, for people. */
  readonly standard: string;
  readonly isCode: (code: string) => boolean;
  /**
   * True where the names that translators use are known, so that a word that is none of them is a fault. Of the other
   * kinds CLDR has one name, and there are more.
   */
  readonly isComplete: boolean;
  /** True when names of this kind are known in the language of `locale`. */
  readonly isKnownIn: (locale: string) => boolean;
  /** What a printed name stands for in `locale` itself. */
  readonly resolve: (text: string, locale: string) => NameMatch | undefined;
  /** What a misspelt name may stand for. */
  readonly nearest: (text: string, locale: string, among?: ReadonlySet<string>) => NearName | undefined;
  /** The ordinary name of a code in `locale`. */
  readonly nameOf: (code: string, locale: string) => string;
  /** A quick look that spares most texts the search for a name. */
  readonly mayBe: (text: FoldedText, locale: string) => boolean;
  /** False for a name that is one of another kind as well, and makes no list of this kind by itself. */
  readonly isDistinctive?: (text: string, locale: string) => boolean;
  /** True for a name of no language in particular, which is not left untranslated. */
  readonly isUntranslatable?: (text: string, locale: string) => boolean;
  /** True when two codes may mean one thing. */
  readonly mayBeSame?: (one: string, other: string) => boolean;
  /** True for a name that is out of use. */
  readonly isFormer?: (text: string, code: string, locale: string) => boolean;
}

/** Countries and regions by ISO 3166-1 alpha-2. */
export const countries: EntityKind = {
  id: 'country',
  one: 'country',
  many: 'countries',
  key: 'countries',
  standard: 'ISO 3166-1 alpha-2 codes of two capital letters, such as SE',
  isCode: (code) => territoryCodes.includes(code),
  isComplete: true,
  isKnownIn: hasTerritoryNames,
  resolve: resolveTerritory,
  nearest: nearestTerritory,
  nameOf: territoryName,
  mayBe: mayBeTerritory,
  isFormer: isFormerTerritoryName,
};

/** Languages and their regional forms by BCP 47 tag. */
export const languages: EntityKind = {
  id: 'language',
  one: 'language',
  many: 'languages',
  key: 'languages',
  standard: 'BCP 47 tags, such as sv or pt-BR',
  isCode: (code) => localeTagOf(code) === code,
  isComplete: false,
  isKnownIn: hasLanguageNames,
  resolve: resolveLanguage,
  nearest: nearestLanguage,
  nameOf: languageName,
  mayBe: mayBeLanguage,
  isDistinctive: (text, locale) => resolveTerritory(text, locale) === undefined,
  isUntranslatable: isOwnLanguageName,
  mayBeSame: mayBeSameLanguage,
};

/** Currencies by ISO 4217. */
export const currencies: EntityKind = {
  id: 'currency',
  one: 'currency',
  many: 'currencies',
  key: 'currencies',
  standard: 'ISO 4217 codes of three capital letters, such as SEK',
  isCode: (code) => currencyCodes.includes(code),
  isComplete: false,
  isKnownIn: hasCurrencyNames,
  resolve: resolveCurrency,
  nearest: nearestCurrency,
  nameOf: currencyName,
  mayBe: mayBeCurrency,
};

/** Time zones by IANA id. */
export const timeZones: EntityKind = {
  id: 'time-zone',
  one: 'time zone',
  many: 'time zones',
  key: 'timeZones',
  standard: 'ids of the IANA time zone database, such as Europe/Stockholm',
  isCode: (code) => code.includes('/') && canonicalZone(code) !== undefined,
  isComplete: false,
  isKnownIn: hasTimeZoneNames,
  resolve: resolveTimeZone,
  nearest: nearestTimeZone,
  nameOf: timeZoneName,
  mayBe: mayBeTimeZone,
  isDistinctive: isTimeZoneOnly,
};

/** Every kind there is. */
export const entityKinds: readonly EntityKind[] = [countries, languages, currencies, timeZones];

/** The kind with an id. */
export function entityKindOf(id: EntityKindId): EntityKind {
  return entityKinds.find((kind) => kind.id === id) ?? countries;
}
