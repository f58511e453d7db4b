import { foldName } from '../locale/fold-name.ts';
import { cleanText } from './normalise.ts';

/** Finds what has a code, such as a country or a state, by what somebody types. */
export interface NameSearch {
  /** The codes of what the text may mean, the likeliest first; all of them for an empty text. */
  readonly find: (typed: string) => readonly string[];
  /** The one code of which the text is a whole name or a code itself, or `undefined`. */
  readonly exactly: (typed: string) => string | undefined;
}

/** Something to find, with what it is called. */
export interface NamedEntry {
  readonly code: string;
  /** The code in every form in which it may be typed. */
  readonly codes: readonly string[];
  /** In the reader's language. */
  readonly name: string;
  readonly others: readonly string[];
}

/**
 * A search among `entries`, which stand in the order to show them in. Names of the reader's own language come first,
 * beginnings before the middles of names. Case, diacritics, full-width letters, spaces and signs make no difference.
 * @example
 * searchNames([{ code: 'ON', codes: ['ON'], name: 'Онтарио', others: ['Ontario'] }]).find('ont') // => ['ON']
 */
export function searchNames(entries: readonly NamedEntry[]): NameSearch {
  const folded = entries.map(({ code, codes, name, others }) => {
    const own = startsOf(name);
    const further = others.map(startsOf);
    const all = [own, ...further];
    const forms = codes.map((form) => form.toLowerCase());
    // Nothing that is folded has a line break in it.
    const everything = [...forms, ...all.flat()].join('\n');
    return { code, codes: forms, own, others: further, all, everything };
  });

  const rankOf = ({ codes, own, others, all, everything }: (typeof folded)[number], text: string): number => {
    // At each key press most entries have the text nowhere, which one look tells.
    if (!everything.includes(text)) return noMatch;
    if (codes.includes(text)) return 0;
    if (all.some(([whole]) => whole === text)) return 1;
    if (own[0]?.startsWith(text)) return 2;
    if (others.some(([whole]) => whole?.startsWith(text))) return 3;
    if (all.some((starts) => starts.some((start) => start.startsWith(text)))) return 4;
    // Chinese has no spaces between words.
    return isHan.test(text) && all.some(([whole]) => whole?.includes(text)) ? 5 : noMatch;
  };

  const find = (typed: string): readonly string[] => {
    const text = foldName(cleanText(typed));
    if (text === '') return cleanText(typed) === '' ? folded.map(({ code }) => code) : [];
    return folded
      .map((entry) => ({ code: entry.code, rank: rankOf(entry, text) }))
      .filter(({ rank }) => rank < noMatch)
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ code }) => code);
  };

  const exactly = (typed: string): string | undefined => {
    const text = foldName(cleanText(typed));
    const exact = folded.filter((entry) => text !== '' && rankOf(entry, text) <= 1);
    // A code of one may be another's abbreviation: the code is what is meant.
    return (exact.length === 1 ? exact[0] : exact.find((entry) => rankOf(entry, text) === 0))?.code;
  };

  return { find, exactly };
}

const noMatch = 9;
const isHan = /\p{Script=Han}/u;

/** A name from its beginning and from each of its further words, folded. */
function startsOf(name: string): readonly string[] {
  const words = name.split(/[\s\-–—'’·•()（）,，/]+/u).filter((word) => word !== '');
  const starts = words.map((_, index) => foldName(words.slice(index).join(' ')));
  return starts.length > 0 ? starts : [foldName(name)];
}
