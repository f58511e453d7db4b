/** A character as people count them. */
export interface DisplayCell {
  readonly text: string;
  /** The columns it takes in a terminal. */
  readonly width: 0 | 1 | 2;
}

/**
 * A text's characters with the columns each takes: two for an East Asian wide character or an emoji, none for a mark
 * that stands on another.
 *
 * Wide characters are those of Unicode's East Asian Width W and F in the blocks that prose uses (Unicode UAX #11).
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
const invisible = /^[\p{Mark}\p{Default_Ignorable_Code_Point}\p{Cc}]+$/u;
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u;
const emoji = /^(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}{2})/u;

function graphemeWidth(grapheme: string): DisplayCell['width'] {
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) || emoji.test(grapheme) ? 2 : 1;
}
