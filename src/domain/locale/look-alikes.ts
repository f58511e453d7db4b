/** Letters of one script inside a word of another that look the same: `Cоздать` with a Latin C. */

/** A word in which some letters only look right. */
export interface MixedWord {
  /** UTF-16 units from the start of the text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The word in one script. */
  readonly repaired: string;
  /** The letters that are of the other script, as they stand there. */
  readonly letters: readonly string[];
  /** The script of those letters, and that of the word. */
  readonly script: MixedScript;
  readonly wordScript: MixedScript;
}

/** A script that has letters which look like another's. */
export type MixedScript = 'Latin' | 'Cyrillic' | 'Greek';

/**
 * Words of a text that hold letters of two scripts by mistake, in order.
 *
 * People join scripts on purpose: `IP-адрес`, `JSONа`, `webхук`. So every letter of the one script has to look like a
 * letter of the other, and some letter of the other must not; and it may be no name with an ending, nor capitals in
 * front of a word.
 *
 * @example findMixedWords('Cоздать', 'ru') // => [{ from: 0, to: 7, repaired: 'Создать', letters: ['C'], … }]
 */
export function findMixedWords(text: string, language: string): readonly MixedWord[] {
  if (!touching.test(text)) return [];
  const found: MixedWord[] = [];
  for (const match of text.matchAll(word)) {
    const mixed = touching.test(match[0]) ? readMixedWord(match[0], language) : undefined;
    if (mixed !== undefined) found.push({ from: match.index, to: match.index + match[0].length, ...mixed });
  }
  return found;
}

/** A quick look, for any text. */
export function mayMixScripts(text: string): boolean {
  return notLatin.test(text) && touching.test(text);
}

const notLatin = /[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]/;

const letterOf = {
  Latin: '[A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f]',
  Cyrillic: '[\\u0400-\\u052f]',
  Greek: '[\\u0370-\\u0373\\u0376-\\u037d\\u037f-\\u03ff\\u1f00-\\u1fff]',
} as const;

const touching = new RegExp(
  Object.entries(letterOf)
    .flatMap(([script, letter]) => {
      const others = Object.entries(letterOf).flatMap(([other, its]) => (other === script ? [] : [its]));
      return `${letter}(?:${others.join('|')})`;
    })
    .join('|'),
);

const word = /(?:[A-Za-z\u00c0-\u024f\u0370-\u052f\u1f00-\u1fff]\p{M}?)+/gu;

type Mixture = Omit<MixedWord, 'from' | 'to'>;

function readMixedWord(text: string, language: string): Mixture | undefined {
  const scripts = [...text].map(scriptOfLetter);
  const present = [...new Set(scripts)].filter((script) => script !== undefined);
  const [one, other] = present;
  if (one === undefined || other === undefined || present.length !== 2) return undefined;
  return (
    readAs(text, scripts, { wordScript: one, script: other }, language) ??
    readAs(text, scripts, { wordScript: other, script: one }, language)
  );
}

function readAs(
  text: string,
  scripts: readonly (MixedScript | undefined)[],
  { wordScript, script }: Pick<MixedWord, 'wordScript' | 'script'>,
  language: string,
): Mixture | undefined {
  const twins = twinsOf(script, wordScript, language);
  const backwards = twinsOf(wordScript, script, language);
  const characters = [...text];
  const strange = characters.filter((_, at) => scripts[at] === script);
  const own = characters.filter((_, at) => scripts[at] === wordScript);
  if (strange.some((letter) => !twins.has(letter))) return undefined;
  // Some letter must tell which of the two scripts the word is meant to be in.
  if (own.every((letter) => backwards.has(letter)) || strange.length > own.length) return undefined;
  // A letter and a letter are a symbol or a unit, unless they are one of the small words: `нa`, `нe`.
  if (own.length === 1 && (wordScript !== 'Cyrillic' || text !== text.toLowerCase())) return undefined;
  if (isJoinedOnPurpose(scripts, characters, script)) return undefined;
  const repaired = characters
    .map((letter, at) => (scripts[at] === script ? twins.get(letter) : letter))
    .join('');
  return { text, repaired, letters: strange, script, wordScript };
}

