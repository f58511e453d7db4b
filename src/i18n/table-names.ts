import type { TableNames } from '../domain/customer/many/names.ts';
import { offerIds } from '../domain/customer/offers/catalogue.ts';
import { offerTerms } from '../domain/customer/offers/terms.ts';
import {
  agreementPersons,
  agreementWays,
  type FieldId,
  partnerTypes,
  qualifications,
  roleAnswers,
} from '../domain/customer/values.ts';
import type { FormWords } from './form-messages.ts';
import { type FormTranslator, fieldIds, formTranslator } from './form-translator.ts';

/** The words of one language that a table may be written with. */
export interface TableWords extends FormWords {
  /** What results call the column that they add. */
  readonly problems: string;
}

/**
 * The words of every language for what a table may say.
 * @param words by locale
 */
export function tableNames(words: Readonly<Record<string, TableWords>>): TableNames {
  const all = Object.entries(words).map(([locale, own]) => ({ t: formTranslator(locale, own), ...own }));
  const names = (nameIn: (t: FormTranslator) => string): readonly string[] => [
    ...new Set(all.map(({ t }) => nameIn(t))),
  ];
  const each = <Code extends string>(
    codes: readonly Code[],
    nameIn: (t: FormTranslator, code: Code) => string,
  ): Readonly<Record<Code, readonly string[]>> =>
    // Object.fromEntries forgets the keys' type; they are exactly the codes.
    Object.fromEntries(codes.map((code) => [code, names((t) => nameIn(t, code))])) as Record<
      Code,
      readonly string[]
    >;
  return {
    locales: Object.keys(words),
    columns: each<FieldId>(fieldIds, (t, field) => t.field(field)),
    options: each<string>(
      [...partnerTypes, ...roleAnswers, ...qualifications, ...agreementWays, ...agreementPersons],
      (t, option) => t.option(option),
    ),
    offers: each(offerIds, (t, offer) => t.offer(offer)),
    terms: each(offerTerms, (t, term) => t.text(`terms.${term}`)),
    confirmed: names((t) => t.text('review.confirmed')),
    noOffers: names((t) => t.text('review.noSubscriptions')),
    problems: all.map(({ problems }) => problems),
  };
}
