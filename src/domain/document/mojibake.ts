/** Text that was saved in UTF-8 and read in another encoding, found by reading it back. */

import { findDoubleByteMojibake, mayHoldDoubleByteMojibake } from './double-byte-mojibake.ts';

/** A word or run of words that an encoding mix-up has broken. */
export interface Mojibake {
  /** UTF-16 units from the start of the text given. */
  readonly from: number;
  readonly to: number;
  /** What stands there. */
  readonly text: string;
  /** What it was; `undefined` when characters are lost (U+FFFD) and nothing can tell. */
  readonly repaired: string | undefined;
  /** The encoding it was wrongly read in; `undefined` for lost characters. */
  readonly encoding: string | undefined;
}

/**
 * Every broken word of a text, in order; broken words that follow each other are one.
 *
 * A run counts only when its characters, written back as bytes of the wrong encoding, are valid UTF-8, and when what
 * comes out is likelier than what stands there: `Ã¼` inside a word is never a Portuguese Ã, but `IRMÃ»` is.
 * Doubly encoded text is repaired all the way.
 *
 * @example findMojibake('TÃ¼rkiye') // => [{ from: 0, to: 8, text: 'TÃ¼rkiye', repaired: 'Türkiye', encoding: 'windows-1252' }]
 */
export function findMojibake(text: string): readonly Mojibake[] {
  const suspects = suspectsOf(text);
  if (suspects === 0 || (suspects === wideBit && !mayHoldDoubleByteMojibake(text))) return [];
  let found: readonly Mojibake[] = lostWords(text);
  if ((suspects & wideBit) !== 0) found = mergeApart(found, findDoubleByteMojibake(text));
  for (const [at, encoding] of encodings().entries()) {
    if ((suspects & (1 << at)) !== 0) found = mergeApart(found, brokenWords(text, encoding));
  }
  return joinNeighbours(text, found);
}

/** A quick look: whether a text may hold broken words at all. */
export function mayHoldMojibake(text: string): boolean {
  const suspects = suspectsOf(text);
  return (suspects & ~wideBit) !== 0 || ((suspects & wideBit) !== 0 && mayHoldDoubleByteMojibake(text));
}

/**
 * The encodings of which a text holds a first byte of UTF-8 and a further one side by side, one bit each, and one for
 * lost characters. 0 for nearly every sound text, whose characters are looked at once.
 */
function suspectsOf(text: string): number {
  const kinds = byteKinds();
  let suspects = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      before = 0;
      continue;
    }
    if (unit === lostUnit) suspects |= lostBit;
    if (unit >= firstWideUnit) suspects |= wideBit;
    const kind = kinds[unit] ?? 0;
    suspects |= before & (kind >> furtherShift);
    before = kind & leadMask;
  }
  return suspects;
}

const lostUnit = 0xff_fd;
const lostBit = 1 << 30;
/** From here on lie the characters that double-byte encodings make of UTF-8. */
const firstWideUnit = 0x34_00;
const wideBit = 1 << 29;
/** The lower bits of a kind tell in which encodings a character is a first byte, the upper ones a further byte. */
const leadMask = 0xfff;
const furtherShift = 12;

let builtKinds: Uint32Array | undefined;

function byteKinds(): Uint32Array {
  if (builtKinds !== undefined) return builtKinds;
  builtKinds = new Uint32Array(0x1_0000);
  for (const [at, { name, byteOf }] of encodings().entries()) {
    for (const [character, byte] of byteOf) {
      if (!isTelling(name, character, byte)) continue;
      const shift = byte >= 0xc2 ? at : byte < 0xc0 ? at + furtherShift : undefined;
      const unit = character.charCodeAt(0);
      if (shift !== undefined) builtKinds[unit] = (builtKinds[unit] ?? 0) | (1 << shift);
    }
  }
  return builtKinds;
}

/** Encodings of consoles have sound letters in all places: only their lines and blocks tell something is broken. */
function isTelling(name: string, character: string, byte: number): boolean {
  if (!boxedEncodings.has(name)) return true;
  const isLead = byte >= 0xc2;
  if (name === 'koi8-r') return isLead || /[\u2500-\u259f]/.test(character);
  return !isLead || /[\u2500-\u259fΓÔ]/.test(character);
}

