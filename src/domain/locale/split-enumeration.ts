import { conjunctionPattern } from './list-separators.ts';

/** A part of a text, in UTF-16 units. */
export interface TextPart {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The enumerations of a text: what stands between two ends of sentences, colons or dashes, parted by commas of any
 * script, bullets and line ends. A text without such a sign is one enumeration of one part.
 *
 * A short note in brackets belongs to its part; a list in brackets is an enumeration of its own. Names that hold such
 * a sign ("Bonaire, Sint Eustatius and Saba") stay whole.
 *
 * @param isKnown whether a text is a name as a whole
 * @example splitEnumerations('For these: Armenia, Brazil (since 2021), India.', 'en', isCountry)
 * // => [[For these], [Armenia, Brazil (since 2021), India]]
 */
export function splitEnumerations(
  text: string,
  locale: string,
  isKnown: (text: string) => boolean,
): readonly (readonly TextPart[])[] {
  const enumerations: TextPart[][] = [];
  let parts: TextPart[] = [];
  let from = 0;
  const close = (to: number): void => {
    const part = trimmedPart(text, from, to);
    if (part !== undefined) parts.push(part);
  };
  for (const { at, length, endsEnumeration } of withoutNames(text, signsOf(text), locale, isKnown)) {
    close(at);
    from = at + length;
    if (!endsEnumeration) continue;
    if (parts.length > 0) enumerations.push(parts);
    parts = [];
  }
  close(text.length);
  if (parts.length > 0) enumerations.push(parts);
  return enumerations;
}

/**
 * A part of an enumeration, parted again at the language's conjunctions, in the way that leaves most of it
 * understood: "Trinidad and Tobago and Cuba" is two countries.
 *
 * @param isKnown whether a text is a name as a whole
 */
export function splitAtConjunctions(
  part: TextPart,
  locale: string,
  isKnown: (text: string) => boolean,
): readonly TextPart[] {
  const cuts = [...part.text.matchAll(conjunctionPattern(locale))];
  if (cuts.length === 0 || isKnown(part.text)) return [part];
  const limits = [
    { end: 0, next: 0 },
    ...cuts.map((cut) => ({ end: cut.index, next: cut.index + cut[0].length })),
    { end: part.text.length, next: part.text.length },
  ];
  // best[n]: the best way to part the text up to the n-th limit.
  const best: { known: number; from: number }[] = [{ known: 0, from: 0 }];
  for (let to = 1; to < limits.length; to++) {
    let winner = { known: -1, from: to - 1 };
    for (let from = to - 1; from >= Math.max(0, to - mostPieces); from--) {
      const text = part.text.slice(limits[from]?.next ?? 0, limits[to]?.end).trim();
      const known = (best[from]?.known ?? 0) + (isKnown(text) ? text.length : 0);
      if (known > winner.known) winner = { known, from };
    }
    best.push(winner);
  }
  const chosen: { end: number; next: number }[] = [];
  for (let at = limits.length - 1; at > 0; at = best[at]?.from ?? 0) {
    const limit = limits[at];
    if (limit !== undefined) chosen.unshift(limit);
  }
  return pieces(part, [{ end: 0, next: 0 }, ...chosen]);
}

/** No name has more pieces between what may be a conjunction; in Thai, spaces may be. */
const mostPieces = 7;

function pieces(
  part: TextPart,
  limits: readonly { readonly end: number; readonly next: number }[],
): readonly TextPart[] {
  return limits.slice(1).flatMap(({ end }, at) => {
    const from = limits[at]?.next ?? 0;
    const piece = trimmedPart(part.text, from, end);
    return piece === undefined
      ? []
      : [{ text: piece.text, from: part.from + piece.from, to: part.from + piece.to }];
  });
}

/** Drops the signs inside names: what stands between the signs, or a conjunction, on both sides is a name as a whole. */
function withoutNames(
  text: string,
  signs: readonly Sign[],
  locale: string,
  isKnown: (text: string) => boolean,
): readonly Sign[] {
  return signs.filter((_, at) => {
    const before = signs[at - 1];
    const from = before === undefined ? 0 : before.at + before.length;
    const whole = trimmedPart(text, from, signs[at + 1]?.at ?? text.length);
    const first = trimmedPart(text, from, signs[at]?.at ?? from);
    if (whole === undefined || first === undefined || whole.text === first.text) return true;
    return !cutsAtConjunctions(whole.text, first.text.length, locale).some(isKnown);
  });
}

/** A text with a sign in it, and what of it lies between the conjunctions on both sides of the sign. */
function cutsAtConjunctions(text: string, sign: number, locale: string): readonly string[] {
  const from = Math.max(0, sign - longestEnd);
  const before = [...text.slice(from, sign).matchAll(conjunctionPattern(locale))].at(-1);
  const [after] = text.slice(sign).matchAll(conjunctionPattern(locale));
  const start = before === undefined ? 0 : from + before.index + before[0].length;
  const end = after === undefined ? text.length : sign + after.index;
  // Of "Armenia, and Brazil" nothing is left behind the comma.
  const holdsLeft = /\p{L}/u.test(text.slice(start, sign));
  const holdsRight = /\p{L}/u.test(text.slice(sign, end));
  const cuts = [
    text,
    holdsLeft ? text.slice(start) : '',
    holdsRight ? text.slice(0, end) : '',
    holdsLeft && holdsRight ? text.slice(start, end) : '',
  ];
  return cuts.map((cut) => cut.trim()).filter((cut) => cut !== '');
}

/** UTF-16 units that a name may have on one side of a sign inside it. */
const longestEnd = 60;

interface Sign {
  readonly at: number;
  readonly length: number;
  readonly endsEnumeration: boolean;
}

/**
 * Commas of every script, semicolons, bullets, markers that no renderer takes for an item's, line ends; a comma between
 * digits is part of a number.
 */
const partingSign =
  /(?<!\d)[,‚](?!\d)|,(?!\d)|(?<!\d),|[;、，､،；؛፣·•|\r\n]|(?<=^|\s)(?:\*(?=\s?\p{L})|[+-](?=\p{L}))/gu;

/** Ends of sentences, colons, dashes between spaces; `St.` and `U.S.` end no sentence, and names hold hyphens. */
const endingSign =
  /(?<=\p{Ll}{3}|\p{Lo}|\)|\d)\.(?=\s|$)|[!?](?=\s|$)|[。！？।۔]|：|:(?=[\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|$)|\s[–—]\s/gu;

function signsOf(text: string): readonly Sign[] {
  const signs: Sign[] = [
    ...[...text.matchAll(partingSign)].map((match) => ({
      at: match.index,
      length: match[0].length,
      endsEnumeration: false,
    })),
    ...[...text.matchAll(endingSign)].map((match) => ({
      at: match.index,
      length: match[0].length,
      endsEnumeration: true,
    })),
  ];
  const kept: Sign[] = [];
  for (const bracket of text.matchAll(/[(（[]([^()（）[\]]*)[)）\]]/gu)) {
    const inside = signs.filter(
      (sign) => sign.at > bracket.index && sign.at < bracket.index + bracket[0].length,
    );
    const isList = inside.filter((sign) => !sign.endsEnumeration).length >= listInBrackets;
    if (isList) {
      kept.push({ at: bracket.index, length: 1, endsEnumeration: true });
      kept.push({ at: bracket.index + bracket[0].length - 1, length: 1, endsEnumeration: true });
    } else {
      for (const sign of inside) signs.splice(signs.indexOf(sign), 1);
    }
  }
  return [...signs, ...kept].toSorted((one, other) => one.at - other.at);
}

/** Commas that make a note in brackets a list. */
const listInBrackets = 3;

/**
 * A text as far as its last letter, digit or closing bracket.
 *
 * @example withoutSignsBehind('Brazil (since 2021)…') // => 'Brazil (since 2021)'
 */
export function withoutSignsBehind(text: string): string {
  let end = text.length;
  while (end > 0) {
    const isPair = (text.codePointAt(end - 2) ?? 0) > 0xff_ff;
    const start = isPair ? end - 2 : end - 1;
    if (/[\p{L}\p{M}\p{N})）]/u.test(text.slice(start, end))) break;
    end = start;
  }
  return text.slice(0, end);
}

function trimmedPart(text: string, from: number, to: number): TextPart | undefined {
  const whole = text.slice(from, to);
  const start = whole.search(/[\p{L}\p{N}(（]/u);
  if (start === -1) return undefined;
  const trimmed = withoutSignsBehind(whole.slice(start));
  return trimmed === ''
    ? undefined
    : { text: trimmed, from: from + start, to: from + start + trimmed.length };
}
