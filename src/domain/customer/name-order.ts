import type { FieldId } from './values.ts';

/** Which of a person's names comes first. */
export type NameOrder = 'givenFirst' | 'familyFirst';

/** Languages of people whose family name stands first. General knowledge. */
const familyFirstLanguages = new Set(['zh', 'ja', 'ko', 'vi', 'hu']);

/**
 * The order in which readers of `locale` write a person's names.
 * @example nameOrderOf('zh-TW') // => 'familyFirst'
 */
export function nameOrderOf(locale: string): NameOrder {
  return familyFirstLanguages.has(new Intl.Locale(locale).language) ? 'familyFirst' : 'givenFirst';
}

/** The names of the primary contact, as they are asked for, shown and judged in each order. */
export const contactNames = {
  givenFirst: ['firstName', 'middleName', 'lastName'],
  familyFirst: ['lastName', 'firstName', 'middleName'],
} as const satisfies Record<NameOrder, FieldId[]>;

/** The names of the person who accepted the agreement, in the same way. */
export const agreementNames = {
  givenFirst: ['agreementFirstName', 'agreementLastName'],
  familyFirst: ['agreementLastName', 'agreementFirstName'],
} as const satisfies Record<NameOrder, FieldId[]>;
