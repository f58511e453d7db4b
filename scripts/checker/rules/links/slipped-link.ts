import { placesOfLabel } from '../../../../src/domain/document/label-text.ts';
import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import type { LinkTrait } from '../../../../src/domain/document/page-document.ts';
import { textRangeOf } from '../../../../src/domain/document/text-place.ts';
import { findCutWord } from '../labels/cut-word.ts';

/** How the text of a link misses the words that it is for. `from` and `to` are what it should cover, in the text. */
export type LinkSlip = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'cut-word'; readonly word: string; readonly end: 'begins' | 'ends' }
  /** `[Support,](…)`: a sign of the sentence is inside. */
  | { readonly kind: 'sign-inside'; readonly sign: string }
  /** `the [Azure](…) portal` for `the [Azure portal](…)`, where both languages have the name. */
  | { readonly kind: 'part-of-name'; readonly name: string }
);

/** What is known besides the text itself. */
export interface LinkEvidence {
  readonly locale: string;
  /** Every word of the page in lower case, and how often it stands there. */
  readonly page: { readonly words: ReadonlyMap<string, number> };
  /** The link of the source that this one answers, and its text. */
  readonly source: { readonly link: LinkTrait; readonly text: OwnText } | undefined;
}

/** How a link misses its words, or `undefined` where it does not or nothing can tell. */
export function findLinkSlip(text: OwnText, link: LinkTrait, evidence: LinkEvidence): LinkSlip | undefined {
  const range = textRangeOf(text.traits, link.textSpan);
  const shown = link.text.trim();
  if (range === undefined || !/\p{L}/u.test(shown) || /^(?:https?:|www\.)/.test(shown)) return undefined;
  const before = text.text.slice(Math.max(0, range.from - 60), range.from);
  const after = text.text.slice(range.to);
  return (
    partOfName(text.text, shown, range, evidence) ??
    cutWord(shown, before, after, range, evidence) ??
    signInside(text.text, shown, after, range, evidence)
  );
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function cutWord(
  shown: string,
  before: string,
  after: string,
  { from, to }: Range,
  { locale, page, source }: LinkEvidence,
): LinkSlip | undefined {
  const outside = /^\p{L}+/u.exec(after)?.[0] ?? /\p{L}+$/u.exec(before)?.[0] ?? '';
  // A word that stands elsewhere lacks only the space before it.
  if (outside.length < 2 || (page.words.get(outside.toLowerCase()) ?? 0) > 1) return undefined;
  const cut = findCutWord(shown, before, after, {
    locale,
    page,
    sourceText: source?.text.text,
    sourceBolds: [source?.link.text ?? shown],
  });
  if (cut === undefined) return undefined;
  return cut.end === 'ends'
    ? { kind: 'cut-word', ...cut, from, to: to + (/^[\p{L}\p{M}]+/u.exec(after)?.[0].length ?? 0) }
    : { kind: 'cut-word', ...cut, from: from - (/[\p{L}\p{M}]+$/u.exec(before)?.[0].length ?? 0), to };
}

function signInside(
  text: string,
  shown: string,
  after: string,
  { from, to }: Range,
  { source }: LinkEvidence,
): LinkSlip | undefined {
  const sign = /[,;:、，；：.。]$/u.exec(shown)?.[0];
  if (sign === undefined || after.trim() === '' || !text.slice(from, to).endsWith(sign)) return undefined;
  // A link that is a sentence has its full stop, and one that leads in has its colon: only the source tells.
  const isClear = /[,;、，；]/u.test(sign) || (source !== undefined && /\p{L}$/u.test(source.link.text));
  const isSentence = /[.!?:。！？：]\s*$/u.test(text.slice(0, from)) || from === 0;
  const isAbbreviation = /(?:^|[\s.])\p{L}{1,4}\.$/u.test(shown);
  if (!isClear || isAbbreviation || (isSentence && /[.:。：]/u.test(sign))) return undefined;
  if (source !== undefined && /[,;:、，；：.。]$/u.test(source.link.text.trim())) return undefined;
  return { kind: 'sign-inside', sign, from, to: to - sign.length };
}

/** The name that the source links stands in the translation, and the link covers a part of it or its neighbour. */
function partOfName(
  text: string,
  shown: string,
  { from, to }: Range,
  { source }: LinkEvidence,
): LinkSlip | undefined {
  const name = source?.link.text.trim() ?? '';
  if (!/\p{Lu}|\d/u.test(name) || name.length < 4 || shown.includes(name)) return undefined;
  const places = placesOfLabel(text, name);
  const [place] = places;
  if (place === undefined || places.length > 1) return undefined;
  const overlaps = place.from < to && from < place.to;
  const isBeside =
    !overlaps && !/[\p{L}\p{N}]/u.test(text.slice(Math.min(to, place.to), Math.max(from, place.from)));
  return overlaps || isBeside ? { kind: 'part-of-name', name, ...place } : undefined;
}
