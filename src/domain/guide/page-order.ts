/** The parts of the guide, in the order a partner needs them, each with the keys of its pages in reading order. */
export const guideParts = [
  {
    id: 'add',
    pages: [
      'add-a-new-customer',
      'appropriate-roles',
      'validate-names-addresses',
      'registration-ids',
      'education-customers',
    ],
  },
  { id: 'agreement', pages: ['confirm-customer-agreement', 'agreements'] },
  { id: 'shared', pages: ['request-a-relationship', 'multichannel', 'multipartner'] },
  { id: 'sell', pages: ['csp-offers', 'create-a-new-subscription', 'customer-list', 'cost-management'] },
  { id: 'reference', pages: ['glossary'] },
] as const satisfies readonly GuidePart[];

/** A part of the guide, named by a message of its id. */
export interface GuidePart {
  readonly id: string;
  /** Keys of pages: paths inside a locale's folder, without extension. */
  readonly pages: readonly string[];
}

/**
 * Sorts keys of pages as they are read; pages that no part names come last, by their keys.
 * @example inReadingOrder(['glossary', 'registration-ids']) // => ['registration-ids', 'glossary']
 */
export function inReadingOrder(keys: readonly string[]): string[] {
  return keys.toSorted((first, second) => placeOf(first) - placeOf(second) || (first < second ? -1 : 1));
}

const order: readonly string[] = guideParts.flatMap(({ pages }) => pages);

function placeOf(key: string): number {
  const place = order.indexOf(key);
  return place < 0 ? order.length : place;
}