/** An ending set at a name, a word behind an abbreviation, or one piece of three letters and more. */
function isJoinedOnPurpose(
  scripts: readonly (MixedScript | undefined)[],
  characters: readonly string[],
  script: MixedScript,
): boolean {
  const runs: { from: number; to: number }[] = [];
  for (const [at, current] of scripts.entries()) {
    if (current !== script) continue;
    const last = runs.at(-1);
    if (last?.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  const [run] = runs;
  if (run === undefined || runs.length > 1) return false;
  const length = run.to - run.from;
  const isAtStart = run.from === 0;
  const isAtEnd = run.to === characters.length;
  const written = characters.slice(run.from, run.to).join('');
  // `JSONа`, `Dockerе`: Cyrillic and Greek endings are set at Latin names.
  if (isAtEnd && script !== 'Latin') return true;
  if ((isAtStart || isAtEnd) && length > 1 && /^\p{Lu}+$/u.test(written)) return true;
  // `XФайл` names a kind of file, `Cоздать` is a word with a capital.
  const next = characters[run.to] ?? '';
  return (
    length > 2 || (isAtStart && /^\p{Lu}+$/u.test(written) && /^\p{Lu}/u.test(next) && !isShouted(characters))
  );
}

function isShouted(characters: readonly string[]): boolean {
  return characters.every((letter) => letter === letter.toUpperCase());
}

function scriptOfLetter(letter: string): MixedScript | undefined {
  if (/\p{sc=Latn}/u.test(letter)) return 'Latin';
  if (/\p{sc=Cyrl}/u.test(letter)) return 'Cyrillic';
  return /\p{sc=Grek}/u.test(letter) ? 'Greek' : undefined;
}

/** Latin letters and those that look like them; a Cyrillic letter counts in the languages that have it. */
const latinTwins: Readonly<Record<Exclude<MixedScript, 'Latin'>, readonly (readonly [string, string])[]>> = {
  Cyrillic: pairsOf('ABCEHKMOPTXaceopxyëË', 'АВСЕНКМОРТХасеорхуёЁ'),
  Greek: pairsOf('ABEHIKMNOPTXYZoviu', 'ΑΒΕΗΙΚΜΝΟΡΤΧΥΖονιυ'),
};

const latinTwinsOfLanguages: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  be: pairsOf('Ii', 'Іі'),
  kk: pairsOf('Iih', 'Ііһ'),
  mk: pairsOf('JjSs', 'ЈјЅѕ'),
  sr: pairsOf('Jj', 'Јј'),
  uk: pairsOf('IiïÏ', 'ІіїЇ'),
};

const cyrillicTwinsOfGreek = pairsOf('ΑΒΕΗΚΜΟΡΤΧΓΠΦορα', 'АВЕНКМОРТХГПФора');

function pairsOf(one: string, other: string): readonly (readonly [string, string])[] {
  const others = [...other];
  return [...one].map((letter, at) => [letter, others[at] ?? ''] as const);
}

const twinsBefore = new Map<string, ReadonlyMap<string, string>>();

function twinsOf(from: MixedScript, to: MixedScript, language: string): ReadonlyMap<string, string> {
  const key = `${from} ${to} ${language}`;
  const known = twinsBefore.get(key) ?? readTwins(from, to, language);
  twinsBefore.set(key, known);
  return known;
}

function readTwins(from: MixedScript, to: MixedScript, language: string): ReadonlyMap<string, string> {
  if (from === 'Latin' && to !== 'Latin') {
    return new Map([
      ...latinTwins[to],
      ...(to === 'Cyrillic' ? (latinTwinsOfLanguages[language] ?? []) : []),
    ]);
  }
  if (to === 'Latin' && from !== 'Latin') {
    // Whoever writes Latin may have met any Cyrillic letter.
    const pairs = [
      ...latinTwins[from],
      ...(from === 'Cyrillic' ? Object.values(latinTwinsOfLanguages).flat() : []),
    ];
    return new Map(pairs.map(([latin, other]) => [other, latin]));
  }
  const pairs = cyrillicTwinsOfGreek;
  return new Map(from === 'Greek' ? pairs : pairs.map(([greek, cyrillic]) => [cyrillic, greek]));
}
