/** Encodings that a table may have, by the names `TextDecoder` knows them by. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'ibm866',
  'koi8-r',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
] as const;

/** One of `encodings`. */
export type Encoding = (typeof encodings)[number];

/** What the first bytes of a file say about it. */
export type FileKind =
  | { readonly kind: 'empty' }
  /** A spreadsheet program's own format, or another archive. */
  | { readonly kind: 'workbook' }
  | { readonly kind: 'binary' }
  /** A table in a known encoding; `isSure` is false where the bytes are no UTF-8 and it is only likely. */
  | { readonly kind: 'text'; readonly encoding: Encoding; readonly isSure: boolean };

/**
 * What kind of file these first bytes begin.
 *
 * Bytes that are no UTF-8 have an encoding of former times, which cannot be told from the bytes: then the one that is
 * most used with the reader's language is the guess, to be confirmed by somebody who sees the words.
 * @example detectEncoding(new Uint8Array([0xcc, 0xe8]), 'ru-RU')
 * // => { kind: 'text', encoding: 'windows-1251', isSure: false }
 */
export function detectEncoding(bytes: Uint8Array, locale: string): FileKind {
  if (bytes.length === 0) return { kind: 'empty' };
  const mark = marked(bytes);
  if (mark !== undefined) return { kind: 'text', encoding: mark, isSure: true };
  if (workbooks.some((signature) => signature.every((byte, index) => bytes[index] === byte)))
    return { kind: 'workbook' };
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { kind: 'text', encoding: wide, isSure: true };
  if (hasUnprintable(bytes)) return { kind: 'binary' };
  if (decoded(bytes, 'utf-8') !== undefined) return { kind: 'text', encoding: 'utf-8', isSure: true };
  const { language, script } = new Intl.Locale(locale).maximize();
  const likely = formerEncodings[`${language}-${script}`] ?? 'windows-1252';
  return { kind: 'text', encoding: likely, isSure: false };
}

const formerEncodings: Readonly<Record<string, Encoding>> = {
  'ru-Cyrl': 'windows-1251',
  'zh-Hans': 'gb18030',
  'zh-Hant': 'big5',
};

/** ZIP, which .xlsx and .ods are, and the older .xls. */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function marked(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/**
 * UTF-16 without a mark: with the right order of bytes it reads as text with the signs that a table cannot be without, and
 * with the wrong one as letters of a script that nobody writes.
 */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  if (!bytes.includes(0)) return undefined;
  const found = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    encoding,
    signs: countSigns(decoded(bytes, encoding)),
  }));
  const [best] = found.toSorted((one, other) => other.signs - one.signs);
  return best !== undefined && best.signs > 0 ? best.encoding : undefined;
}

/** Line breaks, what separates cells, digits and letters of ASCII; 0 where a character is no text. */
function countSigns(text: string | undefined): number {
  if (text === undefined || /(?!\s)\p{Cc}|[\ufffe\uffff]/u.test(text)) return 0;
  return text.match(/[\t\r\n,;\w]/gu)?.length ?? 0;
}

/**
 * The text that bytes are in an encoding, or `undefined` where they are none in it. A last letter that is cut is left out.
 * @example decoded(new Uint8Array([0xcc, 0xe8]), 'windows-1251') // => 'Ми'
 */
export function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** Control characters other than tab, line breaks, form feed and the end mark of old systems are in no table. */
function hasUnprintable(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a);
}
