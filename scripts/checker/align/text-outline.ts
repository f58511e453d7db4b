import type { Block, Span, TextRun } from '../../../src/domain/document/page-document.ts';
import { unitWeight } from './reading-length.ts';

/** What of a text's form survives translation. */
export interface TextOutline {
  /** Reading length. */
  readonly length: number;
  /** How many emphases, links and codes it has, by the order of `markKinds`. */
  readonly markCounts: readonly number[];
  /** Sums of where they lie in the text, each 0 to 1. */
  readonly markPlaces: readonly number[];
  /** How often each sign that translators keep is in the text, by the order of `signs`. */
  readonly signCounts: readonly number[];
}

/** Markup whose number and places translators keep. */
export const markKinds = ['strong', 'emphasis', 'link', 'code'] as const;

/** Signs that mean the same in all languages. */
export const signs = ['colon', 'bracket', 'question', 'exclamation'] as const;

const noCounts: readonly number[] = [0, 0, 0, 0];

/** An outline of nothing but a length. */
export function bareOutline(length: number): TextOutline {
  return { length, markCounts: noCounts, markPlaces: noCounts, signCounts: noCounts };
}

/** The outline of a block's own text, or of its first `end` UTF-16 units. */
export function outlineOf({ text, traits }: Block, end = text.length): TextOutline {
  let length = 0;
  let signCounts: number[] | undefined;
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    // Spaces, Latin, Greek and Cyrillic letters, of which texts mostly are, are no signs and weigh the same.
    if (unit === 0x20 || (unit > 0x3f && unit < 0x600)) {
      length++;
      continue;
    }
    length += unitWeight(unit);
    const sign = signAt(unit);
    if (sign === -1) continue;
    signCounts ??= [0, 0, 0, 0];
    signCounts[sign] = (signCounts[sign] ?? 0) + 1;
  }
  const { emphases, links, codes, runs } = traits;
  if (emphases.length + links.length + codes.length === 0) {
    return { length, markCounts: noCounts, markPlaces: noCounts, signCounts: signCounts ?? noCounts };
  }
  const markCounts = [0, 0, 0, 0];
  const markPlaces = [0, 0, 0, 0];
  const add = (kind: number, size: number, span: Span): void => {
    const index = indexIn(runs, span);
    if (index >= end) return;
    markCounts[kind] = (markCounts[kind] ?? 0) + 1;
    markPlaces[kind] = (markPlaces[kind] ?? 0) + (index + size / 2) / Math.max(1, end);
  };
  for (const { kind, text: inner, contentSpan } of emphases) {
    add(kind === 'strong' ? 0 : 1, inner.length, contentSpan);
  }
  for (const link of links) add(2, link.text.length, link.textSpan);
  for (const code of codes) add(3, code.text.length, code.span);
  return { length, markCounts, markPlaces, signCounts: signCounts ?? noCounts };
}

/** The outline of texts in a row. */
export function joinOutlines(outlines: readonly TextOutline[]): TextOutline {
  let length = 0;
  for (const outline of outlines) length += outline.length;
  const markCounts = [0, 0, 0, 0];
  const markPlaces = [0, 0, 0, 0];
  const signCounts = [0, 0, 0, 0];
  let before = 0;
  for (const outline of outlines) {
    for (let at = 0; at < 4; at++) {
      const count = outline.markCounts[at] ?? 0;
      const place = before * count + (outline.markPlaces[at] ?? 0) * outline.length;
      markCounts[at] = (markCounts[at] ?? 0) + count;
      markPlaces[at] = (markPlaces[at] ?? 0) + place / Math.max(1, length);
      signCounts[at] = (signCounts[at] ?? 0) + (outline.signCounts[at] ?? 0);
    }
    before += outline.length;
  }
  return { length, markCounts, markPlaces, signCounts };
}

/** Where the first sentence of a text ends, where others follow it; `undefined` for a text of one sentence. */
export function leadEnd(text: string): number | undefined {
  const first = /[.!?。！？।]+/.exec(text);
  const end = first === null ? text.length : first.index + first[0].length;
  if (end >= text.length) return undefined;
  return /^(?:\s|\p{Lo})/u.test(text.slice(end, end + 2)) ? end : undefined;
}

/** Where in a text that what stands in a span begins. */
function indexIn(runs: readonly TextRun[], { start }: Span): number {
  for (const run of runs) if (run.span.start.offset >= start.offset) return run.at;
  return 0;
}

/** The place of a sign among `signs`; -1 for other characters. */
function signAt(unit: number): number {
  switch (unit) {
    case 0x3a:
    case 0xff1a:
      return 0;
    case 0x28:
    case 0xff08:
      return 1;
    case 0x3f:
    case 0xff1f:
    // Greek asks with a semicolon, Arabic with a mark of its own.
    case 0x3b:
    case 0x61f:
      return 2;
    case 0x21:
    case 0xff01:
      return 3;
    default:
      return -1;
  }
}
