/** Which plural forms a language uses, by CLDR through `Intl.PluralRules`. */

/** The plural categories of CLDR. */
export const pluralCategories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** One of `pluralCategories`. */
export type PluralCategory = (typeof pluralCategories)[number];

/** What plural forms are for in a language. */
export interface PluralUse {
  /** Whole numbers from 0 on that each category serves; those that none serves are left out. */
  readonly numbers: ReadonlyMap<PluralCategory, readonly number[]>;
  /** Every category that some number has, fractions and compact numbers included. */
  readonly all: ReadonlySet<PluralCategory>;
}

/**
 * Every language shows all that it does with whole numbers up to here. Beyond lies only `many` for round millions,
 * as Spanish or French has it, which few texts ever print.
 */
const largestNumber = 200;

/**
 * What plural forms are for in a locale; `undefined` where its language is unknown.
 *
 * Forms for fractions alone (`other` in Russian, `many` in Czech) and for round millions alone (`many` in French)
 * serve none of the whole numbers looked at.
 * @example [...pluralUse('ru', 'cardinal').numbers.keys()] // => ['many', 'one', 'few']
 */
export function pluralUse(locale: string, type: Intl.PluralRuleType): PluralUse | undefined {
  const name = `${type} ${locale}`;
  if (!usesBefore.has(name)) usesBefore.set(name, readUse(locale, type));
  return usesBefore.get(name);
}

const usesBefore = new Map<string, PluralUse | undefined>();

function readUse(locale: string, type: Intl.PluralRuleType): PluralUse | undefined {
  if (Intl.PluralRules.supportedLocalesOf(locale).length === 0) return undefined;
  const rules = new Intl.PluralRules(locale, { type });
  const numbers = new Map<PluralCategory, number[]>();
  for (let number = 0; number <= largestNumber; number++) {
    const category = rules.select(number);
    const served = numbers.get(category);
    if (served === undefined) numbers.set(category, [number]);
    else served.push(number);
  }
  return { numbers, all: new Set(rules.resolvedOptions().pluralCategories) };
}

/** True for the name of a plural category. */
export function isPluralCategory(name: string): name is PluralCategory {
  return (pluralCategories as readonly string[]).includes(name);
}