/** Words that hold U+FFFD, which nothing can repair. */
function lostWords(text: string): Mojibake[] {
  const words: Mojibake[] = [];
  for (const match of text.matchAll(/�+/g)) {
    const last = words.at(-1);
    const to = wordEnd(text, match.index + match[0].length);
    const isSameWord = last !== undefined && last.to >= match.index;
    const from = isSameWord ? last.from : wordStart(text, match.index);
    if (isSameWord) words.pop();
    words.push({ from, to, text: text.slice(from, to), repaired: undefined, encoding: undefined });
  }
  return words;
}

/** Both lists in order, without what of the second overlaps the first. */
function mergeApart(first: readonly Mojibake[], second: readonly Mojibake[]): readonly Mojibake[] {
  const merged: Mojibake[] = [];
  let at = 0;
  for (const word of second) {
    for (let next = first[at]; next !== undefined && next.to <= word.from; next = first[at]) {
      merged.push(next);
      at++;
    }
    const next = first[at];
    if (next === undefined || next.from >= word.to) merged.push(word);
  }
  return [...merged, ...first.slice(at)];
}

/** One encoding, as a way back from its characters to bytes. */
interface WrongEncoding {
  readonly name: string;
  readonly byteOf: ReadonlyMap<string, number>;
  /** One or more UTF-8 sequences, each byte seen as a character of this encoding. */
  readonly sequences: RegExp;
}

/** A chain of UTF-8 sequences, and how sure it is. */
interface Chain {
  readonly from: number;
  readonly to: number;
  readonly repaired: string;
  readonly isCertain: boolean;
}

/** In the order in which they are tried: a chain that the first explains is not asked of the next. */
const encodingNames = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'macintosh',
  'koi8-r',
  'ibm866',
  'cp437',
  'cp850',
  'windows-1254',
] as const;

type EncodingName = (typeof encodingNames)[number];

/** The upper halves of two encodings of DOS consoles, which no browser decodes. */
const dosCharacters: Readonly<Partial<Record<EncodingName, string>>> = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

let builtEncodings: readonly WrongEncoding[] | undefined;

function encodings(): readonly WrongEncoding[] {
  builtEncodings ??= encodingNames.map(buildEncoding);
  return builtEncodings;
}

function buildEncoding(name: EncodingName): WrongEncoding {
  const byteOf = new Map<string, number>();
  const upperHalf = dosCharacters[name] ?? new TextDecoder(name).decode(upperBytes);
  for (let byte = 0x80; byte <= 0xff; byte++) {
    byteOf.set(upperHalf.charAt(byte - 0x80), byte);
    // What reads as Latin-1 keeps the C1 controls, where Windows has letters and quotes.
    if (name === 'windows-1252') byteOf.set(String.fromCharCode(byte), byte);
  }
  byteOf.delete('�');
  const classOf = (from: number, to: number): string =>
    `[${[...byteOf]
      .filter(([, byte]) => byte >= from && byte <= to)
      .map(([character]) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
      .join('')}]`;
  const next = classOf(0x80, 0xbf);
  const sequence = `${classOf(0xc2, 0xdf)}${next}|${classOf(0xe0, 0xef)}${next}{2}|${classOf(0xf0, 0xf4)}${next}{3}`;
  return { name, byteOf, sequences: new RegExp(`(?:${sequence})+`, 'gu') };
}

const upperBytes = Uint8Array.from({ length: 0x80 }, (_, at) => at + 0x80);

