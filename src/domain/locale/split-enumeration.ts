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
 * A short note in brackets belongs to its part; a list in brackets is an enumeration of its own.
 *
 * @example splitEnumerations('For these: Armenia, Brazil (since 2021), India.')
 * // => [[For these], [Armenia, Brazil (since 2021), India]]
 */
export function splitEnumerations(text: string): readonly (readonly TextPart[])[] {
  const enumerations: TextPart[][] = [];
  let parts: TextPart[] = [];
  let from = 0;
  const close = (to: number): void => {
    const part = trimmedPart(text, from, to);
    if (part !== undefined) parts.push(part);
  };
  for (const { at, length, endsEnumeration } of signsOf(text)) {
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
  if (limits.length > mostCuts) return pieces(part, limits);
  // best[n]: the best way to part the text up to the n-th limit.
  const best: { known: number; at: readonly number[] }[] = [{ known: 0, at: [0] }];
  for (let to = 1; to < limits.length; to++) {
    let winner: { known: number; at: readonly number[] } = { known: -1, at: [] };
    for (let from = to - 1; from >= 0; from--) {
      const before = best[from];
      const text = part.text.slice(limits[from]?.next ?? 0, limits[to]?.end).trim();
      if (before === undefined) continue;
      const known = before.known + (isKnown(text) ? text.length : 0);
      if (known > winner.known) winner = { known, at: [...before.at, to] };
    }
    best.push(winner);
  }
  const chosen = best.at(-1)?.at ?? [];
  return pieces(
    part,
    chosen.flatMap((at) => limits[at] ?? []),
  );
}

/** Beyond this many conjunctions a piece is a sentence, not a name. */
const mostCuts = 10;

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

interface Sign {
  readonly at: number;
  readonly length: number;
  readonly endsEnumeration: boolean;
}

/** Commas of every script, semicolons, bullets, line ends; a comma between digits is part of a number. */
const partingSign = /(?<!\d)[,‚](?!\d)|,(?!\d)|(?<!\d),|[;、，､،；؛፣·•|\r\n]/gu;

/** Ends of sentences, colons, dashes between spaces; `St.` and `U.S.` end no sentence, and names hold hyphens. */
const endingSign =
  /(?<=\p{Ll}{3}|\p{Lo}|\)|\d)\.(?=\s|$)|[!?](?=\s|$)|[。！？।۔]|[:：](?!\S*\/\/)|\s[–—]\s/gu;

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
  return [...signs, ...kept].sort((one, other) => one.at - other.at);
}

/** Commas that make a note in brackets a list. */
const listInBrackets = 3;

function trimmedPart(text: string, from: number, to: number): TextPart | undefined {
  const whole = text.slice(from, to);
  const start = whole.search(/[\p{L}\p{N}(（]/u);
  if (start === -1) return undefined;
  const trimmed = whole.slice(start).replace(/[^\p{L}\p{M}\p{N})）]+$/u, '');
  return trimmed === ''
    ? undefined
    : { text: trimmed, from: from + start, to: from + start + trimmed.length };
}
