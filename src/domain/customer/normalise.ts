/**
 * What people paste without seeing it: everything that Unicode says to leave unseen (soft hyphen, zero-width space,
 * byte order mark, marks that switch the direction of writing, filler letters) and control characters that are no
 * space. The zero-width joiners and variation selectors are not among them: Persian and Hindi names, emoji and some
 * Chinese characters need them.
 */
const unseen = /(?![\u200C\u200D\p{Variation_Selector}])\p{Default_Ignorable_Code_Point}|(?!\s)\p{Cc}/gu;

const joiners = /[\u200C\u200D]/gu;

/** Of plain ASCII nothing has to be looked up in Unicode's tables, which would take ten times as long. */
const isPlain = /^[ -~]*$/;

/**
 * The text as it is meant: composed, without unseen characters, with single spaces and none at the ends.
 * @example cleanText('\u00a0Norrsken\u200b  Bakery ') // => 'Norrsken Bakery'
 */
export function cleanText(typed: string): string {
  if (isPlain.test(typed)) return typed.replace(/ {2,}/g, ' ').trim();
  const text = typed.normalize('NFC').replace(unseen, '').replace(/\s+/gu, ' ').trim();
  return text.replace(joiners, '') === '' ? '' : text;
}

/**
 * The text in plain ASCII form where Unicode has one: full-width letters, digits and signs become ordinary ones,
 * digits of every script become 0 to 9, nothing unseen is left.
 * @example toAscii('９８０５２') // => '98052'
 * @example toAscii('٩٦٦') // => '966'
 */
export function toAscii(typed: string): string {
  if (isPlain.test(typed)) return cleanText(typed);
  return cleanText(typed.normalize('NFKC').replace(joiners, '')).replace(/(?![0-9])\p{Nd}/gu, (digit) =>
    String(digitValue(digit)),
  );
}

/**
 * A number or code without the separators people type: spaces, hyphens, dots and slashes.
 * @example toCode('100-234 567') // => '100234567'
 */
export function toCode(typed: string): string {
  return toAscii(typed).replace(/[\s\-‐-―−./\\]/gu, '');
}

/**
 * True when the text says nothing: it has neither a letter nor a digit.
 * @example isBlank(' – ') // => true
 */
export function isBlank(typed: string): boolean {
  return !/[\p{L}\p{N}]/u.test(cleanText(typed));
}

/** How many characters a reader counts, to the precision of code points. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Unicode keeps the ten digits of a script in a row, zero first; rows of several scripts may follow each other. */
function digitValue(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - before - 1))) before += 1;
  return before % 10;
}
