import type { Span } from '../document/page-document.ts';
import type { MessageFile, Placeholder } from './message-file.ts';
import { countName, type MessageUnit } from './message-units.ts';
import { isPluralCategory, type PluralCategory, type PluralUse } from './plural-use.ts';

/** The plural forms of one message by one number, whether they are keys or stand inside the text. */
export interface PluralSet {
  /** The placeholder that prints the number: `{{count}}` or `{n}`. */
  readonly number: string;
  readonly type: Intl.PluralRuleType;
  readonly forms: readonly PluralForm[];
  /** Whether numbers without a form of their own get `other`, or nothing at all. */
  readonly fallsToOther: boolean;
  /** Readers that take `zero`, `one` and `two` for 0, 1 and 2 in every language. */
  readonly namedNumbers: readonly PluralCategory[];
  /** True for JSON v3, whose numbers of forms are none of CLDR's. */
  readonly isNumbered: boolean;
}

/** One plural form. */
export interface PluralForm {
  /** A category, or `=1`. */
  readonly selector: string;
  readonly placeholders: readonly Placeholder[];
  readonly hasNumber: boolean;
  /** Where its name stands. */
  readonly span: Span;
  /** The end of the form, where another would follow. */
  readonly end: Span;
  /** The text alone. */
  readonly textSpan: Span;
}

/** The plural forms of a unit of a file: those of its keys, and those inside its texts. */
export function pluralSetsOf(unit: MessageUnit, file: MessageFile): readonly PluralSet[] {
  return [...keySets(unit), ...unit.forms.flatMap(({ message }) => innerSets(message, file.isArb))];
}

function keySets({ forms }: MessageUnit): readonly PluralSet[] {
  // The key without a form serves every number that has none: nothing is missing.
  if (
    forms.some(({ selector }) => isPluralCategory(selector)) &&
    forms.some(({ selector }) => selector === '')
  ) {
    return [];
  }
  return (['cardinal', 'ordinal'] as const).flatMap((type) => {
    const own = forms.filter((form) => form.type === type && form.selector !== '');
    if (own.length === 0) return [];
    return {
      number: countName,
      type,
      forms: own.map(({ selector, message }): PluralForm => {
        const { placeholders, span, keySpan } = message;
        const end = span.end.offset + (message.value === 'text' ? 1 : 0);
        const after = { ...span.end, column: span.end.column + end - span.end.offset, offset: end };
        return {
          selector,
          placeholders,
          hasNumber: placeholders.some(({ name }) => name === countName),
          span: keySpan,
          end: { start: after, end: after },
          textSpan: span,
        };
      }),
      fallsToOther: false,
      namedNumbers: type === 'cardinal' ? (['zero'] as const) : [],
      isNumbered: own.some(({ selector }) => !isPluralCategory(selector)),
    };
  });
}

function innerSets(message: MessageUnit['forms'][number]['message'], isArb: boolean): readonly PluralSet[] {
  return message.plurals.map(({ argument, type, forms }): PluralSet => {
    return {
      number: `{${argument}}`,
      type,
      forms: forms.map(({ selector, placeholders, hasNumber, from, to }): PluralForm => {
        const named = isArb ? (namesOfNumbers[selector] ?? selector) : selector;
        const textSpan = message.spanAt(from, to);
        const end = message.spanAt(to + 1, to + 1);
        const name = message.text.lastIndexOf(selector, from);
        const span = name === -1 ? textSpan : message.spanAt(name, name + selector.length);
        return { selector: named, placeholders, hasNumber, span, end, textSpan };
      }),
      fallsToOther: true,
      namedNumbers: isArb && type === 'cardinal' ? ['zero', 'one', 'two'] : [],
      isNumbered: false,
    };
  });
}

const namesOfNumbers: Readonly<Record<string, PluralCategory>> = { '=0': 'zero', '=1': 'one', '=2': 'two' };

/** What becomes of whole numbers under a set of forms. */
export interface NumbersServed {
  /** By selector. */
  readonly served: ReadonlyMap<string, readonly number[]>;
  /** Numbers whose own category is not there. */
  readonly unserved: ReadonlyMap<PluralCategory, readonly number[]>;
}

/** Which form a language chooses for which whole number, and which numbers find none of their own. */
export function serveNumbers({ forms, namedNumbers }: PluralSet, use: PluralUse): NumbersServed {
  const selectors = new Set(forms.map(({ selector }) => selector));
  const served = new Map<string, number[]>();
  const unserved = new Map<PluralCategory, number[]>();
  for (const [category, numbers] of use.numbers) {
    for (const number of numbers) {
      const exact = selectors.has(`=${number}`) ? `=${number}` : namedNumbers[number];
      if (exact !== undefined && selectors.has(exact)) note(served, exact, number);
      else if (selectors.has(category)) note(served, category, number);
      else note(unserved, category, number);
    }
  }
  return { served, unserved };
}

function note<Key>(into: Map<Key, number[]>, key: Key, number: number): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, [number]);
  else known.push(number);
}
