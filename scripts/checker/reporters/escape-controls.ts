/**
 * A text that no terminal obeys: control characters, line ends and marks that turn the writing direction are
 * written as code points, a tab as a space.
 *
 * Pages are written by strangers; an escape sequence in one could otherwise rewrite what the reporter says.
 * @example escapeControls('\u001B[2J') // => '\\u{1B}[2J'
 */
export function escapeControls(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replace(
      /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\p{Cs}]/gu,
      (character) => {
        const code = character.codePointAt(0) ?? 0;
        return `\\u{${code.toString(16).toUpperCase()}}`;
      },
    );
}
