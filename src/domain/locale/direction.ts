/**
 * The direction that a locale is written in, by its likely script.
 * @example directionOf('fa') // => 'rtl'
 * @example directionOf('az-Arab') // => 'rtl'
 */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const known = directions.get(locale);
  if (known !== undefined) return known;
  const direction = rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
  directions.set(locale, direction);
  return direction;
}

/**
 * A text that goes into a sentence of `locale`: set apart where that runs from right to left, so that names, codes and
 * numbers of the other direction do not pull the words beside them along.
 * @example isolated('7 kB', 'sv-SE') // => '7 kB'
 * @example isolated('7 kB', 'ar') // => '\u20687 kB\u2069'
 */
export function isolated(text: string, locale: string): string {
  return text !== '' && directionOf(locale) === 'rtl' ? `\u2068${text}\u2069` : text;
}

// Asked for each link of each page, and a likely script is dear to find.
const directions = new Map<string, 'ltr' | 'rtl'>();

/** ISO 15924 codes of the scripts in use that run from right to left (Unicode's Bidi_Class R and AL). */
const rightToLeft: ReadonlySet<string> = new Set('Adlm Arab Hebr Mand Nkoo Rohg Syrc Thaa Yezi'.split(' '));
