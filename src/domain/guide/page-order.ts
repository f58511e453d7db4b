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

/** Where a page stands among others. */
export interface PagePlace {
  readonly part: GuidePartId;
  /** The keys of the pages that are read before and after it. */
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/**
 * Where each page of `keys` stands among them, in reading order.
 * @example placesOf(['glossary', 'multipartner']).get('multipartner')
 * // => { part: 'shared', previous: undefined, next: 'glossary' }
 */
export function placesOf(keys: readonly string[]): ReadonlyMap<string, PagePlace> {
  const pages = partsOf(keys).flatMap((part) => part.pages.map((key) => ({ key, part: part.id })));
  return new Map(
    pages.map(({ key, part }, index) => [
      key,
      { part, previous: pages[index - 1]?.key, next: pages[index + 1]?.key },
    ]),
  );
}

/**
 * The pages of a part that are listed beside `own`: all of them, or where there are more than `most`, those around it, or
 * the first ones if it is not among them. A list on each page of all pages would grow with the square of the guide.
 * @example pagesNear(['a', 'b', 'c', 'd', 'e'], 'd', 3) // => ['c', 'd', 'e']
 */
export function pagesNear<Page>(pages: readonly Page[], own: Page | undefined, most = 40): readonly Page[] {
  if (pages.length <= most) return pages;
  const place = own === undefined ? 0 : Math.max(0, pages.indexOf(own));
  const from = Math.max(0, Math.min(place - Math.floor(most / 2), pages.length - most));
  return pages.slice(from, from + most);
}

function partOf(key: string): GuidePartId | undefined {
  return order.get(key)?.part;
}

const order: ReadonlyMap<string, { readonly part: GuidePartId; readonly place: number }> = new Map(
  guideParts
    .flatMap(({ id, pages }) => pages.map((key) => ({ key, part: id })))
    .map(({ key, part }, place) => [key, { part, place }]),
);

function placeOf(key: string): number {
  return order.get(key)?.place ?? order.size;
}
