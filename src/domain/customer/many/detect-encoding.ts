/** Encodings that a table may have, by the names `TextDecoder` knows them by. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'windows-1252',
  'gb18030',
  'big5',
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
  if (hasUnprintable(bytes)) return { kind: 'binary' };
  if (isUtf8(bytes)) return { kind: 'text', encoding: 'utf-8', isSure: true };
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

/** Control characters other than tab, line breaks, form feed and the end mark of old systems are in no table. */
function hasUnprintable(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // The last letter of a sample may be cut: that is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
