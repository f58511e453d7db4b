/**
 * How long a subscription runs and how often it is billed. Documented: terms of one month, one year and three years
 * (cart resources, 2021), billing by month or by year (license-based billing). Inferred: a month is billed as a month.
 */
export const offerTerms = ['P1M-monthly', 'P1Y-monthly', 'P1Y-annual', 'P3Y-monthly', 'P3Y-annual'] as const;

/** One of `offerTerms`: an ISO 8601 duration and a billing cycle. */
export type OfferTerm = (typeof offerTerms)[number];

/** Terms for offers that are bound to no more than a year. */
export const upToOneYear = ['P1M-monthly', 'P1Y-monthly', 'P1Y-annual'] as const satisfies OfferTerm[];
