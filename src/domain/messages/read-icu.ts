import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Choice, InnerForm, InnerPlural, Message, Placeholder, TextProblem } from './message-file.ts';

/** What a MessageFormat text holds. */
export type IcuParts = Pick<Message, 'placeholders' | 'plurals' | 'choices' | 'problem'>;

/**
 * Reads a text in ICU MessageFormat.
 *
 * ARB as Flutter reads it takes an apostrophe for an apostrophe, where ICU takes one before a brace for a quotation
 * mark. A text that cannot be read has a problem and no parts.
 */
export function readIcu(text: string, isArb: boolean): IcuParts {
  if (!/[{}]/.test(text)) return nothing;
  const placeholders: Placeholder[] = [];
  const plurals: InnerPlural[] = [];
  const choices: Choice[] = [];
  try {
    const elements = parse(isArb ? text.replaceAll("'", '’') : text, {
      ignoreTag: true,
      requiresOtherClause: false,
      shouldParseSkeletons: false,
      captureLocation: true,
    });
    visit(elements, { placeholders, plurals, choices, numbers: 0 });
  } catch (error) {
    return { ...nothing, problem: problemOf(error, text) };
  }
  const open =
    plurals.find(({ forms }) => !forms.some(({ selector }) => selector === 'other')) ??
    choices.find(({ options }) => !options.some(({ name }) => name === 'other'));
  if (open === undefined) return { placeholders, plurals, choices, problem: undefined };
  const reason = `the choice by \`${open.argument}\` has no form \`other\``;
  const at = ('forms' in open ? open.forms.at(-1)?.to : open.options.at(-1)?.to) ?? 0;
  return { placeholders, plurals, choices, problem: { reason, from: at, to: at } };
}

const nothing: IcuParts = { placeholders: [], plurals: [], choices: [], problem: undefined };

interface Collected {
  readonly placeholders: Placeholder[];
  readonly plurals: InnerPlural[];
  readonly choices: Choice[];
  /** How many `#` there were. */
  numbers: number;
}

function visit(elements: readonly MessageFormatElement[], into: Collected): void {
  for (const element of elements) {
    const place = placeOf(element);
    switch (element.type) {
      case TYPE.pound:
        into.numbers++;
        break;
      case TYPE.argument:
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        into.placeholders.push({ name: `{${element.value}}`, kind: 'value', ...place });
        break;
      case TYPE.select: {
        into.placeholders.push({ name: `{${element.value}}`, kind: 'value', ...place });
        const options = Object.entries(element.options);
        into.choices.push({
          argument: element.value,
          options: options.map(([name, option]) => ({ name, ...placeOf(option) })),
        });
        for (const [, option] of options) visit(option.value, into);
        break;
      }
      case TYPE.plural: {
        into.placeholders.push({ name: `{${element.value}}`, kind: 'value', ...place });
        const forms = Object.entries(element.options).map(([selector, option]): InnerForm => {
          const { length } = into.placeholders;
          const { numbers } = into;
          visit(option.value, into);
          const inside = into.placeholders.slice(length);
          const hasNumber =
            into.numbers > numbers || inside.some(({ name }) => name === `{${element.value}}`);
          const { from, to } = placeOf(option);
          return { selector, placeholders: inside, hasNumber, from: from + 1, to: to - 1 };
        });
        const type = element.pluralType ?? 'cardinal';
        into.plurals.push({ argument: element.value, type, forms, ...place });
        break;
      }
      default:
    }
  }
}

interface Located {
  readonly location?: { readonly start: { offset: number }; readonly end: { offset: number } } | undefined;
}

function placeOf({ location }: Located): { readonly from: number; readonly to: number } {
  return { from: location?.start.offset ?? 0, to: location?.end.offset ?? 0 };
}

/** The parser throws errors that are called after what is wrong; text nested too deep for it breaks its stack. */
function problemOf(error: unknown, text: string): TextProblem {
  const name = error instanceof Error ? error.message : '';
  const { from, to } = placeOf(error instanceof Error ? (error as Located) : {});
  const reason = reasons[name] ?? 'it is no MessageFormat text';
  return { reason, from: Math.min(from, text.length), to: Math.min(Math.max(from, to), text.length) };
}

const reasons: Readonly<Record<string, string>> = {
  EXPECT_ARGUMENT_CLOSING_BRACE: 'a brace is not closed',
  EMPTY_ARGUMENT: 'braces are empty',
  MALFORMED_ARGUMENT: 'braces hold what is no name',
  EXPECT_ARGUMENT_TYPE: 'a comma is not followed by a type',
  INVALID_ARGUMENT_TYPE: 'the type behind the comma is unknown',
  EXPECT_ARGUMENT_STYLE: 'a comma is not followed by a style',
  UNCLOSED_QUOTE_IN_ARGUMENT_STYLE: 'an apostrophe is not closed',
  EXPECT_SELECT_ARGUMENT_OPTIONS: 'a choice has no forms',
  EXPECT_PLURAL_ARGUMENT_OFFSET_VALUE: 'an offset has no number',
  INVALID_PLURAL_ARGUMENT_OFFSET_VALUE: 'an offset is no number',
  EXPECT_SELECT_ARGUMENT_SELECTOR: 'a choice has no form',
  EXPECT_PLURAL_ARGUMENT_SELECTOR: 'a plural has no form',
  EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT: 'the name of a form is not followed by braces',
  EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT: 'the name of a form is not followed by braces',
  INVALID_PLURAL_ARGUMENT_SELECTOR: 'the name of a form is no number behind `=`',
  DUPLICATE_PLURAL_ARGUMENT_SELECTOR: 'a form is there twice',
  DUPLICATE_SELECT_ARGUMENT_SELECTOR: 'a form is there twice',
  UNMATCHED_CLOSING_TAG: 'a brace is closed that was not opened',
};
