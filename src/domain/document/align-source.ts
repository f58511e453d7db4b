/** Takes one piece of a text: what a reader sees, and from where to where in the file it comes. */
export type TakePiece = (value: string, start: number, end: number) => void;

/**
 * Walks a parsed text and its source side by side and hands over the pieces: a stretch that is the same in both
 * (its length is then that of its place), or one escape, character reference or line break, with the place it covers.
 *
 * What cannot be matched is handed over whole, with the rest of the place.
 *
 * @example
 * alignSource('a \\* b', 0, 6, 'a * b', take) // take('a ', 0, 2), take('*', 2, 4), take(' b', 4, 6)
 */
export function alignSource(
  source: string,
  start: number,
  end: number,
  value: string,
  take: TakePiece,
): void {
  if (source.slice(start, end) === value && !value.includes('\n') && !value.includes('\r')) {
    take(value, start, end);
    return;
  }
  let at = start;
  let read = 0;
  let plainFrom = start;
  const flush = (): void => {
    if (at > plainFrom) take(source.slice(plainFrom, at), plainFrom, at);
  };
  while (read < value.length) {
    const unit = source.charCodeAt(at);
    const piece = mayStartPiece(unit) ? pieceAt(source, at, end, value, read) : undefined;
    if (piece === undefined) {
      if (at < end && unit === value.charCodeAt(read)) {
        at += 1;
        read += 1;
        continue;
      }
      flush();
      take(value.slice(read), Math.min(at, end), end);
      return;
    }
    flush();
    take(value.slice(read, read + piece.length), at, at + piece.covers);
    at += piece.covers;
    read += piece.length;
    plainFrom = at;
  }
  flush();
}

/** How many units of the value, and how many of the source, an escape, reference or line break takes. */
interface Piece {
  readonly length: number;
  readonly covers: number;
}

/** Whether a UTF-16 unit is a backslash, `&`, or white space of CommonMark. */
function mayStartPiece(unit: number): boolean {
  return unit === 92 || unit === 38 || unit === 32 || unit === 10 || unit === 13 || unit === 9;
}

function pieceAt(source: string, at: number, end: number, value: string, read: number): Piece | undefined {
  const unit = source[at];
  if (unit === '\\') return escapeAt(source, at, end, value, read);
  if (unit === '&') return referenceAt(source, at, end, value, read);
  if (unit === '\n' || unit === '\r' || unit === ' ' || unit === '\t')
    return lineBreakAt(source, at, end, value, read);
  return undefined;
}

function escapeAt(source: string, at: number, end: number, value: string, read: number): Piece | undefined {
  const escaped = source[at + 1];
  if (escaped === undefined || at + 1 >= end || escaped !== value[read]) return undefined;
  // A backslash before a backslash shows one; before anything but punctuation it shows itself.
  return /[!-/:-@[-`{-~]/.test(escaped) ? { length: 1, covers: 2 } : undefined;
}

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|[A-Za-z][A-Za-z\d]{1,31});/y;

function referenceAt(
  source: string,
  at: number,
  end: number,
  value: string,
  read: number,
): Piece | undefined {
  reference.lastIndex = at;
  const match = reference.exec(source);
  if (match === null || at + match[0].length > end) return undefined;
  const covers = match[0].length;
  // An unknown name is no reference: the reader sees it as it is written.
  if (match[0] !== '&amp;' && value.startsWith(match[0], read)) return undefined;
  const code = value.codePointAt(read) ?? 0;
  const length = code > 0xffff ? 2 : 1;
  // A few names stand for a letter and a combining sign.
  const isPaired =
    match[1] === undefined && match[2] === undefined && secondHalves.has(value[read + length] ?? '');
  return { length: isPaired && source[at + covers] !== value[read + length] ? length + 1 : length, covers };
}

/** Second code points of the named references that have two (HTML Standard, named character references). */
const secondHalves = new Set(['\u0338', '\u20D2', '\u200A', '\uFE00', '\u0333', '\u20E5', '\u0331', 'j']);

// Bounded, so that a long row of spaces is not measured again from each of them.
const lineBreak = /[ \t]{0,200}(?:\r\n|\n|\r)/y;

/** A line break with the white space before it and the indent and quote markers behind it. */
function lineBreakAt(
  source: string,
  at: number,
  end: number,
  value: string,
  read: number,
): Piece | undefined {
  if (value[read] !== '\n' && value[read] !== '\r') return undefined;
  lineBreak.lastIndex = at;
  const match = lineBreak.exec(source);
  if (match === null) return undefined;
  const shown = value.startsWith('\r\n', read) ? 2 : 1;
  let next = at + match[0].length;
  const restOfValue = value[read + shown];
  for (; next < end; next += 1) {
    const unit = source[next];
    if (unit === ' ' || unit === '\t') continue;
    if (unit !== '>' || (restOfValue === '>' && source[next + 1] !== '>' && !quoteFollows(source, next, end)))
      break;
  }
  return { length: shown, covers: next - at };
}

/** Whether more quote markers follow on the line, so that the one at `at` belongs to the prefix. */
function quoteFollows(source: string, at: number, end: number): boolean {
  for (let next = at + 1; next < end; next += 1) {
    const unit = source[next];
    if (unit === '>') return true;
    if (unit !== ' ' && unit !== '\t') return false;
  }
  return false;
}
