import type { Qualification } from '../values.ts';
import { type OfferTerm, offerTerms, upToOneYear } from './terms.ts';

/** The offers of the practice catalogue, in the order they are shown. */
export const offerIds = [
  'officeSmall',
  'officeEnterprise',
  'contactCentre',
  'mailArchive',
  'threatGuard',
  'callPlan',
  'cloudUsage',
  'backupUsage',
  'supportPlan',
  'officeTrial',
  'contactTrial',
  'campus',
  'civic',
] as const;

/** One of `offerIds`. */
export type OfferId = (typeof offerIds)[number];

/** Who publishes the offers, by names that are the same in every language. Invented. */
export const publishers = { brisa: 'Brisa Software', hallbar: 'Hållbar Security' } as const;

/** One of `publishers`. */
export type PublisherId = keyof typeof publishers;

/** The categories of offers. Documented: "Create a new subscription", 2021. */
export const offerCategories = ['enterprise', 'smallBusiness', 'trial'] as const;

/** One of `offerCategories`. */
export type OfferCategory = (typeof offerCategories)[number];

/** How offers are billed. Documented: "Create a new subscription", 2021. */
export const billingTypes = ['license', 'usage'] as const;

/** One of `billingTypes`. */
export type BillingType = (typeof billingTypes)[number];

/** How an offer is counted: licences to choose, a fixed number of them, or none because it is billed by use. */
export type OfferQuantity =
  | { readonly kind: 'licences'; readonly min: number; readonly max: number }
  | { readonly kind: 'fixed'; readonly quantity: number }
  | { readonly kind: 'usage' };

/** What the form must know about an offer. */
export interface Offer {
  readonly publisher: PublisherId;
  readonly categories: readonly OfferCategory[];
  readonly quantity: OfferQuantity;
  /** The terms to choose from; absent where there is nothing to choose. */
  readonly terms?: readonly OfferTerm[];
  /** For an add-on: the offers of which one must be there too. */
  readonly needs?: readonly OfferId[];
  /** Who can have it, everybody if absent; `commercial` is who is neither an education nor a government customer. */
  readonly audience?: Exclude<Qualification, 'none'> | 'commercial';
  /** True where a customer can have it once. */
  readonly isOnePerCustomer?: boolean;
}

const forAll = ['enterprise', 'smallBusiness'] as const satisfies OfferCategory[];
const manyLicences = { kind: 'licences', min: 1, max: 10_000_000 } as const satisfies OfferQuantity;

/**
 * A trial. Documented ("Offer your customers trials of Microsoft products", 2021): 25 licences for 30 days, one of each
 * offer for a customer, none of add-ons, none for education and government customers.
 */
const trial = {
  categories: ['trial'],
  quantity: { kind: 'fixed', quantity: 25 },
  audience: 'commercial',
  isOnePerCustomer: true,
} as const satisfies Partial<Offer>;

/**
 * The catalogue. Invented offers, shaped after documented ones (Partner Center REST and subscription documentation,
 * 2021): a small-business suite of 1 to 300 licences, add-ons of 1 to 10,000,000 with prerequisites, trials, plans that
 * are billed by use and have no quantity, offers for education and for government customers alone ("Choose offers", 2023),
 * and an offer that is limited to one for a customer.
 */
export const offers: Readonly<Record<OfferId, Offer>> = {
  officeSmall: {
    publisher: 'brisa',
    categories: ['smallBusiness'],
    quantity: { kind: 'licences', min: 1, max: 300 },
    terms: upToOneYear,
  },
  officeEnterprise: {
    publisher: 'brisa',
    categories: ['enterprise'],
    quantity: manyLicences,
    terms: offerTerms,
  },
  contactCentre: {
    publisher: 'hallbar',
    categories: ['enterprise'],
    quantity: { kind: 'licences', min: 10, max: 5000 },
    terms: ['P1Y-annual', 'P3Y-annual'],
  },
  mailArchive: {
    publisher: 'brisa',
    categories: forAll,
    quantity: manyLicences,
    terms: upToOneYear,
    needs: ['officeSmall', 'officeEnterprise', 'campus', 'civic'],
  },
  threatGuard: {
    publisher: 'hallbar',
    categories: ['enterprise'],
    quantity: manyLicences,
    terms: offerTerms,
    needs: ['officeEnterprise', 'campus', 'civic'],
  },
  callPlan: {
    publisher: 'hallbar',
    categories: ['enterprise'],
    quantity: { kind: 'licences', min: 1, max: 5000 },
    terms: ['P1M-monthly', 'P1Y-monthly'],
    needs: ['contactCentre'],
  },
  cloudUsage: { publisher: 'brisa', categories: forAll, quantity: { kind: 'usage' } },
  backupUsage: { publisher: 'hallbar', categories: forAll, quantity: { kind: 'usage' } },
  supportPlan: {
    publisher: 'brisa',
    categories: forAll,
    quantity: { kind: 'fixed', quantity: 1 },
    terms: ['P1M-monthly', 'P1Y-annual'],
    isOnePerCustomer: true,
  },
  officeTrial: { publisher: 'brisa', ...trial },
  contactTrial: { publisher: 'hallbar', ...trial },
  campus: {
    publisher: 'brisa',
    categories: ['enterprise'],
    quantity: { kind: 'licences', min: 1, max: 500_000 },
    terms: offerTerms,
    audience: 'education',
  },
  civic: {
    publisher: 'brisa',
    categories: ['enterprise'],
    quantity: { kind: 'licences', min: 1, max: 500_000 },
    terms: upToOneYear,
    audience: 'governmentCommunityCloud',
  },
};

/**
 * The offers a customer can have.
 * @example availableOffers({ specialQualifications: 'none' }).includes('campus') // => false
 */
export function availableOffers({
  specialQualifications,
}: {
  readonly specialQualifications: Qualification;
}): readonly OfferId[] {
  const own = specialQualifications === 'none' ? 'commercial' : specialQualifications;
  return offerIds.filter((id) => {
    const { audience } = offers[id];
    return audience === undefined || audience === own;
  });
}

/**
 * How an offer is billed.
 * @example billingTypeOf('cloudUsage') // => 'usage'
 */
export function billingTypeOf(offer: OfferId): BillingType {
  return offers[offer].quantity.kind === 'usage' ? 'usage' : 'license';
}
