/**
 * The words that a language puts between the parts of a list: those of `Intl.ListFormat` and the others of `and`,
 * `or`, `as well as`. Spaces around them are left out; Arabic `و` and Hebrew `ו` are joined to the next word.
 *
 * @example conjunctionsOf('sv') // => ['och', 'eller', 'samt', …]
 */
export function conjunctionsOf(locale: string): readonly string[] {
  const known = cache.get(locale);
  if (known !== undefined) return known;
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
  const words = [...new Set([...wordsOfListFormat(locale), ...(otherWords[language] ?? []), '&'])];
  // Longer ones first: 以及 is no 及.
  words.sort((one, other) => other.length - one.length);
  cache.set(locale, words);
  return words;
}

const cache = new Map<string, readonly string[]>();

function wordsOfListFormat(locale: string): string[] {
  try {
    if (Intl.ListFormat.supportedLocalesOf(locale).length === 0) return [];
  } catch {
    return [];
  }
  // Spanish and Italian change the word before a vowel: "y" and "e", "o" and "u", "e" and "ed".
  const samples = [
    ['Malta', 'Cuba', 'Peru'],
    ['Malta', 'Cuba', 'Irak', 'Israel'],
    ['Malta', 'Oman'],
    ['Malta', 'Egitto'],
  ];
  return (['conjunction', 'disjunction'] as const).flatMap((type) => {
    const format = new Intl.ListFormat(locale, { type });
    return samples.flatMap((sample) =>
      format
        .formatToParts(sample)
        .filter((part) => part.type === 'literal')
        .map((part) => part.value.replace(/[\p{P}\p{Z}\p{Cf}]/gu, ' ').trim())
        .filter((word) => /^\p{L}[\p{L}\p{M}\s]*$/u.test(word)),
    );
  });
}

/** General knowledge. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  cs: ['a také', 'i'],
  cy: ['a(c)', 'ac', 'a'],
  da: ['samt', 'el'],
  de: ['sowie'],
  en: ['as well as'],
  es: ['así como', 'y', 'e', 'o', 'u'],
  fi: ['sekä'],
  fr: ['ainsi que'],
  hu: ['valamint', 'illetve'],
  it: ['nonché', 'e', 'ed', 'o'],
  ja: ['および', '及び', 'ならびに', 'または', 'と'],
  ko: ['그리고', '와', '과'],
  nb: ['samt'],
  nl: ['alsmede', 'evenals'],
  no: ['samt'],
  pl: ['oraz', 'a także'],
  pt: ['bem como', 'assim como'],
  ru: ['а также'],
  sk: ['ako aj'],
  sv: ['samt'],
  tr: ['ile', 'ayrıca'],
  uk: ['а також', 'й', 'та', 'і'],
  zh: ['以及', '及', '和', '与', '與', '或'],
};

/**
 * A pattern, with the `gu` flags, of what may part two names of a list within a piece that commas have already
 * parted: the language's conjunctions, and the space where a language writes lists with spaces alone.
 *
 * It also matches inside names ("Bosnia and Herzegovina"): a reader tries the whole piece first.
 */
export function conjunctionPattern(locale: string): RegExp {
  const known = patterns.get(locale);
  if (known !== undefined) return known;
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
  const alternatives = conjunctionsOf(locale).map((word) => {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    if (word === joinedWords[language]) return `(?<=^|\\s)${escaped}(?:-|\\s+)?(?=[\\p{L}\\p{N}])`;
    if (unspaced.test(word)) return `\\s*${escaped}\\s*`;
    if (/^[\u0e00-\u0eff\u1000-\u109f]/u.test(word)) return `\\s*${escaped}\\s*`;
    // Danish writes "el." for "eller".
    return `(?<=^|\\s)${escaped}\\.?(?=\\s|$)`;
  });
  if (language === 'th' || language === 'lo') alternatives.push('\\s+');
  if (language === 'my') alternatives.push('\\s+-\\s+');
  const pattern = new RegExp(alternatives.join('|'), 'gu');
  patterns.set(locale, pattern);
  return pattern;
}

const patterns = new Map<string, RegExp>();

/** Conjunctions that are written as the first letter of the next word. */
const joinedWords: Readonly<Record<string, string>> = { ar: 'و', he: 'ו' };

/** Conjunctions of Chinese and Japanese stand between names without spaces; Korean ones follow the name. */
const unspaced = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
