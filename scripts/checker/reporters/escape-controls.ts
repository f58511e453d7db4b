/**
 * A text that no terminal obeys: control characters, line ends and marks that turn the writing direction are
 * written as code points, a tab as a space.
 *
 * Pages are written by strangers; an escape sequence in one could otherwise rewrite what the reporter says.
 * @example escapeControls('\u001B[2J') // => '\\u{1B}[2J'
 */
export function escapeControls(text: string): string {
  return text.replaceAll('\t', ' ').replace(controls, codePoint);
}

/**
 * A text that neither a terminal obeys nor the log of a build: what begins a command there is written as a code point.
 *
 * GitHub's runner takes `::` at the beginning of a line for one, and `##[` anywhere, as Azure Pipelines takes `##vso[`
 * and TeamCity `##teamcity[`.
 * @example escapeForLog('##[add-path]bin') // => '##\\u{5B}add-path]bin'
 */
export function escapeForLog(text: string): string {
  return escapeControls(text)
    .replace(commandBrackets, codePoint)
    .replace(/^\s*:(?=:)/, (beginning) => beginning.replace(':', codePoint));
}

/** What a terminal obeys, or a viewer of text: controls, line separators, writing directions, halves of characters. */
export const controls = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\p{Cs}]/gu;

/** The brackets that make commands of what stands before them. */
export const commandBrackets = /(?<=##[\w.]*)\[/g;

/** A character as its code point, such as `\u{1B}`. */
export function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
