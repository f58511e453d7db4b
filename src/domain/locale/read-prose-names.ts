import type { Block } from '../document/page-document.ts';
import { type EntityToken, tokenOf } from './entity-token.ts';
import { conjunctionPattern } from './list-separators.ts';
import type { ResolveEntity } from './resolve-entity.ts';
import { setsSpacesBetweenWords } from './scripts.ts';
import { splitAtConjunctions, splitEnumerations, type TextPart } from './split-enumeration.ts';

/** The enumerations in a block's own text, each with the prose before its first and behind its last name cut off. */
export function readProseNames(
  block: Block,
  resolve: ResolveEntity,
  locale: string,
): readonly (readonly EntityToken[])[] {
  if (!mayEnumerate(block, locale)) return [];
  const isKnown = (text: string): boolean => resolve(text) !== undefined;
  return splitEnumerations(block.text, locale, isKnown).map((parts) => {
    const names = parts.flatMap((part) => splitAtConjunctions(part, locale, isKnown));
    return withoutProse(names, resolve, locale).map((name) => tokenOf(block, name, resolve(name.text)));
  });
}

/** A quick look that spares most sentences: two signs or conjunctions that can part three names. */
export function mayEnumerate({ kind, text }: Block, locale: string): boolean {
  if (kind === 'code' || kind === 'table') return false;
  const signs = text.match(/[,，、،;；፣]|\s(?:\*\s?|[+-])(?=\p{L})/gu)?.length ?? 0;
  return signs >= 2 || (signs === 0 && (text.match(conjunctionPattern(locale))?.length ?? 0) >= 2);
}

/** "customers in Armenia, Brazil and India need it" lists Armenia, Brazil and India. */
function withoutProse(
  names: readonly TextPart[],
  resolve: ResolveEntity,
  locale: string,
): readonly TextPart[] {
  if (names.filter((name) => resolve(name.text) !== undefined).length < 2) return names;
  const first = names.findIndex(
    (name) => resolve(name.text) !== undefined || edge(name, 'end') !== undefined,
  );
  const last = names.findLastIndex(
    (name) => resolve(name.text) !== undefined || edge(name, 'start') !== undefined,
  );
  return names.flatMap((name, at) => {
    if (resolve(name.text) !== undefined) return [name];
    const atEdge = at <= first ? edge(name, 'end') : at >= last ? edge(name, 'start') : undefined;
    if (atEdge !== undefined) return [atEdge];
    const isOutside = at < first || at > last;
    return isOutside && (isSentence(name.text, locale) || isLowerCase(name.text)) ? [] : [name];
  });

  function edge(name: TextPart, side: 'start' | 'end'): TextPart | undefined {
    for (const part of edgesOf(name, side, locale)) if (resolve(part.text) !== undefined) return part;
    return undefined;
  }
}

/** Parts of a text at its start or end, longest first, cut at words, or anywhere where words are not set apart. */
function edgesOf(name: TextPart, side: 'start' | 'end', locale: string): TextPart[] {
  const cuts = setsSpacesBetweenWords(locale)
    ? [...name.text.matchAll(/\s+/g)].map((space) =>
        side === 'end' ? space.index + space[0].length : space.index,
      )
    : Array.from({ length: Math.max(0, name.text.length - 1) }, (_, at) => at + 1);
  const nearest = side === 'end' ? cuts.slice(-longestEdge) : cuts.slice(0, longestEdge).toReversed();
  return nearest.map((cut) => {
    const text = side === 'end' ? name.text.slice(cut) : name.text.slice(0, cut).trimEnd();
    const from = side === 'end' ? name.from + cut : name.from;
    return { text, from, to: from + text.length };
  });
}

/** Words, or characters where words are not set apart, that a name at the edge of a sentence may have. */
const longestEdge = 12;

/** Names begin with a capital where the script has them; what follows a list's last name may go on in small letters. */
function isLowerCase(text: string): boolean {
  return /^\p{Ll}+\s/u.test(text);
}

function isSentence(text: string, locale: string): boolean {
  return setsSpacesBetweenWords(locale) ? text.split(/\s+/).length > 3 : text.length > 12;
}
