/** A character that was written as an escape one time too often, so that a reader sees the escape. */
export interface EscapedCharacter {
  /** UTF-16 units from the start of the text given. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What is to be written in Markdown. */
  readonly repaired: string;
  readonly kind: 'character-reference' | 'unicode-escape';
}

/**
 * Escapes that a reader sees as such, in order: `&amp;nbsp;`, and `\u00e9` inside a word. Code is to be blotted out.
 *
 * @example findEscapedCharacters('caf\\u00e9') // => [{ from: 3, to: 9, text: '\\u00e9', repaired: 'é', … }]
 */
export function findEscapedCharacters(text: string): readonly EscapedCharacter[] {
  if (!mayHoldEscapes(text)) return [];
  const references = Array.from(text.matchAll(twiceEscaped), (match): EscapedCharacter => {
    const repaired = `&${match[1]};`;
    return { ...placeOf(match), repaired, kind: 'character-reference' };
  });
  const escapes = Array.from(text.matchAll(unicodeEscape), (match): EscapedCharacter => {
    const repaired = match[0].replace(/\\u([\da-f]{4})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { ...placeOf(match), repaired, kind: 'unicode-escape' };
  }).filter(({ repaired }) => /^[\p{L}\p{M}\p{P}]+$/u.test(repaired));
  return [...references, ...escapes].toSorted((one, other) => one.from - other.from);
}

/** A quick look. */
export function mayHoldEscapes(text: string): boolean {
  return text.includes('&amp;') || text.includes('\\u');
}

const twiceEscaped =
  /&amp;(?:amp;)*(#\d{2,6}|#x[\da-f]{2,6}|nbsp|quot|lt|gt|apos|[lr][ds]quo|[mn]dash|hellip|[A-Za-z](?:acute|grave|uml|circ|tilde|cedil|ring))(?:;)/gi;

/** At least one letter of the word is written as a letter: a list of escapes speaks of escapes. */
const unicodeEscape = /(?<=\p{L})(?:\\u[\da-f]{4})+|(?:\\u[\da-f]{4})+(?=\p{Ll})/giu;

function placeOf(match: RegExpMatchArray): Pick<EscapedCharacter, 'from' | 'to' | 'text'> {
  const from = match.index ?? 0;
  return { from, to: from + match[0].length, text: match[0] };
}