function brokenWords(text: string, encoding: WrongEncoding): Mojibake[] {
  const chains = [...text.matchAll(encoding.sequences)].flatMap((match) => {
    const chain = readChain(text, match.index, match[0], encoding);
    return chain === undefined ? [] : [chain];
  });
  // A doubtful chain is believed where the text is broken for certain elsewhere.
  if (!chains.some((chain) => chain.isCertain)) return [];
  const words: Mojibake[] = [];
  for (const chain of chains) {
    const previous = words.at(-1);
    const from = wordStart(text, chain.from);
    const to = wordEnd(text, chain.to);
    if (previous !== undefined && previous.encoding === encoding.name && from <= previous.to) {
      words.pop();
      const repaired = `${(previous.repaired ?? '').slice(0, (previous.repaired ?? '').length - (previous.to - chain.from))}${chain.repaired}${text.slice(chain.to, to)}`;
      words.push({ ...previous, to, text: text.slice(previous.from, to), repaired });
      continue;
    }
    const repaired = text.slice(from, chain.from) + chain.repaired + text.slice(chain.to, to);
    words.push({ from, to, text: text.slice(from, to), repaired, encoding: encoding.name });
  }
  // Doubly encoded text comes out broken once more.
  return words.map((word) => ({ ...word, repaired: repairMojibake(word.repaired ?? '') }));
}

/**
 * The text with every broken word as it was; words that lost characters stay as they are.
 *
 * @example repairMojibake('in TÃ¼rkiye') // => 'in Türkiye'
 */
export function repairMojibake(text: string): string {
  return findMojibake(text).reduceRight(
    (repaired, broken) =>
      broken.repaired === undefined
        ? repaired
        : repaired.slice(0, broken.from) + broken.repaired + repaired.slice(broken.to),
    text,
  );
}

function readChain(text: string, from: number, written: string, encoding: WrongEncoding): Chain | undefined {
  const bytes = Uint8Array.from(written, (character) => encoding.byteOf.get(character) ?? 0);
  let repaired: string;
  try {
    repaired = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  if (!inUse.test(repaired)) return undefined;
  const to = from + written.length;
  const before = text.slice(Math.max(0, from - 1), from);
  const after = text.slice(to, to + 1);
  const isCertain = isBroken(written, repaired, before, after, encoding.name);
  return isCertain || isDoubtful(written) ? { from, to, repaired, isCertain } : undefined;
}

/** Scripts that people write pages in; a rare one is far likelier to be chance than a broken word. */
const inUse =
  /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Arab}\p{sc=Hebr}\p{sc=Deva}\p{sc=Beng}\p{sc=Taml}\p{sc=Telu}\p{sc=Thai}\p{sc=Geor}\p{sc=Armn}\p{sc=Zyyy}\p{sc=Zinh}]+$/u;

/** Signs that follow a letter in sound text: `É»` ends a quotation, `Ä“` too. */
const naturalAfterLetter = /^[\u00a0\u00ab\u00bb\u00b7‘’‚“”„–—…‹›•™®©°ªº¹²³\u00ad]$/u;

function isBroken(
  written: string,
  repaired: string,
  before: string,
  after: string,
  encoding: string,
): boolean {
  const [first = '', second = ''] = written;
  const repairedCount = [...repaired].length;
  if (boxedEncodings.has(encoding)) return isBoxed(written, repaired, before, after);
  // â€™, вЂ™ and ‚Äô: a punctuation mark in three pieces, the middle one never found after a letter.
  const isPunctuation = /^[\u2010-\u203a\u20ac\u2122\u2190-\u21ff]/u.test(repaired);
  if (isPunctuation && /^(?:â[€†„]|вЂ|‚Ä)/u.test(written)) return true;
  // Latin-1 shows the middle byte of a quotation mark as a control character.
  if (/[\u0080-\u009f]/.test(written)) return !/\p{Cc}/u.test(repaired);
  if (written.startsWith('ðŸ')) return /\p{Extended_Pictographic}/u.test(repaired);
  if (encoding === 'macintosh' && !/^(?:√|(?:[–—].){3})/u.test(written)) return false;
  if (repairedCount > 1) return isLikelyText(repaired, written);
  if (!/^[\u00c0-\u017f\u0218-\u021b]$/u.test(repaired)) return false;
  if (encoding === 'windows-1254') return false;
  if (encoding === 'windows-1251') return /\p{sc=Latn}/u.test(before + after);
  if (encoding === 'macintosh') return /\p{L}/u.test(before + after);
  const isInWord = /\p{Ll}/u.test(after) || (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(first));
  if (encoding === 'windows-1250' && /\p{L}/u.test(second)) return /\p{Ll}/u.test(before) && isInWord;
  return isInWord || (/^[ÃÅ]/u.test(first) && !/\p{L}/u.test(before) && !naturalAfterLetter.test(second));
}

