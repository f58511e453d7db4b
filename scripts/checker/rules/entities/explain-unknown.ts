import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { EntityList } from '../../../../src/domain/locale/entity-list.ts';
import { type EntityToken, matchedShare } from '../../../../src/domain/locale/entity-token.ts';
import { foldName } from '../../../../src/domain/locale/fold-name.ts';
import { type OtherThing, otherThing } from '../../../../src/domain/locale/other-things.ts';
import type { UnknownName } from './list-comparison.ts';

/** The words of a list that name nothing, and what there is to know about them. */
interface WordsToExplain {
  readonly kind: EntityKind;
  readonly locale: string;
  readonly tokens: readonly EntityToken[];
  /** What the list lacks. */
  readonly absent: readonly string[];
  readonly source: EntityList | undefined;
  /** How many words of the source's own list name nothing. */
  readonly unread: number;
}

/**
 * The words of a list that name nothing, each with what it is likely to mean.
 *
 * Where as many words are left as names are missing, they mean these, `together`, and nobody can tell which is which.
 * `untold` are those that are no fault as far as anyone can tell: as many as the source's own list has ("other
 * countries" is no country in any language), and of kinds whose names are not all known those that look like nothing else.
 */
export function explainUnknown({ kind, locale, tokens, absent, source, unread }: WordsToExplain): {
  readonly told: readonly UnknownName[];
  readonly untold: readonly UnknownName[];
  readonly together: readonly string[];
} {
  const words = [
    ...Map.groupBy(
      tokens.filter(({ match }) => match === undefined),
      ({ text }) => foldName(text),
    ).values(),
  ];
  if (words.length === 0) return { told: [], untold: [], together: [] };
  const things = new Map<readonly EntityToken[], OtherThing | undefined>(
    words.map((ofWord) => [ofWord, otherThing(ofWord[0]?.text ?? '', locale, kind)]),
  );
  const free = new Set(absent);
  const meanings = new Map<readonly EntityToken[], string>();
  const near = words
    .flatMap((ofWord) => {
      const nearest =
        things.get(ofWord) === undefined ? kind.nearest(ofWord[0]?.text ?? '', locale, free) : undefined;
      return nearest === undefined ? [] : [{ ofWord, ...nearest }];
    })
    .filter(({ similarity }) => kind.isComplete || similarity >= surelyMisspelt)
    .toSorted((one, other) => other.similarity - one.similarity);
  for (const { ofWord, code } of near) {
    if (!free.has(code)) continue;
    free.delete(code);
    meanings.set(ofWord, code);
  }
  const misspelt = new Set(meanings.keys());
  for (const ofWord of words) {
    const code = meanings.has(ofWord) ? undefined : codeInPlace(ofWord, tokens, source, free);
    if (code === undefined) continue;
    free.delete(code);
    meanings.set(ofWord, code);
  }
  const rest = words.filter((ofWord) => !meanings.has(ofWord));
  const areAllLeft = rest.length === free.size && unread === 0 && matchedShare(tokens) >= 0.8;
  const together = areAllLeft && rest.length > 1 ? [...free] : [];
  const [only] = rest;
  const [last] = free;
  if (areAllLeft && free.size === 1 && only !== undefined && last !== undefined) meanings.set(only, last);
  const isFault = (ofWord: readonly EntityToken[]): boolean =>
    (rest.length > unread || unread === 0 || meanings.has(ofWord)) &&
    (kind.isComplete || misspelt.has(ofWord) || things.get(ofWord) !== undefined);
  const explained = words.map((ofWord) => ({
    ofWord,
    word: {
      text: ofWord[0]?.text ?? '',
      tokens: ofWord,
      standsFor: meanings.get(ofWord),
      thing: things.get(ofWord),
    },
  }));
  return {
    told: explained.filter(({ ofWord }) => isFault(ofWord)).map(({ word }) => word),
    untold: explained.filter(({ ofWord }) => !isFault(ofWord)).map(({ word }) => word),
    together,
  };
}

/** Of names that are not all known, a word is a misspelt one only when hardly a letter differs. */
const surelyMisspelt = 0.78;

/** What the source has in a word's place, where both lists are in the same order. */
function codeInPlace(
  [word]: readonly EntityToken[],
  tokens: readonly EntityToken[],
  source: EntityList | undefined,
  free: ReadonlySet<string>,
): string | undefined {
  if (source === undefined || word === undefined || source.tokens.length !== tokens.length) return undefined;
  const same = tokens.filter(
    ({ match }, at) => match !== undefined && match.code === source.tokens[at]?.match?.code,
  ).length;
  if (same < tokens.length * 0.7) return undefined;
  const code = source.tokens[tokens.indexOf(word)]?.match?.code;
  return code !== undefined && free.has(code) ? code : undefined;
}
