import { toAscii } from './normalise.ts';

/** What follows the prefix in every primary domain name of the public cloud. Documented. */
export const domainSuffix = '.onmicrosoft.com';

/** The most characters before the suffix. Documented: `New-PartnerCustomer` takes 17 to 43 in all, 16 of them suffix. */
export const domainPrefixLimit = 27;

/**
 * The prefix that is meant: in lower case, without the suffix if somebody typed it too.
 * @example toDomainPrefix(' NorrskenBakery.onmicrosoft.com') // => 'norrskenbakery'
 */
export function toDomainPrefix(typed: string): string {
  const name = toAscii(typed).toLowerCase();
  return name.endsWith(domainSuffix) ? name.slice(0, -domainSuffix.length) : name;
}

/**
 * What is wrong with a prefix that is not empty, or `undefined`. Documented: no spaces or special characters; that this
 * leaves ASCII letters and digits is inferred.
 * @example domainPrefixFault('norrsken-bakery') // => 'format'
 */
export function domainPrefixFault(typed: string): 'format' | 'tooLong' | undefined {
  const prefix = toDomainPrefix(typed);
  if (!/^[a-z0-9]+$/u.test(prefix)) return 'format';
  return prefix.length > domainPrefixLimit ? 'tooLong' : undefined;
}
