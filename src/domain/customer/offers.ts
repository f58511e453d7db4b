/** The offers of the practice catalogue, in the order they are shown. */
export const offerIds = [
  'officeSmall',
  'officeEnterprise',
  'mailArchive',
  'cloudUsage',
  'officeTrial',
  'campus',
] as const;

/** One of `offerIds`. */
export type OfferId = (typeof offerIds)[number];

/** How an offer is counted: licences to choose, a fixed number of them, or none because it is billed by use. */
export type OfferQuantity =
  | { readonly kind: 'licences'; readonly min: number; readonly max: number }
  | { readonly kind: 'fixed'; readonly quantity: number }
  | { readonly kind: 'usage' };

/** What the form must know about an offer. */
export interface Offer {
  readonly quantity: OfferQuantity;
  /** For an add-on: the offers of which one must be there too. */
  readonly needs?: readonly OfferId[];
  /** Who can have it; everybody if absent. */
  readonly audience?: 'educationOnly' | 'notEducation';
}

/**
 * The catalogue. Invented offers, shaped after documented ones: a small-business suite of 1 to 300 licences, an add-on
 * of 1 to 10,000,000 with prerequisites, trials of 25 fixed licences that education customers and add-ons do not get,
 * and usage-based plans without a quantity (Partner Center REST and subscription documentation, 2021).
 */
export const offers: Readonly<Record<OfferId, Offer>> = {
  officeSmall: { quantity: { kind: 'licences', min: 1, max: 300 } },
  officeEnterprise: { quantity: { kind: 'licences', min: 1, max: 10_000_000 } },
  mailArchive: {
    quantity: { kind: 'licences', min: 1, max: 10_000_000 },
    needs: ['officeSmall', 'officeEnterprise', 'campus'],
  },
  cloudUsage: { quantity: { kind: 'usage' } },
  officeTrial: { quantity: { kind: 'fixed', quantity: 25 }, audience: 'notEducation' },
  campus: { quantity: { kind: 'licences', min: 1, max: 500_000 }, audience: 'educationOnly' },
};

/**
 * The offers a customer can have.
 * @example availableOffers({ education: false }).includes('campus') // => false
 */
export function availableOffers({ education }: { readonly education: boolean }): readonly OfferId[] {
  const excluded = education ? 'notEducation' : 'educationOnly';
  return offerIds.filter((id) => offers[id].audience !== excluded);
}
