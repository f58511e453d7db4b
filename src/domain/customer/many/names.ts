import type { OfferId } from '../offers/catalogue.ts';
import type { OfferTerm } from '../offers/terms.ts';
import type { FieldId } from '../values.ts';

/** The words that a table may say things with: those of every language of the form. */
export interface TableNames {
  /** The locales whose names of countries, languages and months are understood. */
  readonly locales: readonly string[];
  readonly columns: Readonly<Record<FieldId, readonly string[]>>;
  /** By the code of an option. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly offers: Readonly<Record<OfferId, readonly string[]>>;
  readonly terms: Readonly<Record<OfferTerm, readonly string[]>>;
  /** What the form itself writes for what was confirmed, and where no offer was selected. */
  readonly confirmed: readonly string[];
  readonly noOffers: readonly string[];
  /** What the column is called that results add. */
  readonly problems: readonly string[];
}
