import { eastAsianWidth } from 'get-east-asian-width';

/** A character as people count them. */
export interface DisplayCell {
  readonly text: string;
  /** The columns it takes in a terminal. */
  readonly width: number;
}

/**
 * A text's characters with the columns each takes: two for an East Asian wide character (Unicode UAX #11) or an emoji,
 * none for a mark that stands on another. Where several letters make one character, as in Thai and Devanagari, they
 * take a column each.
 * @example displayCells('客k') // => [{ text: '客', width: 2 }, { text: 'k', width: 1 }]
 */
export function displayCells(text: string): readonly DisplayCell[] {
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment }) => ({
    text: segment,
    width: graphemeWidth(segment),
  }));
}

/** Made when it is first asked: a start of the program need not wait for it. */
let graphemes: Intl.Segmenter | undefined;
/** Marks that take no column of their own, and the vowels and endings of a Hangul syllable. */
const narrowest = /^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\p{Cc}\u1160-\u11FF]$/u;
const emoji = /^(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}{2})/u;

function graphemeWidth(grapheme: string): number {
  if (emoji.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) {
    if (!narrowest.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}
