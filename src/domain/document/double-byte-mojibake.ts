import type { Mojibake } from './mojibake.ts';

/**
 * UTF-8 text that was read in a double-byte encoding of East Asia: `客戶帳戶` as `瀹㈡埗甯虫埗` in GBK, `日本語` as
 * `譌･譛ｬ隱` in Shift_JIS, and `företag` as `f枚retag` in GBK.
 *
 * Sound text may be valid by chance. So a run counts only where several characters come out, all of them common in
 * their language, while some that stand there are rare in theirs.
 */
export function findDoubleByteMojibake(text: string): readonly Mojibake[] {
  const found: Mojibake[] = [];
  const add = (broken: Mojibake): void => {
    if (!found.some(({ from, to }) => from < broken.to && broken.from < to)) found.push(broken);
  };
  for (const { 0: written, index } of text.matchAll(/(?:锟斤拷|占쏙옙)+/g)) add(lost(written, index));
  const [gbk] = doubleByteEncodings();
  for (const broken of brokenRuns(text)) add(broken);
  for (const broken of gbk === undefined ? [] : [...latinWords(text, gbk), ...quotationMarks(text, gbk)])
    add(broken);
  return found.toSorted((one, other) => one.from - other.from);
}

/** A quick look, for a text that holds East Asian characters. */
export function mayHoldDoubleByteMojibake(text: string): boolean {
  if (text.includes('锟斤拷') || text.includes('占쏙옙') || text.includes('鈥') || latinWord.test(text))
    return true;
  for (const _ of brokenRuns(text)) return true;
  return false;
}

function* brokenRuns(text: string): Iterable<Mojibake> {
  const encodings = doubleByteEncodings();
  const kinds = startKinds();
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)] ?? 0;
    const starts = before & (kind >> furtherShift);
    before = kind & startMask;
    if (starts === 0) continue;
    for (const [place, encoding] of encodings.entries()) {
      const broken = (starts & (1 << place)) === 0 ? undefined : readRun(text, at - 1, encoding);
      if (broken === undefined) continue;
      yield broken;
      at = broken.to - 1;
      before = 0;
      break;
    }
  }
}

/** The lower bits of a kind tell in which encodings a character may start a run, the upper ones go on with one. */
const startMask = 0b111;
const furtherShift = 3;

let builtKinds: Uint8Array | undefined;

function startKinds(): Uint8Array {
  if (builtKinds !== undefined) return builtKinds;
  builtKinds = new Uint8Array(0x1_0000);
  for (const [place, { bytes }] of doubleByteEncodings().entries()) {
    for (const [unit, pair] of bytes.entries()) {
      const lead = pair > 0xff ? pair >> 8 : pair;
      let kind = 0;
      if (pair > 0xff && lead >= 0xd0 && lead <= 0xef && isFurther(pair & 0xff)) kind |= 1 << place;
      if (isFurther(lead) || (lead >= 0xd0 && lead < 0xe0)) kind |= 1 << (place + furtherShift);
      builtKinds[unit] = (builtKinds[unit] ?? 0) | kind;
    }
  }
  return builtKinds;
}

function lost(text: string, from: number): Mojibake {
  return { from, to: from + text.length, text, repaired: undefined, encoding: undefined };
}

interface DoubleByteEncoding {
  readonly name: string;
  /** By UTF-16 unit, both bytes of a character, or one below 0x100; 0 for what it does not have. */
  readonly bytes: Uint16Array;
  /** Whether a character is rare in text of the encoding. */
  readonly isRare: (bytes: number) => boolean;
  /** Characters that text comes out as. */
  readonly common: RegExp;
}

let built: readonly DoubleByteEncoding[] | undefined;

function doubleByteEncodings(): readonly DoubleByteEncoding[] {
  built ??= [
    // Rare: what GB 2312 lacks.
    build(
      'gbk',
      (bytes) => (bytes & 0xff) < 0xa1 || bytes >> 8 < 0xb0,
      /^[\p{sc=Hani}\p{sc=Cyrl}\p{sc=Hang}\p{sc=Hira}\p{sc=Kana}\p{P}]+$/u,
    ),
    // Rare: the second level of JIS X 0208, and narrow katakana.
    build(
      'shift_jis',
      (bytes) => bytes >= 0x98_9f || bytes < 0x100,
      /^[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{P}ー]+$/u,
    ),
    // Rare: Chinese characters in Korean.
    build('euc-kr', (bytes) => bytes >> 8 >= 0xca && (bytes & 0xff) >= 0xa1, /^[\p{sc=Hang}\p{P}]+$/u),
  ];
  return built;
}

function build(name: string, isRare: DoubleByteEncoding['isRare'], common: RegExp): DoubleByteEncoding {
  const bytes = new Uint16Array(0x1_0000);
  const decoder = new TextDecoder(name);
  // One piece of text for all pairs, a line each: a line end is no second byte.
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) pairs.push((lead << 8) | trail);
  }
  const lines = decoder
    .decode(Uint8Array.from(pairs.flatMap((pair) => [pair >> 8, pair & 0xff, 0x0a])))
    .split('\n');
  for (const [at, pair] of pairs.entries()) {
    const character = lines[at] ?? '';
    const unit = character.charCodeAt(0);
    if (character.length === 1 && unit > 0x7f && unit !== 0xff_fd) bytes[unit] ||= pair;
  }
  if (name === 'shift_jis') {
    for (let single = 0xa1; single <= 0xdf; single++) {
      bytes[decoder.decode(Uint8Array.of(single)).charCodeAt(0)] = single;
    }
  }
  return { name, bytes, isRare, common };
}

