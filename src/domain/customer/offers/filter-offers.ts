import { foldText } from '../fold-text.ts';
import {
  type BillingType,
  billingTypeOf,
  type OfferCategory,
  type OfferId,
  offers,
  type PublisherId,
  publishers,
} from './catalogue.ts';

/** What offers are looked for by; what is empty leaves none out. */
export interface OfferFilter {
  /** As typed. */
  readonly text: string;
  readonly publisher: PublisherId | '';
  readonly billingType: BillingType | '';
  readonly category: OfferCategory | '';
}

/** The filter that leaves no offer out. */
export const noFilter: OfferFilter = { text: '', publisher: '', billingType: '', category: '' };

/**
 * Those of the offers that the filter lets through. Every word of the text must be part of the offer's name or its
 * publisher's, in any order, whatever the case, the accents and the width of its letters.
 * @param nameOf the name of an offer as the reader sees it
 * @example filterOffers(['cloudUsage'], { ...noFilter, text: 'ＰＬＡＮ cloud' }, () => 'Cloud Usage Plan')
 * // => ['cloudUsage']
 */
export function filterOffers(
  ids: readonly OfferId[],
  { text, publisher, billingType, category }: OfferFilter,
  nameOf: (offer: OfferId) => string,
): readonly OfferId[] {
  const words = foldText(text).split(' ');
  return ids.filter((id) => {
    const offer = offers[id];
    const names = foldText(`${nameOf(id)} ${publishers[offer.publisher]}`);
    return (
      words.every((word) => names.includes(word)) &&
      (publisher === '' || offer.publisher === publisher) &&
      (billingType === '' || billingTypeOf(id) === billingType) &&
      (category === '' || offer.categories.includes(category))
    );
  });
}
