/** Countries whose addresses name a part of the city. General knowledge: Google's address data (libaddressinput). */
const countries = new Set([
  'BR',
  'CN',
  'CO',
  'IE',
  'IR',
  'KR',
  'MX',
  'MY',
  'NG',
  'NZ',
  'PH',
  'PK',
  'TH',
  'ZA',
]);

/**
 * True where an address names a part of the city, such as a district or a neighborhood, for which the service has no
 * field of its own.
 * @example hasDistricts('BR') // => true
 */
export function hasDistricts(country: string): boolean {
  return countries.has(country);
}
