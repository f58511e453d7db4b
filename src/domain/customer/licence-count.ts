import { toAscii } from './normalise.ts';

/**
 * The number of licences that is meant, or `undefined` if it is no whole number. Thousands can be grouped as people do
 * it: with spaces, apostrophes, commas or dots. Three digits after a comma are thousands and no fraction, since nobody
 * buys a thousandth of a licence.
 * @example toLicenceCount('１ ５００') // => 1500
 * @example toLicenceCount('10,000') // => 10000
 * @example toLicenceCount('1.5') // => undefined
 */
export function toLicenceCount(typed: string): number | undefined {
  const text = toAscii(typed).replace(/[\s'’]/gu, '');
  const isGrouped = /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+)$/u.test(text);
  const count = isGrouped ? text.replace(/[,.]/gu, '') : text;
  return /^[+-]?\d+$/u.test(count) ? Number(count) : undefined;
}
