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

/** The id of a part of the guide. */
export type GuidePartId = (typeof guideParts)[number]['id'];

/**
 * The parts that `keys` has pages of, each with those pages in reading order. Pages that no part names stand in the
 * last part, where somebody who adds one finds it and sees that its place is still to be chosen.
 * @example partsOf(['glossary', 'multipartner']) // => [{ id: 'shared', pages: ['multipartner'] }, { id: 'reference', … }]
 */
export function partsOf(keys: readonly string[]): { readonly id: GuidePartId; readonly pages: string[] }[] {
  const last = guideParts[guideParts.length - 1] as (typeof guideParts)[number];
  const byPart = Map.groupBy(inReadingOrder(keys), (key) => partOf(key) ?? last.id);
  return guideParts.flatMap(({ id }) => {
    const pages = byPart.get(id);
    return pages ? [{ id, pages }] : [];
  });
}

/**
 * The pages that are read before and after `key` among `keys`.
 * @example neighboursOf('multipartner', ['glossary', 'multipartner']) // => { previous: undefined, next: 'glossary' }
 */
export function neighboursOf(
  key: string,
  keys: readonly string[],
): { readonly previous: string | undefined; readonly next: string | undefined } {
  const pages = partsOf(keys).flatMap((part) => part.pages);
  const place = pages.indexOf(key);
  return { previous: pages[place - 1], next: place < 0 ? undefined : pages[place + 1] };
}

function partOf(key: string): GuidePartId | undefined {
  return guideParts.find(({ pages }) => (pages as readonly string[]).includes(key))?.id;
}

const order: readonly string[] = guideParts.flatMap(({ pages }) => pages);

function placeOf(key: string): number {
  const place = order.indexOf(key);
  return place < 0 ? order.length : place;
}
