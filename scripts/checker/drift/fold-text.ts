/**
 * A text without what writers and their tools set one way or another: typographic or straight quotation marks,
 * apostrophes, dashes and ellipses, kinds of spaces, and the space that a line break leaves between characters of a
 * script that sets none.
 * @example foldText('“Add”\u00a0…') // => '"Add" ...'
 */
export function foldText(text: string): string {
  if (/^[ -~]*$/.test(text) && !/--|\.\.\.| {2}/.test(text)) return text.trim();
  return text
    .normalize('NFC')
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replaceAll(/[“”„‟«»]/g, '"')
    .replaceAll(/[‘’‚‛]/g, "'")
    .replaceAll('…', '...')
    .replaceAll(/—|--+/g, '–')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(
      /(?<=[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}，。、；：！？]) (?=[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}，。、；：！？])/gu,
      '',
    )
    .trim();
}

/** Code without what no reader sees: white space at the end of lines and of the whole, and kinds of line ends. */
export function foldCode(code: string): string {
  return code.replaceAll(/[ \t]*(?:\r\n|\r|\n)/g, '\n').trimEnd();
}
