/**
 * Code with what word processors, input methods and keyboards of other scripts put into it written as code has it:
 * full-width signs, typographic quotation marks and dashes, unusual spaces, invisible signs, letters of other scripts
 * that look like Latin ones.
 *
 * @example foldCode('Ｇet-Сustomer –All') // => 'Get-Customer -All', with a Cyrillic С
 */
export function foldCode(code: string): string {
  return foldQuotes(foldLetters(code));
}

/** What `foldCode` does, quotation marks left as they are. */
export function foldLetters(code: string): string {
  if (!/[^\p{ASCII}]/u.test(code)) return code;
  return code
    .replaceAll(invisible, '')
    .replaceAll(foreign, (sign) => known.get(sign) ?? sign.normalize('NFKC'));
}

/** Typographic quotation marks as the straight ones. */
export function foldQuotes(code: string): string {
  if (!/[^\p{ASCII}]/u.test(code)) return code;
  return code.replaceAll(/[“”„‟«»″]/g, '"').replaceAll(/[‘’‚‛‹›′]/g, "'");
}

/** Soft hyphens, joiners, marks of direction, byte order marks. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;

const foreign = /[\u00A0\u2000-\u200A\u2010-\u2015\u202F\u2212\u3000\uFF01-\uFF5E\p{sc=Cyrl}\p{sc=Grek}]/gu;

/** Latin letters and those of Cyrillic and Greek that no reader can tell from them. */
const lookAlikes: Readonly<Record<string, string>> = {
  аеорсухіјѕһԁԛԝ: 'aeopcyxijshdqw',
  АВЕКМНОРСТУХІЈЅԌ: 'ABEKMHOPCTYXIJSG',
  ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ: 'ABEZHIKMNOPTYX',
  ον: 'ov',
};

const known: ReadonlyMap<string, string> = new Map([
  ...Object.entries(lookAlikes).flatMap(([foreignLetters, latin]) =>
    [...foreignLetters].map((letter, at): [string, string] => [letter, latin[at] ?? letter]),
  ),
  ...[...'‐‑‒–—―−'].map((dash): [string, string] => [dash, '-']),
]);
