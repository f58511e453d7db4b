import { formPage } from './guide-steps.ts';
import registry from './practice-places.json' with { type: 'json' };
import type { FieldId } from './values.ts';

/** A part of the form that is no question and that the guide tells of. */
export type PracticePart =
  | 'customers'
  | 'products'
  | 'acceptance'
  | 'costs'
  | 'service'
  | 'existingCustomer'
  | 'exports';

/** A place of the form that a section of the guide leads to. */
export type PracticePlace = FieldId | PracticePart;

/** A section of the guide: the key of its page, and the anchor of its heading. */
export interface GuideSection {
  readonly page: string;
  readonly anchor: string;
}

type PlacesOfPage = Readonly<Partial<Record<PracticePlace, readonly string[]>>>;

// A test holds the keys of the JSON to the places of the form.
const pages = Object.entries(registry as Readonly<Record<string, PlacesOfPage>>).map(([page, places]) => ({
  page,
  places: Object.entries(places) as [PracticePlace, readonly string[]][],
}));

/** Every place of the form that the guide leads to, once. */
export const practicePlaces: readonly PracticePlace[] = [
  ...new Set(pages.flatMap(({ places }) => places.map(([place]) => place))),
];

/**
 * The place of the form where a reader can try what a section of the guide tells of, if there is one:
 * `practice-places.json`, which the checker reads, too, and proves that the sections exist in every language.
 * @example practicePlaceOf({ page: 'registration-ids', anchor: 'write-phone-number' }) // => 'phone'
 */
export function practicePlaceOf({ page, anchor }: GuideSection): PracticePlace | undefined {
  const places = pages.find((one) => one.page === page)?.places;
  return places?.find(([, anchors]) => anchors.includes(anchor))?.[0];
}

/**
 * The section of another page that explains a place of the form: of the first page that names the place, the first of its
 * sections. None where the page with the form says everything itself.
 * @example explanationOf('email') // => { page: 'validate-names-addresses', anchor: 'email-address' }
 */
export function explanationOf(place: PracticePlace): GuideSection | undefined {
  for (const { page, places } of pages) {
    const anchor = places.find(([name]) => name === place)?.[1][0];
    if (anchor !== undefined && page !== formPage) return { page, anchor };
  }
  return undefined;
}
