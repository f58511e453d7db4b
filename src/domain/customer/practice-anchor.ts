/** What the ids of all places begin with. */
export const practicePrefix = 'try-';

/**
 * The id by which the page with the form marks a place: a link to it finds the form before or without its script, and the
 * script reads the place from the address.
 * @example practiceAnchor('email') // => 'try-email'
 */
export function practiceAnchor(place: string): string {
  return `${practicePrefix}${place}`;
}
