import { codedNames, dateNames, numberNames, switchNames, wordedNames } from './field-names.ts';
import { fieldTypeOf, isDateInDigits, isImpossibleDate, isOfAnotherKind } from './field-values.ts';
import type { LeafField } from './leaf-fields.ts';

/** What is wrong with a value that no site can read, in words. */
export interface UnreadableValue {
  /** Goes on from "`draft` is `nej`, ". */
  readonly problem: string;
  readonly help: string;
}

/** What is wrong with a value, beside the source's where there is one; `undefined` for all that a site may read. */
export function unreadableValue(
  field: LeafField,
  original: LeafField | undefined,
): UnreadableValue | undefined {
  if (typeof field.value !== 'string') return undefined;
  const value = field.value.trim();
  const name = field.name.toLowerCase();
  if (isImpossibleDate(value))
    return { problem: 'a date that no calendar has', help: 'Correct the day or the month.' };
  if (dateNames.has(name) || dateNames.has(field.path.toLowerCase()))
    return unreadableDate(value, original?.value);
  const wanted = wantedType(name, original?.value);
  if (wanted !== undefined && isOfAnotherKind(value, wanted)) {
    return wanted === 'flag'
      ? { problem: 'neither `true` nor `false`', help: 'Write `true` or `false`, whatever the language.' }
      : { problem: 'no number', help: 'Write the number in digits.' };
  }
  if (codedNames.has(field.path.toLowerCase()) && /\P{ASCII}/u.test(value))
    return {
      problem: 'a word that no machine reads',
      help: 'Write the word of the source: it is not translated.',
    };
  return undefined;
}

/** The names of months are words of a language. */
function unreadableDate(value: string, original: unknown): UnreadableValue | undefined {
  const isWorded = /(?=\P{ASCII})\p{L}/u.test(value);
  const wasInDigits = typeof original === 'string' && isDateInDigits(original.trim());
  if (!isWorded && (!wasInDigits || value === '' || isDateInDigits(value))) return undefined;
  return { problem: 'a date in words', help: 'Write the date in digits, in the form that the source has.' };
}

/** A switch shows in the source; a number may be a title, too, so that the name must tell. */
function wantedType(name: string, original: unknown): 'flag' | 'number' | undefined {
  if (numberNames.has(name)) return 'number';
  const isSwitch = fieldTypeOf(original) === 'flag' || (original === undefined && switchNames.has(name));
  return isSwitch && !wordedNames.has(name) ? 'flag' : undefined;
}