function isFurther(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** So many characters have to come out; one more where the last is cut in half. */
const fewestRepaired = 3;

function readRun(text: string, from: number, encoding: DoubleByteEncoding): Mojibake | undefined {
  const written: number[] = [];
  let repaired = '';
  let to = from;
  let isCut = false;
  for (let at = from; at < text.length; at++) {
    const pair = encoding.bytes[text.charCodeAt(at)] ?? 0;
    if (pair === 0) break;
    if (pair > 0xff) written.push(pair >> 8);
    written.push(pair & 0xff);
    const read = takeSequence(written);
    if (read === undefined) break;
    repaired += read;
    isCut = written.length > 0;
    to = at + 1;
  }
  const run = text.slice(from, to);
  const count = [...repaired].length;
  if (count < fewestRepaired + (isCut ? 1 : 0) || !isBelievable(run, repaired, encoding)) return undefined;
  return isCut ? lost(run, from) : { from, to, text: run, repaired, encoding: encoding.name };
}

/** Takes the complete characters off the front; `undefined` where the bytes are no UTF-8. */
function takeSequence(bytes: number[]): string | undefined {
  let taken = '';
  for (;;) {
    const [lead = 0] = bytes;
    if (bytes.length === 0) return taken;
    const length = lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xc2 && lead <= 0xdf ? 2 : 0;
    if (length === 0 || bytes.slice(1, length).some((byte) => !isFurther(byte))) return undefined;
    if (bytes.length < length) return taken;
    const read = decodeWhole(bytes.splice(0, length));
    if (read === undefined) return undefined;
    taken += read;
  }
}

function isBelievable(run: string, repaired: string, { bytes, isRare, common }: DoubleByteEncoding): boolean {
  const rare = [...run].filter((character) => isRare(bytes[character.charCodeAt(0)] ?? 0)).length;
  // Four letters in a row that are all Cyrillic are no chance.
  const isCyrillic = /^\p{sc=Cyrl}{4,}$/u.test(repaired);
  if ((rare * 4 < run.length && !isCyrillic) || !common.test(repaired)) return false;
  return [...repaired].every((character) => !/\p{sc=Hani}/u.test(character) || isCommonHan(character));
}

/** Of GB 2312, Big5's first level or JIS X 0208. */
function isCommonHan(character: string): boolean {
  const [gbk, shiftJis] = doubleByteEncodings();
  const unit = character.charCodeAt(0);
  const chinese = gbk?.bytes[unit] ?? 0;
  const japanese = shiftJis?.bytes[unit] ?? 0;
  builtBig5 ??= build('big5', () => false, /^$/).bytes;
  const taiwanese = builtBig5[unit] ?? 0;
  return (
    (chinese >> 8 >= 0xb0 && (chinese & 0xff) >= 0xa1) ||
    (japanese > 0x88_00 && japanese < 0xea_a5) ||
    (taiwanese >= 0xa4_40 && taiwanese < 0xc6_7f)
  );
}

let builtBig5: Uint16Array | undefined;

function decodeWhole(bytes: readonly number[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** A Latin word with Chinese characters between its small letters. */
const latinWord = /[A-Za-z]\p{sc=Hani}[a-z]/u;
const latinWordWhole =
  /(?<![\p{L}\p{M}])\p{sc=Latn}*[A-Za-z]\p{sc=Hani}(?=[a-z])\p{sc=Latn}+(?:\p{sc=Hani}\p{sc=Latn}+)*(?![\p{L}\p{M}])/gu;

/** Latin words in which each Chinese character is the two bytes of one letter. */
function latinWords(text: string, { name, bytes }: DoubleByteEncoding): readonly Mojibake[] {
  if (!latinWord.test(text)) return [];
  return Array.from(text.matchAll(latinWordWhole)).flatMap(({ 0: written, index }): Mojibake[] => {
    let isWhole = true;
    const repaired = written.replace(/\p{sc=Hani}/gu, (character) => {
      const pair = bytes[character.charCodeAt(0)] ?? 0;
      const letter = decodeWhole([pair >> 8, pair & 0xff]);
      isWhole &&= letter !== undefined && /^[\u00c0-\u017f]$/u.test(letter);
      return letter ?? character;
    });
    return isWhole
      ? [{ from: index, to: index + written.length, text: written, repaired, encoding: name }]
      : [];
  });
}

/** `partner鈥檚`: the last byte of a mark like `’` has swallowed the letter behind it. */
function quotationMarks(text: string, { name, bytes }: DoubleByteEncoding): readonly Mojibake[] {
  return Array.from(text.matchAll(/鈥([\u3400-\u9fff])/gu)).flatMap(
    ({ 0: written, 1: second = '', index }): Mojibake[] => {
      const pair = bytes[second.charCodeAt(0)] ?? 0;
      const repaired = decodeWhole([0xe2, 0x80, pair >> 8, pair & 0xff]);
      if (repaired === undefined || !/^[‐-‧][ -~]$/.test(repaired)) return [];
      return [{ from: index, to: index + written.length, text: written, repaired, encoding: name }];
    },
  );
}
