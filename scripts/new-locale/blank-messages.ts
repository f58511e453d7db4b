import { fillMessages, type MessageTree } from '../../src/domain/messages/fill-messages.ts';
import { type PluralCategory, pluralCategories, pluralUse } from '../../src/domain/messages/plural-use.ts';

/**
 * The messages of a source, each empty, which marks it untranslated; with the plural forms that `locale` needs for whole
 * numbers, and `other`, which serves all numbers that have no form of their own.
 * @param kept what has been translated already, and stays
 * @example blankMessages({ found_one: '{{count}} hit', found_other: '{{count}} hits' }, 'ja')
 * // => { found_other: '' }
 */
export function blankMessages(source: MessageTree, locale: string, kept: MessageTree = {}): MessageTree {
  return fillMessages(kept, blanked(source, locale));
}

function blanked(source: MessageTree, locale: string): MessageTree {
  const blank: Record<string, string | MessageTree> = {};
  for (const [key, value] of Object.entries(source)) {
    const stem = stemOf(key);
    if (typeof value === 'object') blank[key] = blanked(value, locale);
    else if (stem === undefined || source[`${stem}_other`] === undefined) blank[key] = '';
    else {
      const type = stem.endsWith('_ordinal') ? 'ordinal' : 'cardinal';
      for (const category of formsFor(locale, type)) blank[`${stem}_${category}`] = '';
    }
  }
  return blank;
}

function stemOf(key: string): string | undefined {
  return /^(?<stem>.+)_(?:zero|one|two|few|many|other)$/.exec(key)?.groups?.['stem'];
}

/**
 * The plural forms to write in a language, in CLDR's order.
 * @example formsFor('pl', 'cardinal') // => ['one', 'few', 'many', 'other']
 */
export function formsFor(locale: string, type: Intl.PluralRuleType): PluralCategory[] {
  const used = pluralUse(locale, type)?.numbers;
  return pluralCategories.filter(
    (category) => category === 'other' || (used?.has(category) ?? category === 'one'),
  );
}
