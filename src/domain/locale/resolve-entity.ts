import { findMojibake } from '../document/mojibake.ts';
import { languageKeyOf } from './display-names.ts';
import type { EntityKind, EntityMatch } from './entity-kind.ts';
import { type EntityToken, matchedShare } from './entity-token.ts';

/** In which languages names are looked for. */
export interface ReadingLocales {
  readonly locale: string;
  /** Of the page that this one was translated from: a name may have been left in it. */
  readonly sourceLocale: string;
}

/** What a printed name stands for, in whichever of the languages. */
export type ResolveEntity = (text: string) => EntityMatch | undefined;

/** Looks a name up in the page's language, then in the source's and in English. */
export function entityResolver(kind: EntityKind, { locale, sourceLocale }: ReadingLocales): ResolveEntity {
  const key = `${kind.id} ${locale} ${sourceLocale}`;
  const known = resolved.get(key) ?? new Map<string, EntityMatch | undefined>();
  resolved.set(key, known);
  const others = new Set([sourceLocale, 'en', ...(otherScripts[languageKeyOf(locale)] ?? [])]);
  others.delete(locale);
  const find = (text: string): EntityMatch | undefined => {
    // `Bra,Zil`: the comma inside a name has a space after it.
    if (/\p{L}[,;]\p{L}/u.test(text)) return undefined;
    const own = kind.resolve(text, locale);
    if (own?.as === 'name') return own;
    for (const other of others) {
      const foreign = kind.resolve(text, other);
      if (foreign?.as === 'name') return { code: foreign.code, as: 'foreign', locale: other };
    }
    return own;
  };
  return (text) => {
    if (!known.has(text)) {
      if (known.size >= mostKnown) known.clear();
      known.set(text, find(text));
    }
    return known.get(text);
  };
}

/** Pages of a site list the same things again and again. */
const resolved = new Map<string, Map<string, EntityMatch | undefined>>();
/** Keeps the memory of a process that runs on within bounds. */
const mostKnown = 20_000;

/** Where a language is written in two scripts with words of their own, a name of the other one is understood. */
const otherScripts: Readonly<Record<string, readonly string[]>> = {
  'zh-Hans': ['zh-Hant'],
  'zh-Hant': ['zh-Hans'],
};

/** Words that name some entities may name others in letters that an encoding mix-up broke. */
export function withRepairs(
  tokens: readonly EntityToken[],
  kind: EntityKind,
  locale: string,
): readonly EntityToken[] {
  if (matchedShare(tokens) < mayBeRepaired) return tokens;
  return tokens.map((token) => {
    const sound = token.match === undefined ? repairedText(token.text) : undefined;
    const match = sound === undefined ? undefined : kind.resolve(sound, locale);
    return match === undefined ? token : { ...token, match: { code: match.code, as: 'repaired' as const } };
  });
}

const mayBeRepaired = 0.3;

function repairedText(text: string): string | undefined {
  let sound = text;
  for (const broken of findMojibake(text).toReversed()) {
    if (broken.repaired === undefined) return undefined;
    sound = sound.slice(0, broken.from) + broken.repaired + sound.slice(broken.to);
  }
  return sound === text ? undefined : sound;
}
