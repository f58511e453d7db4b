import { foldName } from '../../locale/fold-name.ts';
import { toAscii } from '../normalise.ts';
import { type OfferId, offers } from '../offers/catalogue.ts';
import type { OfferTerm } from '../offers/terms.ts';
import type { TableNames } from './names.ts';

/** What a cell says about offers. */
export interface ReadOffers {
  readonly offers: readonly OfferId[];
  readonly licences: Partial<Record<OfferId, string>>;
  readonly terms: Partial<Record<OfferId, OfferTerm>>;
  /** Parts of the cell that name no offer of the catalogue, or say something of one that is not understood. */
  readonly unknown: readonly string[];
}

/** Reads the offers of a cell, parted by semicolons or line breaks. */
export type OffersReader = (cell: string) => ReadOffers;

/**
 * A reader of offers by their names or codes, each with its licences and its term behind it, as the form exports them.
 * @example createOffersReader(names)('Mail Archive – 25 licenses, 1 year, billed monthly').licences
 * // => { mailArchive: '25' }
 */
export function createOffersReader(names: TableNames): OffersReader {
  const offerNames = byLength<OfferId>(names.offers);
  const termNames = byLength<OfferTerm>(names.terms);
  const nothing = new Set(names.noOffers.map(foldName));
  return (cell) => {
    const found: {
      offers: OfferId[];
      licences: Partial<Record<OfferId, string>>;
      terms: Partial<Record<OfferId, OfferTerm>>;
      unknown: string[];
    } = { offers: [], licences: {}, terms: {}, unknown: [] };
    if (nothing.has(foldName(cell))) return found;
    for (const part of cell.split(/[;；\r\n]+/u)) {
      if (part.trim() === '') continue;
      const folded = foldName(part);
      const offer = offerNames.find(({ name }) => folded.startsWith(name));
      if (offer === undefined) {
        found.unknown.push(part.trim());
        continue;
      }
      let rest = folded.slice(offer.name.length);
      const term = termNames.find(({ name }) => rest.endsWith(name));
      if (term !== undefined) rest = rest.slice(0, -term.name.length);
      if (!found.offers.includes(offer.code)) found.offers.push(offer.code);
      const count = /\d+/u.exec(rest)?.[0];
      // Words alone say "billed by use"; of other words behind a name nobody knows what they mean.
      if (count === undefined && rest !== '' && offers[offer.code].quantity.kind !== 'usage')
        found.unknown.push(part.trim());
      if (count !== undefined) found.licences[offer.code] = asWritten(count, part);
      if (term !== undefined) found.terms[offer.code] = term.code;
    }
    return found;
  };
}

/** The number with its signs: 1.5 licences are not 15. */
function asWritten(digits: string, text: string): string {
  const numbers = toAscii(text).match(/[+-]?\d(?:[\d\s.,'’]*\d)?/gu) ?? [];
  return numbers.find((number) => number.replace(/\D/gu, '') === digits) ?? digits;
}

/** The term that a cell names, or undefined. */
export function createTermReader(names: TableNames): (cell: string) => OfferTerm | undefined {
  const terms = new Map(byLength<OfferTerm>(names.terms).map(({ name, code }) => [name, code]));
  return (cell) => terms.get(foldName(cell));
}

/** Longest first: a name may begin like another. */
function byLength<Code extends string>(
  names: Readonly<Record<Code, readonly string[]>>,
): readonly { readonly name: string; readonly code: Code }[] {
  // The keys are exactly the codes, which Object.entries forgets.
  return (Object.entries(names) as [Code, readonly string[]][])
    .flatMap(([code, ofCode]) => [code, ...ofCode].map((name) => ({ name: foldName(name), code })))
    .toSorted((one, other) => other.name.length - one.name.length);
}