/** Encodings that show some bytes as the lines and blocks of drawings, which no word holds. */
const boxedEncodings: ReadonlySet<string> = new Set(['koi8-r', 'ibm866', 'cp437', 'cp850']);

/** A drawing has lines on both sides of a line; a broken word has letters there. */
function isBoxed(written: string, repaired: string, before: string, after: string): boolean {
  if (/[\u2500-\u259f]/.test(before + after)) return false;
  if (/^[ΓÔ]Ç/u.test(written)) return /^[\u2010-\u203a]/u.test(repaired);
  if (!/[\u2500-\u259f]/.test(written) || !/^[\p{L}\p{P}\p{Zs}]+$/u.test(repaired)) return false;
  const isLongEnough = [...repaired].length > 1;
  const isInWord = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  const holdsOthers = /[^\u2500-\u259f]/.test(written) && /\p{L}/u.test(before + after);
  return (isLongEnough || isInWord || holdsOthers) && isLikelyText(repaired, written);
}

/** True when several characters in a row read as a word or as a symbol, and the written ones cannot. */
function isLikelyText(repaired: string, written: string): boolean {
  const letters = repaired.replace(/[\p{P}\p{S}\p{Zs}\p{M}]/gu, '');
  const isOneScript = oneScript.some((script) => script.test(letters));
  // Sound capitals: `РІЄ` in Ukrainian, `ÑÑª` on a sign.
  if (/^[\p{Lu}ªº]+$/u.test(written)) return false;
  return isOneScript && !/[\u0080-\u009f]/.test(repaired);
}

const oneScript: readonly RegExp[] = [
  /^[\u00aa-\u024f\u1e00-\u1eff]*$/u,
  /^[\u0400-\u045f\u0490-\u0493\u04d8\u04d9]+$/u,
  /^[\u0370-\u03ff]+$/u,
  /^[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}ー]+$/u,
  /^\p{sc=Hang}+$/u,
  /^\p{sc=Arab}+$/u,
  /^\p{sc=Hebr}+$/u,
  /^\p{sc=Deva}+$/u,
  /^\p{sc=Beng}+$/u,
  /^\p{sc=Taml}+$/u,
  /^\p{sc=Telu}+$/u,
  /^\p{sc=Thai}+$/u,
  /^\p{sc=Geor}+$/u,
  /^\p{sc=Armn}+$/u,
];

/** Chains that sound text may hold but broken text is full of: `Â ` before a unit, `Ð¸` alone. */
function isDoubtful(written: string): boolean {
  return /^[ÂÃÐÑĂĹРСВ]/u.test(written) && !/^\p{Lu}+$/u.test(written);
}

function wordStart(text: string, at: number): number {
  return at - (/[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(Math.max(0, at - 60), at))?.[0].length ?? 0);
}

function wordEnd(text: string, at: number): number {
  return at + (/^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(at, at + 60))?.[0].length ?? 0);
}

/** Joins broken words that only white space or a short sound word sets apart: one fault, one finding. */
function joinNeighbours(text: string, found: readonly Mojibake[]): readonly Mojibake[] {
  const joined: Mojibake[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    const between = last === undefined ? '' : text.slice(last.to, next.from);
    const isNeighbour =
      last !== undefined &&
      last.encoding === next.encoding &&
      !/[\r\n]/.test(between) &&
      /^[^\p{L}\p{N}]*(?:[\p{L}\p{N}]+[^\p{L}\p{N}]+){0,2}$/u.test(between);
    if (last === undefined || !isNeighbour) {
      joined.push(next);
      continue;
    }
    joined.pop();
    const bothRepaired = last.repaired !== undefined && next.repaired !== undefined;
    joined.push({
      from: last.from,
      to: next.to,
      text: text.slice(last.from, next.to),
      repaired: bothRepaired ? `${last.repaired}${between}${next.repaired}` : undefined,
      encoding: last.encoding,
    });
  }
  return joined;
}
