import type { Message, MessageFile } from './message-file.ts';
import { isPluralCategory, pluralCategories } from './plural-use.ts';

/** A message with all its plural forms: `errors` for the keys `errors_one` and `errors_other`. */
export interface MessageUnit {
  /** The key, joined by dots, without what says the plural form. */
  readonly id: string;
  /** In the order of the file; one alone, without a selector, where the key has no plural forms. */
  readonly forms: readonly UnitForm[];
}

/** One key of a unit. */
export interface UnitForm {
  /** A plural category; `plural` or a digit in JSON v3; '' for the key without plural form. */
  readonly selector: string;
  readonly type: Intl.PluralRuleType;
  readonly message: Message;
}

/** A key taken apart. */
export interface SuffixedKey {
  readonly stem: string;
  readonly selector: string;
  readonly type: Intl.PluralRuleType;
}

/**
 * The plural form that a key names under i18next, or `undefined` where it ends like none.
 *
 * Whether it means one is another question: a key such as `reason_other` may be just called so.
 * @example pluralSuffixOf('place_ordinal_few') // => { stem: 'place', selector: 'few', type: 'ordinal' }
 */
export function pluralSuffixOf(id: string): SuffixedKey | undefined {
  const at = id.lastIndexOf('_');
  const selector = id.slice(at + 1);
  if (at <= 0 || !(isPluralCategory(selector) || selector === 'plural' || /^\d$/.test(selector)))
    return undefined;
  const stem = id.slice(0, at);
  if (stem.endsWith('_ordinal') && isPluralCategory(selector)) {
    return { stem: stem.slice(0, -'_ordinal'.length), selector, type: 'ordinal' };
  }
  return stem.endsWith('.') ? undefined : { stem, selector, type: 'cardinal' };
}

/**
 * Keys of a file that have plural forms, without them.
 *
 * Under i18next they show by their forms: `other` beside another, or one that prints `{{count}}`.
 */
export function pluralStems(file: MessageFile): ReadonlySet<string> {
  const stems = new Set<string>();
  if (file.format !== 'i18next') return stems;
  const seen = new Map<string, { readonly selectors: Set<string>; isCounted: boolean }>();
  for (const { id, placeholders } of file.messages) {
    const key = pluralSuffixOf(id);
    if (key === undefined) continue;
    const known = seen.get(key.stem) ?? { selectors: new Set<string>(), isCounted: false };
    known.selectors.add(key.selector);
    known.isCounted ||= placeholders.some(({ name }) => name === countName);
    seen.set(key.stem, known);
  }
  for (const [stem, { selectors, isCounted }] of seen) {
    const categories = pluralCategories.filter((category) => selectors.has(category)).length;
    const isNew = categories > 0 && (isCounted || (selectors.has('other') && categories > 1));
    const isOld = selectors.has('plural') ? file.byId.has(stem) : isCounted && selectors.has('0');
    if (isNew || isOld) stems.add(stem);
  }
  return stems;
}

/** What i18next chooses plural forms by. */
export const countName = '{{count}}';

/**
 * The messages of a file with their plural forms put together, by id; `stems` are keys that have such forms here or in
 * the source.
 */
export function groupUnits(file: MessageFile, stems: ReadonlySet<string>): ReadonlyMap<string, MessageUnit> {
  const forms = new Map<string, UnitForm[]>();
  for (const message of file.messages) {
    const key = stems.size === 0 ? undefined : pluralSuffixOf(message.id);
    const isForm = key !== undefined && stems.has(key.stem);
    const id = isForm ? key.stem : message.id;
    const form: UnitForm = isForm
      ? { selector: key.selector, type: key.type, message }
      : { selector: '', type: 'cardinal', message };
    const known = forms.get(id);
    if (known === undefined) forms.set(id, [form]);
    else known.push(form);
  }
  return new Map(Array.from(forms, ([id, own]) => [id, { id, forms: own }]));
}
